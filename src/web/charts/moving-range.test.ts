import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movingRange } from './moving-range.ts';
import type { Phase, RunSeries } from './series.ts';

const phase: Phase = { from: 0, to: 4, centre: 10, lower: 5, upper: 15, upperRange: 6, strength: 'firm' };
const plot = { left: 0, right: 100, top: 0, bottom: 60 };
const xs = [10, 30, 50, 70, 90];

function series(values: (number | null)[], phases: Phase[]): RunSeries {
  const points = values.map((value, index) => ({
    period: `2026-0${index + 1}`,
    start: `2026-0${index + 1}-01`,
    value,
  }));
  return {
    points,
    phases,
    thresholds: [],
    signals: [],
    annotations: [],
    unit: { kind: 'number' },
    decimals: 0,
  };
}

test('each range stands below the later of its two values, and one beyond the limit is marked', () => {
  const { dots, limits, most } = movingRange(series([10, 12, 20, 19, 19], [phase]), xs, plot);
  assert.deepEqual(
    dots.map(({ index, y, isBeyond }) => [index, y, isBeyond]),
    [
      [1, 45, false],
      [2, 0, true],
      [3, 52.5, false],
      [4, 60, false],
    ],
  );
  assert.equal(most, 8);
  assert.equal(limits[0]!.y, 15);
});

test('there is no range across a gap, nor across a phase break', () => {
  const gap = movingRange(series([10, 12, null, 19, 18], [phase]), xs, plot);
  assert.deepEqual(
    gap.dots.map(({ index }) => index),
    [1, 4],
  );
  const phases = [
    { ...phase, to: 1 },
    { ...phase, from: 2 },
  ];
  assert.deepEqual(
    movingRange(series([10, 12, 20, 19, 18], phases), xs, plot).dots.map(({ index }) => index),
    [1, 3, 4],
  );
});
