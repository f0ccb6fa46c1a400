import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOfRun, isFrozen, sameRunOf } from './same-run.ts';

const number = { kind: 'number' } as const;
const varied = [3, 5, 4, 8, 6, 7, 2, 9, 5, 6, 3, 7, 8, 4, 6, 5, 9, 3, 7, 4];

test('the run at the end and the repeats before it are counted, and missing values are passed over', () => {
  assert.deepEqual(sameRunOf([]), { run: 0, repeats: 0, pairs: 0 });
  assert.deepEqual(sameRunOf([5, 5, 5]), { run: 3, repeats: 0, pairs: 0 });
  assert.deepEqual(sameRunOf([1, 1, null, 1, 2, null, 5, null, 5]), { run: 2, repeats: 2, pairs: 4 });
  assert.deepEqual(sameRunOf([1, 2, null]), { run: 1, repeats: 0, pairs: 1 });
});

test('the chance of a run follows from how often the series repeated itself', () => {
  assert.equal(chanceOfRun({ run: 4, repeats: 0, pairs: 20 }), (1 / 22) ** 3);
  assert.equal(chanceOfRun({ run: 3, repeats: 9, pairs: 18 }), 0.25);
  assert.equal(chanceOfRun({ run: 1, repeats: 0, pairs: 20 }), 1);
});

for (const [why, values, value, unit, wanted] of [
  ['a series that varied and now repeats itself', [...varied, 6, 6, 6, 6], 6, number, true],
  ['three equal values', [...varied, 6, 6, 6], 6, number, false],
  ['a series that always stood still', Array(30).fill(6), 6, number, false],
  ['one that often repeats itself', [1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 1, 1, 1], 1, number, false],
  ['too little before', [1, 2, 3, 6, 6, 6, 6], 6, number, false],
  ['nought errors', [...varied, 0, 0, 0, 0, 0, 0], 0, number, false],
  ['all of it', [...varied, 100, 100, 100, 100, 100], 100, { kind: 'percent' }, false],
  ['the top step', [...varied, 5, 5, 5, 5, 5], 5, { kind: 'scale', from: 1, to: 5 }, false],
] as const)
  test(`${why} ${wanted ? 'is' : 'is not'} frozen`, () => {
    assert.equal(isFrozen(sameRunOf(values), value, unit), wanted);
  });
