import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { objectiveProgress } from './objective-progress.ts';
import { weightedMean } from './weighted-mean.ts';

const item = fc.record({
  progress: fc.option(fc.double({ min: -3, max: 3, noNaN: true }), { nil: undefined }),
  weight: fc.double({ min: 0, max: 1e308, noNaN: true }),
});

test('An objective is the weighted mean of what counts in it, each clamped first', () => {
  const cases = [
    [
      [
        { progress: 0.4, weight: 1 },
        { progress: 0.8, weight: 3 },
      ],
      [],
      0.7,
    ],
    [
      [
        { progress: 1.3, weight: 1 },
        { progress: -0.2, weight: 1 },
      ],
      [],
      0.5,
    ],
    [[{ progress: 0.5, weight: 1 }], [{ progress: 1, weight: 1 }], 0.75],
    [[], [{ progress: 0.25, weight: 2 }], 0.25],
    [
      [
        { progress: 1, weight: 0 },
        { progress: 0.2, weight: 1 },
      ],
      [],
      0.2,
    ],
  ] as const;
  for (const [keyResults, contributors, share] of cases)
    assert.ok(Math.abs(objectiveProgress(keyResults, contributors)! - share) < 1e-12);
});

test('Nothing that counts gives no progress, not 0', () => {
  assert.equal(objectiveProgress([], []), undefined);
  assert.equal(objectiveProgress([{ progress: undefined, weight: 1 }], []), undefined);
  assert.equal(objectiveProgress([], [{ progress: undefined, weight: 1 }]), undefined);
  assert.equal(objectiveProgress([{ progress: 0.5, weight: 0 }], []), undefined);
});

test('Silence does not look better than a report, and an empty contributor does not drag its parent down', () => {
  assert.equal(
    objectiveProgress(
      [
        { progress: 1, weight: 1 },
        { progress: undefined, weight: 1 },
      ],
      [],
    ),
    0.5,
  );
  assert.equal(objectiveProgress([{ progress: 1, weight: 1 }], [{ progress: undefined, weight: 5 }]), 1);
});

test('An objective lies between 0 and 1, whatever its parts and weights are, and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(item), (keyResults, contributors) => {
      const share = objectiveProgress(keyResults, contributors);
      if (share === undefined) return;
      assert.ok(share >= -1e-12 && share <= 1 + 1e-12, String(share));
      const turned = objectiveProgress(keyResults.toReversed(), contributors.toReversed());
      assert.ok(Math.abs(share - turned!) < 1e-9);
    }),
  );
});

test('Better parts never make a worse objective', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1 }),
      fc.nat(),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (items, pick, more) => {
        const at = pick % items.length;
        const better = items.map((each, index) =>
          index === at ? { ...each, progress: (each.progress ?? 0) + more } : each,
        );
        const [before, after] = [objectiveProgress(items, []), objectiveProgress(better, [])];
        if (before !== undefined && after !== undefined) assert.ok(after >= before - 1e-12);
      },
    ),
  );
});

test('A mean of nothing, or of nothing with weight, is no mean', () => {
  assert.equal(weightedMean([]), undefined);
  assert.equal(weightedMean([{ value: 1, weight: 0 }]), undefined);
  assert.equal(
    weightedMean([
      { value: 1, weight: 1e308 },
      { value: 0, weight: 1e308 },
    ]),
    0.5,
  );
});
