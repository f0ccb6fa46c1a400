import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch, readAs, stringifySearch, write } from './view.ts';

test('a parameter is read in the kind of its default', () => {
  assert.equal(readAs('12', 5), 12);
  assert.equal(readAs('a dozen', 5), 5);
  assert.equal(readAs('yes', false), true);
  assert.deepEqual(readAs('sales,support', [] as string[]), ['sales', 'support']);
  assert.equal(readAs(undefined, 'name'), 'name');
});

test('defaults are left out of the address, everything else comes back', () => {
  assert.equal(write('name', 'name'), undefined);
  assert.equal(write([], []), undefined);
  assert.equal(readAs(write(['a', 'b'], []), [] as string[]).join(), 'a,b');
  assert.equal(readAs(write(false, true), true), false);
});

test('addresses are plain: no JSON, no empty parameters', () => {
  const text = stringifySearch({ q: 'first response', label: 'sales,support', sort: '', page: undefined });
  assert.equal(text, '?q=first+response&label=sales,support');
  assert.deepEqual(parseSearch(text), { q: 'first response', label: 'sales,support' });
});
