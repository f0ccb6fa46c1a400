import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSealedNow, opened, type SealingKeys, sealed } from './sealed.ts';

const keys: SealingKeys = ['ab'.repeat(32)];
const rotated: SealingKeys = ['cd'.repeat(32), ...keys];

test('what is sealed opens again where it was sealed, and never reads like what it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
      const kept = sealed(keys, place, text);
      assert.equal(opened(keys, place, kept), text.toWellFormed());
      if (text.length > 3) assert.ok(!kept.includes(text));
      assert.equal(opened(keys, `${place}!`, kept), undefined);
    }),
  );
});

test('the same secret is never sealed alike twice', () => {
  assert.notEqual(sealed(keys, 'a', 'hunter2'), sealed(keys, 'a', 'hunter2'));
});

test('one changed character, and it does not open', () => {
  const kept = sealed(keys, 'a', 'hunter2');
  for (let at = 0; at < kept.length; at++) {
    const other = kept.slice(0, at) + (kept[at] === 'A' ? 'B' : 'A') + kept.slice(at + 1);
    if (
      Buffer.from(other.split('.')[3] ?? '', 'base64url').equals(
        Buffer.from(kept.split('.')[3]!, 'base64url'),
      )
    )
      if (other.split('.').slice(0, 3).join() === kept.split('.').slice(0, 3).join()) continue;
    assert.equal(opened(keys, 'a', other), undefined, `at ${at}`);
  }
});

test('after a new key, the older one still opens, and what it sealed is known to be old', () => {
  const before = sealed(keys, 'a', 'hunter2');
  assert.equal(opened(rotated, 'a', before), 'hunter2');
  assert.equal(isSealedNow(rotated, before), false);
  const after = sealed(rotated, 'a', 'hunter2');
  assert.equal(isSealedNow(rotated, after), true);
  assert.equal(opened(keys, 'a', after), undefined);
});
