import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brierScore } from './confidence.ts';
import {
  brierParts,
  calibrationSentence,
  type Level,
  levelsOf,
  saidAndReached,
  verdictOf,
  wilson,
} from './confidence-calibration.ts';

const level = (confidence: number, reached: number, count: number): Level => ({ confidence, reached, count });

const anyLevels = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()), { minLength: 1, maxLength: 60 })
  .map((told) => told.map(([confidence, reached]) => ({ confidence, reached })));

test('the parts of the Brier score add up to it, whatever was said and whatever came of it', () => {
  fc.assert(
    fc.property(anyLevels, (judged) => {
      const levels = levelsOf(judged.map((each) => level(each.confidence, each.reached ? 1 : 0, 1)));
      const { brier, reliability, resolution, uncertainty } = brierParts(levels)!;
      assert.ok(Math.abs(brier - brierScore(judged)!) < 1e-12);
      for (const part of [reliability, resolution, uncertainty]) assert.ok(part >= 0 && part <= 1);
    }),
  );
});

test('a prophet has no fault, and always saying 5 tells nothing apart', () => {
  assert.deepEqual(brierParts([level(0, 0, 4), level(10, 4, 4)]), {
    ...{ brier: 0, reliability: 0, resolution: 0.25, uncertainty: 0.25 },
  });
  assert.deepEqual(brierParts([level(5, 4, 8)]), {
    ...{ brier: 0.25, reliability: 0, resolution: 0, uncertainty: 0.25 },
  });
  assert.equal(brierParts([]), undefined);
});

test('tallies of one confidence are one level, in the order of what was said', () => {
  assert.deepEqual(levelsOf([level(7, 1, 2), level(3, 0, 1), level(7, 2, 2)]), [
    level(3, 0, 1),
    level(7, 3, 4),
  ]);
});

// From the formula by hand.
test("Wilson's interval is wide for small counts and stays within 0 and 1", () => {
  for (const [reached, count, low, high] of [
    [5, 10, 0.2366, 0.7634],
    [0, 5, 0, 0.4345],
    [5, 5, 0.5655, 1],
    [1, 1, 0.2065, 1],
    [0, 0, 0, 1],
    [60, 100, 0.502, 0.6906],
  ] as const) {
    const found = wilson(reached, count);
    assert.ok(
      Math.abs(found.low - low) < 5e-4 && Math.abs(found.high - high) < 5e-4,
      `${reached} of ${count}`,
    );
  }
});

test('a verdict is given from ten key results on, and only where chance does not explain it', () => {
  for (const [levels, verdict] of [
    [[level(9, 0, 9)], 'too few to tell'],
    [[], 'too few to tell'],
    [[level(8, 5, 16)], 'over-confident'],
    [[level(10, 8, 12)], 'over-confident'],
    [[level(3, 13, 20)], 'under-confident'],
    [[level(7, 7, 10)], 'well calibrated'],
    [[level(7, 5, 10)], 'well calibrated'],
    [[level(5, 10, 20), level(8, 8, 10), level(2, 2, 10)], 'well calibrated'],
    [[level(9, 12, 20), level(1, 8, 20)], 'too sure both ways'],
    [[level(5, 5, 10)], 'well calibrated'],
  ] as const)
    assert.equal(verdictOf(levels), verdict, JSON.stringify(levels));
});

test('the sentence tells the mean, and the confidence that chance does not explain', () => {
  assert.equal(calibrationSentence([]), 'No confidence has met its outcome yet.');
  assert.equal(
    calibrationSentence([level(7, 7, 10)]),
    'On average 7 in 10 was said, and 7 in 10 came true (10 key results).',
  );
  assert.equal(
    calibrationSentence([level(9, 10, 20), level(5, 1, 2)]),
    'On average 8.6 in 10 was said, and 5 in 10 came true (22 key results). When 9 is said it happens 5 in 10 (10 of 20).',
  );
  assert.equal(
    calibrationSentence([level(10, 1, 1)]),
    'On average 10 in 10 was said, and 10 in 10 came true (1 key result).',
  );
});

test('what was said and what was reached are weighted by their counts', () => {
  assert.deepEqual(saidAndReached([level(10, 3, 3), level(0, 0, 1)]), { said: 0.75, share: 0.75 });
  assert.equal(saidAndReached([]), undefined);
});
