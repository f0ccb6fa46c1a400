import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { thresholdFault } from '#domain/kpi/threshold.ts';
import { carriedOver, gainOf, raisedThreshold } from './gain.ts';
import type { Measure } from './measure.ts';

const move = (baseline: number, target: number): Measure => ({ kind: 'move', baseline, target });

test('the gained level is the promise when it was reached, else what was reached', () => {
  const cases: [Measure, number | undefined, ReturnType<typeof gainOf>][] = [
    [move(80, 90), 95, { level: 90, direction: 'higher', before: 80 }],
    [move(80, 90), 90, { level: 90, direction: 'higher', before: 80 }],
    [move(80, 90), 86, { level: 86, direction: 'higher', before: 80 }],
    [move(240, 45), 40, { level: 45, direction: 'lower', before: 240 }],
    [move(240, 45), 60, { level: 60, direction: 'lower', before: 240 }],
    [move(80, 90), undefined, undefined],
    [
      { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' },
      4.9,
      { level: 4.7, direction: 'higher' },
    ],
    [
      { kind: 'hit rate', planned: 3, cadence: 'monthly', bound: 'at most', level: 2 },
      2,
      { level: 2, direction: 'lower' },
    ],
    [{ kind: 'hit rate', planned: 3, cadence: 'monthly' }, 2, undefined],
    [{ kind: 'done' }, 1, undefined],
  ];
  for (const [measure, current, gain] of cases) assert.deepEqual(gainOf(measure, current), gain);
});

test('what is carried over starts where it stands, and steps that are done stay behind', () => {
  assert.deepEqual(carriedOver(move(0, 100), { current: 40 }), move(40, 100));
  assert.deepEqual(carriedOver(move(0, 100), {}), move(0, 100));
  const steps = [
    { id: 'a', title: 'A', weight: 1 },
    { id: 'b', title: 'B', weight: 2 },
  ];
  assert.deepEqual(carriedOver({ kind: 'milestones', steps }, { stepsDone: ['a'] }), {
    kind: 'milestones',
    steps: [steps[1]],
  });
  assert.deepEqual(carriedOver({ kind: 'done' }, { done: false }), { kind: 'done' });
});

test('a raised threshold is never easier than the one before, and leaves out what it contradicts', () => {
  const higher = { level: 86, direction: 'higher' } as const;
  assert.deepEqual(raisedThreshold(undefined, higher, '2026-04-01'), {
    from: '2026-04-01',
    floor: 86,
    warningFloor: undefined,
    desired: undefined,
    desiredBy: undefined,
  });
  const present = { from: '2025-01-01', floor: 75, warningFloor: 78, desired: 92, desiredBy: '2026-12-31' };
  assert.deepEqual(raisedThreshold(present, higher, '2026-04-01'), {
    from: '2026-04-01',
    floor: 86,
    warningFloor: undefined,
    desired: 92,
    desiredBy: '2026-12-31',
  });
  assert.equal(raisedThreshold({ ...present, floor: 88 }, higher, '2026-04-01').floor, 88);
  assert.equal(raisedThreshold(present, higher, '2027-01-01').desiredBy, undefined);
  const lower = raisedThreshold(
    { from: '2025-01-01', ceiling: 60, desired: 50 },
    { level: 45, direction: 'lower' },
    '2026-04-01',
  );
  assert.deepEqual([lower.ceiling, lower.desired], [45, undefined]);
});

test('a raised threshold has no fault, whatever one-sided threshold there was', () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  const rising = fc
    .uniqueArray(number, { minLength: 3, maxLength: 3 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(rising, number, fc.boolean(), ([low, middle, high], level, isHigher) => {
      const present = isHigher
        ? { from: '2025-01-01', floor: low!, warningFloor: middle!, desired: high!, desiredBy: '2025-12-31' }
        : {
            from: '2025-01-01',
            ceiling: high!,
            warningCeiling: middle!,
            desired: low!,
            desiredBy: '2025-12-31',
          };
      const direction = isHigher ? 'higher' : 'lower';
      const raised = raisedThreshold(present, { level, direction }, '2026-04-01');
      assert.equal(thresholdFault(raised, direction, { kind: 'number' }), undefined);
      if (isHigher) assert.ok(raised.floor! >= low! && raised.floor! >= level);
      else assert.ok(raised.ceiling! <= high! && raised.ceiling! <= level);
    }),
  );
});
