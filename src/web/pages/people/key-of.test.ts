import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Key } from '#contract/fields.ts';
import { keyOf } from './key-of.ts';

test('a name becomes a key that can be read', () => {
  assert.equal(keyOf('Käufer & Co (Nord)'), 'kaufer-co-nord');
  assert.equal(keyOf('Straße'), 'strasse');
  assert.equal(keyOf('  R&D  '), 'r-d');
  assert.equal(keyOf('日本'), '');
});

test('what is proposed is a key or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const key = keyOf(name);
      assert.ok(key === '' || Key.safeParse(key).success, key);
    }),
  );
});
