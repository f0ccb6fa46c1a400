import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handlesOf, movedBy, valueAt } from './line-handles.ts';
import { layout } from './run-chart.ts';
import type { RunSeries } from './series.ts';

const series: RunSeries = {
  points: [90, 94, 92, 96].map((value, at) => ({
    ...{ period: `2026-0${at + 1}`, start: `2026-0${at + 1}-01`, value },
  })),
  thresholds: [
    { kind: 'floor', field: 'floor', label: 'Floor', value: 88, until: '2026-02-28' },
    { kind: 'floor', field: 'floor', label: 'Floor', value: 91, from: '2026-03-01' },
    { kind: 'desired', field: 'desired', label: 'Desired', value: 97 },
  ],
  ...{ phases: [], signals: [], annotations: [], unit: { kind: 'percent' }, decimals: 1 },
};
const marks = layout(series, { width: 700, height: 340 });

test('only lines in force can be taken hold of, each beside its label', () => {
  const handles = handlesOf(series, marks);
  assert.deepEqual(
    handles.map(({ field, value }) => [field, value]),
    [
      ['floor', 91],
      ['desired', 97],
    ],
  );
  assert.deepEqual(
    handles.map(({ y }) => y),
    marks.labels.map(({ y }) => y),
  );
});

test('lines that lie close to each other are far enough apart to be hit', () => {
  const near: RunSeries = {
    ...series,
    thresholds: [91, 91.2, 91.4].map((value, at) => ({
      ...{ kind: 'warning', label: 'Line', value },
      field: (['floor', 'warningFloor', 'desired'] as const)[at]!,
    })),
  };
  const ys = handlesOf(near, layout(near, { width: 700, height: 340 }))
    .map(({ y }) => y)
    .sort((a, b) => a - b);
  assert.ok(ys[1]! - ys[0]! >= 24 && ys[2]! - ys[1]! >= 24, ys.join());
});

test('a line that is dragged comes to a value that can be read, and not beyond the chart', () => {
  const { plot, axis } = marks;
  assert.equal(valueAt(axis.y(94.3), marks, series), 94.3);
  assert.equal(valueAt(plot.top - 500, marks, series), Number(axis.most.toFixed(1)));
  assert.ok(valueAt(plot.bottom + 500, marks, series) >= axis.least - 0.1);
});

test('arrow keys move by a step of the chart, page keys by ten, other keys not at all', () => {
  assert.equal(movedBy('ArrowUp', 91, marks.axis, series), 91.1);
  assert.equal(movedBy('ArrowDown', 91, marks.axis, series), 90.9);
  assert.equal(movedBy('PageUp', 91, marks.axis, series), 92);
  assert.equal(movedBy('Tab', 91, marks.axis, series), undefined);
  const wide = { ...marks.axis, least: 0, most: 12_345 };
  assert.equal(movedBy('ArrowUp', 1_000, wide, { decimals: 0 }), 1_100);
});
