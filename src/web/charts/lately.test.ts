import assert from 'node:assert/strict';
import test from 'node:test';
import { lately } from './lately.ts';
import type { RunSeries } from './series.ts';

const series: RunSeries = {
  points: [1, 2, 3, 4, 5].map((value) => ({ period: `2026-0${value}`, start: `2026-0${value}-01`, value })),
  phases: [
    { from: 0, to: 1, centre: 1, lower: 0, upper: 2, strength: 'trial' },
    { from: 2, to: 4, centre: 4, lower: 3, upper: 5, strength: 'trial' },
  ],
  thresholds: [],
  signals: [
    { index: 1, points: [0, 1], rule: 'beyond-limits', sense: 'neither' },
    { index: 4, points: [1, 3, 4], rule: 'three-of-four', sense: 'improvement' },
  ],
  annotations: [{ index: 4, text: 'a new desk' }],
  changes: [{ index: 0, text: 'counted anew' }],
  unit: { kind: 'number' },
  decimals: 0,
};

test('the newest points keep their limits and signals, counted from the first one that is shown', () => {
  const { points, phases, signals, annotations, changes } = lately(series, 2);
  assert.deepEqual(
    points.map(({ value }) => value),
    [4, 5],
  );
  assert.deepEqual(
    phases.map(({ from, to, centre }) => [from, to, centre]),
    [[0, 1, 4]],
  );
  assert.deepEqual(
    signals.map(({ index, points: part }) => [index, part]),
    [[1, [0, 1]]],
  );
  assert.deepEqual([annotations, changes], [[], []]);
});

test('a series with fewer points than there is room for stays as it is, without its notes', () => {
  assert.deepEqual(lately(series, 9), { ...series, annotations: [] });
});
