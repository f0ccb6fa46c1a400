import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CyclePlan } from '#contract/planning.ts';
import { chosenCount, toCopy, toggled, toggledKeyResult } from './choice.ts';

const lesson = (id: string, ...keyResults: [string, string | null][]) =>
  ({
    id,
    keyResults: keyResults.map(([each, dropped]) => ({ id: each, dropped })),
  }) as CyclePlan['lessons'][number];

const a = lesson('a', ['a1', null], ['a2', null], ['a3', 'too much']);
const b = lesson('b', ['b1', null]);

test('a chosen objective goes with all of its key results that were not dropped', () => {
  const choice = toggled(new Map(), a);
  assert.deepEqual(toCopy(choice, [a, b]), [{ objective: 'a' }]);
  assert.deepEqual([...choice.get('a')!], ['a1', 'a2']);
});

test('key results can be left out, and taken in again', () => {
  const without = toggledKeyResult(toggled(toggled(new Map(), a), b), 'a', 'a1');
  assert.deepEqual(toCopy(without, [a, b]), [{ objective: 'a', keyResults: ['a2'] }, { objective: 'b' }]);
  assert.deepEqual(toCopy(toggledKeyResult(without, 'a', 'a1'), [a]), [{ objective: 'a' }]);
});

test('choosing an objective again takes it out', () => {
  const choice = toggled(toggled(new Map(), a), a);
  assert.equal(chosenCount(choice), 0);
  assert.deepEqual(toCopy(choice, [a, b]), []);
});
