import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from './remembered.ts';

test('an answer is made once a version, and the one that was not asked for the longest is forgotten', async () => {
  const { answer } = memory(2);
  const made: string[] = [];
  const ask = (key: string, version: string) =>
    answer(key, version, async () => {
      made.push(`${key}${version}`);
      return { key, version };
    });
  const first = await ask('a', '1');
  assert.equal(await ask('a', '1'), first);
  assert.deepEqual(await ask('a', '2'), { key: 'a', version: '2' });
  await ask('b', '1');
  await ask('a', '2');
  await ask('c', '1');
  await ask('a', '2');
  await ask('b', '1');
  assert.deepEqual(made, ['a1', 'a2', 'b1', 'c1', 'b1']);
});

test('an answer that could not be made is not kept', async () => {
  const { answer } = memory();
  await assert.rejects(
    answer('a', '1', () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.deepEqual(await answer('a', '1', async () => ({ made: true })), { made: true });
});
