import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { periodsBetween, shift } from '#domain/time/period.ts';
import type { Facts } from './facts.ts';
import type { Measure } from './measure.ts';
import { bestRun, clamp01, progress } from './progress.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const csat: Measure = { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' };
const fridays: Measure = { kind: 'hit rate', planned: 13, cadence: 'weekly' };

const months = (...values: number[]): Facts => ({
  periods: values.map((value, index) => ({ period: shift('2026-01', index), value })),
});

test('A move is measured from its baseline, not from zero', () => {
  const cases = [
    [40, 50, 44, 0.4],
    [240, 45, 142.5, 0.5],
    [40, 50, 38, -0.2],
    [40, 50, 53, 1.3],
    [40, 50, 40, 0],
    [-10, 10, 0, 0.5],
    [0, -5, -5, 1],
    [95.5, 98, 95.5, 0],
  ] as const;
  for (const [baseline, target, current, share] of cases)
    assert.equal(progress({ kind: 'move', baseline, target }, { current }), share, `${baseline} → ${target}`);
});

test('Below the baseline counts as 0, above the target as 1', () => {
  assert.deepEqual([-0.2, 0, 0.4, 1, 1.3].map(clamp01), [0, 0, 0.4, 1, 1]);
});

test('A hold needs its good periods one after the other', () => {
  const cases: [Facts, number][] = [
    [months(4.7, 4.8, 4.9), 1],
    [months(4.8, 4.6, 4.8), 1 / 3],
    [months(4.6, 4.8, 4.7), 2 / 3],
    [months(4.1, 4.2, 4.3), 0],
    [months(4.8, 4.8, 4.8, 4.8), 4 / 3],
    [
      {
        periods: [
          { period: '2026-01', value: 5 },
          { period: '2026-03', value: 5 },
        ],
      },
      1 / 3,
    ],
    [
      {
        periods: [
          { period: '2026-03', good: true },
          { period: '2026-02', good: true },
        ],
      },
      2 / 3,
    ],
  ];
  for (const [facts, share] of cases) assert.equal(progress(csat, facts), share);
});

test('A run goes on over the turn of a year with 53 weeks', () => {
  assert.equal(bestRun(['2026-W52', '2026-W53', '2027-W01']), 3);
  assert.equal(bestRun([]), 0);
});

test('A missed period of a hit rate counts as not good', () => {
  const weeks = periodsBetween('2026-W01', '2026-W11').map((period, index) => ({ period, good: index < 9 }));
  assert.equal(progress(fridays, { periods: weeks }), 9 / 13);
  assert.equal(progress(fridays, { hits: 9 }), 9 / 13);
  assert.equal(progress(fridays, { hits: 8, periods: weeks.slice(0, 1) }), 9 / 13);
  const early: Measure = { ...fridays, bound: 'at most', level: 12 };
  const values = [10, 12, 12.5].map((value, index) => ({ period: shift('2026-W01', index), value }));
  assert.equal(progress(early, { periods: values }), 2 / 13);
});

test('Milestones add up by weight, and done is all or nothing', () => {
  const steps = [
    { id: 'a', title: 'Design', weight: 1 },
    { id: 'b', title: 'Pilot', weight: 2 },
    { id: 'c', title: 'Roll-out', weight: 5 },
  ];
  const measure: Measure = { kind: 'milestones', steps };
  assert.equal(progress(measure, {}), 0);
  assert.equal(progress(measure, { stepsDone: ['b', 'a', 'b', 'gone'] }), 0.375);
  assert.equal(progress(measure, { stepsDone: ['a', 'b', 'c'] }), 1);
  assert.deepEqual([progress({ kind: 'done' }, {}), progress({ kind: 'done' }, { done: true })], [0, 1]);
});

test('What nobody has reported has no progress, which is not 0', () => {
  for (const measure of [{ kind: 'move', baseline: 1, target: 2 } as const, csat, fridays])
    assert.equal(progress(measure, { periods: [] }), undefined);
});

test('A move grows with every step towards its target, is 0 at the baseline and 1 at the target', () => {
  fc.assert(
    fc.property(number, number, number, number, (baseline, target, one, other) => {
      fc.pre(baseline !== target);
      const measure: Measure = { kind: 'move', baseline, target };
      const [low, high] = [
        progress(measure, { current: Math.min(one, other) })!,
        progress(measure, { current: Math.max(one, other) })!,
      ];
      assert.ok(target > baseline ? low <= high : low >= high);
      assert.equal(progress(measure, { current: baseline }), 0);
      assert.equal(progress(measure, { current: target }), 1);
    }),
  );
});

test('A better value of any period never lowers a hold or a hit rate', () => {
  const rating = fc.double({ min: 4, max: 5, noNaN: true });
  const counted: Measure = {
    kind: 'hit rate',
    planned: 8,
    cadence: 'monthly',
    bound: 'at least',
    level: 4.7,
  };
  fc.assert(
    fc.property(
      fc.array(rating, { minLength: 1, maxLength: 8 }),
      fc.nat(7),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, at, more) => {
        const better = values.map((value, index) => (index === at ? value + more : value));
        for (const measure of [csat, counted])
          assert.ok(progress(measure, months(...better))! >= progress(measure, months(...values))!);
      },
    ),
  );
});

test('No number that can be typed gives NaN or Infinity', () => {
  const any = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(any, any, any, (baseline, target, current) => {
      fc.pre(baseline !== target && Number.isFinite(target - baseline));
      assert.ok(Number.isFinite(progress({ kind: 'move', baseline, target }, { current })));
    }),
  );
});
