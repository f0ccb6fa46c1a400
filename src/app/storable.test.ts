import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unstorable } from './storable.ts';

for (const [value, path] of [
  ['plain, ﷺ and 👩‍👩‍👧', undefined],
  [{ a: [1, null, true, { b: 'x' }] }, undefined],
  ['\0', ''],
  [{ a: ['x', 'y\ud800'] }, 'a.1'],
  [{ unit: { symbol: '\udc00' } }, 'unit.symbol'],
  [{ names: { 'half \ud800': 'x' } }, 'names.half \ufffd'],
] as const)
  test(`the text that cannot be stored in ${JSON.stringify(value)} is found at ${path ?? 'no place'}`, () => {
    assert.equal(unstorable(value)?.join('.'), path);
  });
