import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shift, startOf } from '#domain/time/period.ts';
import { layout } from './run-chart.ts';
import type { Phase, Point, RunSeries } from './series.ts';

const size = { width: 760, height: 340 };

function points(values: readonly (number | null)[], first = '2026-01'): Point[] {
  return values.map((value, index) => {
    const period = shift(first, index);
    return { period, start: startOf(period), value };
  });
}

function series(values: readonly (number | null)[], rest: Partial<RunSeries> = {}): RunSeries {
  return {
    points: points(values),
    phases: [],
    thresholds: [],
    signals: [],
    annotations: [],
    unit: { kind: 'percent' },
    decimals: 1,
    ...rest,
  };
}

const phase: Phase = { from: 0, to: 5, centre: 50, lower: 44, upper: 56, strength: 'firm' };

test('without a season there is one line; with one, what is judged lies before what was measured', () => {
  assert.equal(layout(series([10, 30, 20]), size).rawLine, '');
  const seasonal = series([10, 30, 20]);
  const flat = { ...seasonal, points: seasonal.points.map((each) => ({ ...each, adjusted: 20 })) };
  const { rawLine, line, ys } = layout(flat, size);
  assert.notEqual(rawLine, line);
  assert.equal(new Set(ys).size, 1);
});

test('every present value is a dot within the plot, larger values higher up', () => {
  const { dots, plot } = layout(series([10, 30, 20]), size);
  assert.equal(dots.length, 3);
  for (const { x, y } of dots) {
    assert.ok(x >= plot.left && x <= plot.right);
    assert.ok(y >= plot.top && y <= plot.bottom);
  }
  const [low, high, middle] = dots.map(({ y }) => y) as [number, number, number];
  assert.ok(high < middle && middle < low);
});

test('a missing reading breaks the line, and a reading alone between two gaps has a dot but no line', () => {
  const { line, dots } = layout(series([1, 2, null, 3, null, 4, 5]), size);
  assert.equal(line.match(/M/g)?.length, 2);
  assert.equal(line.match(/L/g)?.length, 2);
  assert.deepEqual(
    dots.map(({ index }) => index),
    [0, 1, 3, 5, 6],
  );
});

test('a period that has not ended is hollow and hangs on a dashed line', () => {
  const given = series([1, 2, 3]);
  given.points[2]!.partial = true;
  const { dots, line, partialLine } = layout(given, size);
  assert.equal(dots[2]!.kind, 'partial');
  assert.equal(line.match(/L/g)?.length, 1);
  assert.equal(partialLine.match(/L/g)?.length, 1);
});

test('old phases stay on the chart and meet the new one without a hole', () => {
  const values = [50, 51, 49, 60, 61, 59];
  const old = { ...phase, to: 2 };
  const present = { ...phase, from: 3, centre: 60, lower: 54, upper: 66 };
  const { phases, labels, plot } = layout(series(values, { phases: [old, present] }), size);
  assert.equal(phases.length, 2);
  assert.equal(phases[0]!.x1, phases[1]!.x0);
  assert.equal(phases[1]!.x1, plot.right);
  assert.deepEqual(
    phases.map(({ isPresent }) => isPresent),
    [false, true],
  );
  assert.deepEqual(
    labels.map(({ text }) => text),
    ['Upper 66.0%', 'Level 60.0%', 'Lower 54.0%'],
  );
});

test('a limit below what can be is not drawn, and the axis does not go there', () => {
  const phases = [{ ...phase, centre: 3, lower: -4, upper: 10 }];
  const {
    phases: drawn,
    labels,
    valueTicks,
  } = layout(series([2, 4, 3, 3, 2, 4], { phases, bounds: { least: 0 } }), size);
  assert.equal(drawn[0]!.lower, undefined);
  assert.ok(labels.every(({ text }) => !text.startsWith('Lower')));
  assert.ok(valueTicks.every(({ value }) => value >= 0));
});

test('labels at the ends of lines never overlap', () => {
  const thresholds = [
    { kind: 'floor', label: 'Floor', value: 50.1 },
    { kind: 'desired', label: 'Desired', value: 50.2 },
  ] as const;
  const given = series([50, 51, 49, 50, 51, 49], { phases: [phase], thresholds: [...thresholds] });
  const ys = layout(given, size)
    .labels.map(({ y }) => y)
    .sort((a, b) => a - b);
  for (const [index, y] of ys.entries()) assert.ok(index === 0 || y - ys[index - 1]! >= 13.9);
});

test('a desired level far away is named with an arrow and does not press the values flat', () => {
  const given = series([50, 51, 49], { thresholds: [{ kind: 'desired', label: 'Desired', value: 500 }] });
  const { labels, thresholds, dots, plot } = layout(given, size);
  assert.deepEqual([labels[0]!.text, labels[0]!.off], ['Desired 500.0% ↑', 'above']);
  assert.deepEqual(thresholds, []);
  const ys = dots.map(({ y }) => y);
  assert.ok(Math.max(...ys) - Math.min(...ys) > (plot.bottom - plot.top) / 2);
});

test('a threshold holds from its day on, and one that ended has no label', () => {
  const given = series([50, 51, 49, 52], {
    thresholds: [
      { kind: 'floor', label: 'Floor', value: 48, until: '2026-02-28' },
      { kind: 'floor', label: 'Floor', value: 49, from: '2026-03-01' },
    ],
  });
  const { thresholds, labels, plot } = layout(given, size);
  assert.equal(thresholds.length, 2);
  assert.equal(thresholds[0]!.x1, thresholds[1]!.x0);
  assert.equal(thresholds[1]!.x1, plot.right);
  assert.deepEqual(
    labels.map(({ text }) => text),
    ['Floor 49.0%'],
  );
});

test('all points of a signal are marked, and the first point at which it was found wears the ring', () => {
  const given = series([50, 60, 61, 62, 63], {
    signals: [
      { index: 3, points: [1, 2, 3], rule: 'three-of-four', sense: 'improvement' },
      { index: 4, points: [2, 3, 4], rule: 'three-of-four', sense: 'improvement' },
    ],
  });
  const { dots } = layout(given, size);
  assert.deepEqual(
    dots.map(({ kind }) => kind),
    ['point', 'signal', 'signal', 'signal', 'signal'],
  );
  assert.deepEqual(
    dots.map(({ completes }) => completes ?? false),
    [false, false, false, true, false],
  );
});

test('a deterioration is not painted over by an improvement that shares the point', () => {
  const given = series([50, 60], {
    signals: [
      { index: 1, points: [1], rule: 'beyond-limits', sense: 'deterioration' },
      { index: 1, points: [1], rule: 'run-of-eight', sense: 'improvement' },
    ],
  });
  assert.equal(layout(given, size).dots[1]!.sense, 'deterioration');
});

test('flags too near to each other take a second row', () => {
  const given = series(
    Array.from({ length: 120 }, (_, index) => 50 + (index % 3)),
    {
      annotations: [
        { index: 40, text: 'one' },
        { index: 41, text: 'two' },
        { index: 90, to: 95, text: 'three' },
      ],
    },
  );
  const { flags } = layout(given, size);
  assert.deepEqual(
    flags.map(({ number, row }) => [number, row]),
    [
      [1, 0],
      [2, 1],
      [3, 0],
    ],
  );
  assert.ok(flags[2]!.to! > flags[2]!.x);
});

test('a chart without readings, or with one, can still be laid out', () => {
  assert.deepEqual(layout(series([]), size).dots, []);
  const { dots, plot } = layout(series([42]), size);
  assert.equal(dots.length, 1);
  assert.ok(dots[0]!.y > plot.top && dots[0]!.y < plot.bottom);
});
