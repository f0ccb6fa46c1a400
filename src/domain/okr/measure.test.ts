import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGood, type Measure, measureFault, weightsFault } from './measure.ts';

const hold: Measure = { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' };

test('A sound measure of each kind has no fault', () => {
  const sound: Measure[] = [
    { kind: 'move', baseline: 240, target: 45 },
    { kind: 'move', baseline: -10, target: 0 },
    hold,
    { kind: 'hit rate', planned: 13, cadence: 'weekly' },
    { kind: 'hit rate', planned: 13, cadence: 'weekly', bound: 'at most', level: 0 },
    {
      kind: 'milestones',
      steps: [
        { id: 'a', title: 'Pilot', weight: 0 },
        { id: 'b', title: 'Roll-out', weight: 2 },
      ],
    },
    { kind: 'done' },
  ];
  for (const measure of sound) assert.equal(measureFault(measure, 3), undefined, measure.kind);
});

test('A measure that cannot be reckoned with is refused in words', () => {
  const cases: [Measure, RegExp][] = [
    [{ kind: 'move', baseline: 40, target: 40 }, /both 40. That holds a level: use hold/],
    [{ kind: 'move', baseline: 0, target: -0 }, /use hold/],
    [{ kind: 'move', baseline: Number.NaN, target: 40 }, /The baseline is not a number/],
    [{ kind: 'move', baseline: 40, target: Number.POSITIVE_INFINITY }, /The target is not a number/],
    [{ kind: 'move', baseline: -1.7e308, target: 1.7e308 }, /too far apart/],
    [{ ...hold, run: 0 }, /The run is 0 periods in a row: use a whole number from 1/],
    [{ ...hold, run: 2.5 }, /The run is 2.5/],
    [{ ...hold, run: 4 }, /The cycle has 3 periods .* a run of 4 cannot happen/],
    [{ ...hold, level: Number.NaN }, /The level is not a number/],
    [{ kind: 'hit rate', planned: 0, cadence: 'weekly' }, /The plan is 0 periods/],
    [{ kind: 'hit rate', planned: 13, cadence: 'weekly', level: 5 }, /give both/],
    [{ kind: 'milestones', steps: [] }, /at least one step/],
    [{ kind: 'milestones', steps: [{ id: 'a', title: 'Pilot', weight: 0 }] }, /All weights are zero/],
    [{ kind: 'milestones', steps: [{ id: 'a', title: 'Pilot', weight: -1 }] }, /-1 is not a weight/],
    [{ kind: 'milestones', steps: [{ id: 'a', title: ' ', weight: 1 }] }, /Step 1 has no title/],
    [
      {
        kind: 'milestones',
        steps: [
          { id: 'a', title: 'One', weight: 1 },
          { id: 'a', title: 'Two', weight: 1 },
        ],
      },
      /same id/,
    ],
  ];
  for (const [measure, sentence] of cases) assert.match(measureFault(measure, 3) ?? '', sentence);
});

test('Weights are refused when all are zero, or one is none', () => {
  assert.match(weightsFault([0, 0]) ?? '', /All weights are zero/);
  assert.match(weightsFault([1, Number.NaN]) ?? '', /NaN is not a weight/);
  assert.match(weightsFault([1, Number.POSITIVE_INFINITY]) ?? '', /Infinity is not a weight/);
  assert.equal(weightsFault([0, 1]), undefined);
  assert.equal(weightsFault([]), undefined);
});

test('The level itself is good, also when it is a sum of tenths', () => {
  assert.ok(isGood(4.7, 'at least', 4.7) && isGood(4.7, 'at most', 4.7));
  assert.ok(isGood(0.1 + 0.2, 'at most', 0.3));
  assert.ok(!isGood(4.69, 'at least', 4.7) && !isGood(4.71, 'at most', 4.7));
});
