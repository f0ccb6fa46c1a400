import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { keyFault, keyOf } from './key-of.ts';

test('a key keeps the letters and digits of a name', () => {
  assert.equal(keyOf('First response (EMEA)'), 'first-response-emea');
  assert.equal(keyOf('  Größe & Übersicht 2 '), 'grosse-ubersicht-2');
  assert.equal(keyOf('満足度'), '');
});

test('whatever the name, its key is empty or a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      assert.equal(keyFault(keyOf(name), new Set()), undefined);
    }),
  );
});

test('a key that is taken or misspelt is told as it is typed', () => {
  const taken = new Set(['csat']);
  assert.equal(keyFault('csat', taken), 'Another KPI has this key');
  assert.equal(keyFault('CSAT', taken), 'Small letters, digits and single hyphens only');
  assert.equal(keyFault('csat-2', taken), undefined);
});
