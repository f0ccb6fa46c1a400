import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  asksFor,
  band,
  capped,
  fateFault,
  gradeFault,
  isReached,
  objectiveScore,
  scoreFault,
  succeeds,
  suggestedScore,
} from './grade.ts';

test('The suggested score is the clamped progress to two decimals', () => {
  const cases = [
    [0.4, 0.4],
    [-0.2, 0],
    [1.3, 1],
    [9 / 13, 0.69],
    [0.285, 0.29],
    [2 / 3, 0.67],
    [undefined, undefined],
  ] as const;
  for (const [progress, score] of cases) assert.equal(suggestedScore(progress), score);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (progress) => {
      const score = suggestedScore(progress)!;
      assert.equal(scoreFault(score), undefined);
      assert.equal(Number(score.toFixed(2)), score);
    }),
  );
});

test('Every score lies in exactly one band, 0.4 and 0.7 in the upper one', () => {
  const cases = [
    [0, 'below 0.4'],
    [0.39, 'below 0.4'],
    [0.4, 'below 0.7'],
    [0.69, 'below 0.7'],
    [0.7, '0.7 and up'],
    [0.1 * 7, '0.7 and up'],
    [1, '0.7 and up'],
  ] as const;
  for (const [score, expected] of cases) assert.equal(band(score), expected);
});

test('Committed succeeds at 1.0, aspirational at 0.7, and learning has no threshold', () => {
  assert.deepEqual(
    [0.99, 1].map((score) => succeeds('committed', score)),
    [false, true],
  );
  assert.deepEqual(
    [0.69, 0.7, 1].map((score) => succeeds('aspirational', score)),
    [false, true, true],
  );
  assert.equal(succeeds('learning', 1), undefined);
  assert.deepEqual([0.99, 1].map(isReached), [false, true]);
});

test('A grade asks for the words that its score needs', () => {
  const cases = [
    [{ commitment: 'committed', suggested: 1, score: 1 }, []],
    [{ commitment: 'committed', suggested: 0.8, score: 0.8 }, ['explanation']],
    [{ commitment: 'committed', suggested: 0.8, score: 1 }, ['reason']],
    [{ commitment: 'committed', suggested: 1, score: 0.5 }, ['reason', 'explanation']],
    [{ commitment: 'aspirational', suggested: 0.3, score: 0.3 }, []],
    [{ commitment: 'aspirational', suggested: 0.3, score: 0.31 }, ['reason']],
    [{ commitment: 'learning', suggested: 0.3, score: 0.3 }, ['learnt']],
    [{ commitment: 'aspirational', suggested: undefined, score: 0 }, ['reason']],
  ] as const;
  for (const [grade, asked] of cases) assert.deepEqual(asksFor(grade), asked);
});

test('A grade without the words it needs is refused with each of them, and with them it is fine', () => {
  const grade = { commitment: 'committed', suggested: 0.8, score: 0.5 } as const;
  const fault = gradeFault({ ...grade, reason: ' ' });
  assert.match(
    fault ?? '',
    /differs from the suggested 0.80: give a reason. This was committed and is missed/,
  );
  assert.equal(gradeFault({ ...grade, reason: 'Counted twice', explanation: 'Supplier failed' }), undefined);
  assert.match(gradeFault({ commitment: 'learning', suggested: 1, score: 1 }) ?? '', /say what was learnt/);
  assert.match(
    gradeFault({ commitment: 'aspirational', suggested: undefined, score: 1 }) ?? '',
    /Nothing was measured/,
  );
});

test('A score outside 0 to 1 is refused', () => {
  for (const score of [1.2, -0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.match(scoreFault(score) ?? '', /is not a score: use a number from 0.0 to 1.0/);
    assert.match(gradeFault({ commitment: 'committed', suggested: 1, score }) ?? '', /is not a score/);
  }
});

test('A breached guardrail caps a score at 0.69, and raises none', () => {
  assert.deepEqual([capped(1, true), capped(0.5, true), capped(1, false)], [0.69, 0.5, 1]);
  assert.equal(band(capped(1, true)), 'below 0.7');
});

test('An objective is scored when all of its key results are, by weight', () => {
  assert.equal(
    objectiveScore([
      { score: 1, weight: 1 },
      { score: 0.5, weight: 3 },
    ]),
    0.63,
  );
  assert.equal(
    objectiveScore([
      { score: 1, weight: 1 },
      { score: undefined, weight: 1 },
    ]),
    undefined,
  );
  assert.equal(objectiveScore([]), undefined);
  assert.equal(objectiveScore([{ score: 1, weight: 0 }]), undefined);
});

test('Every fate goes with a lesson in words', () => {
  assert.match(fateFault('keep the gain', ' ') ?? '', /To keep the gain, write the lesson/);
  assert.match(fateFault('carry over', '') ?? '', /To carry it over/);
  assert.equal(fateFault('drop', 'Nobody needed it'), undefined);
});
