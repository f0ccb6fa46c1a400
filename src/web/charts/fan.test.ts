import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { periodsBetween, shift, startOf } from '#domain/time/period.ts';
import { layout } from './run-chart.ts';
import type { FanStep, RunSeries } from './series.ts';
import { fanWords, summary } from './words.ts';

const size = { width: 900, height: 340 };
const spread = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

function series(count: number, ahead: number, withPartial = false): RunSeries {
  const last = '2026-02';
  const periods = periodsBetween(shift(last, 1 - count), withPartial ? shift(last, 1) : last);
  const fan = Array.from({ length: ahead }, (_, index): FanStep => {
    const period = shift(last, index + 1);
    return { period, start: startOf(period), quantiles: spread.map((each) => 50 + each * (1 + index / 4)) };
  });
  return {
    points: periods.map((period, index) => ({
      period,
      start: startOf(period),
      value: 50 + (index % 3),
      ...(withPartial && index === count && { partial: true }),
    })),
    phases: [{ from: 0, to: periods.length - 1, centre: 51, lower: 47, upper: 55, strength: 'firm' }],
    thresholds: [{ kind: 'floor', label: 'Floor', value: 49 }],
    signals: [],
    annotations: [],
    ...(ahead > 0 && { fan }),
    unit: { kind: 'number' },
    decimals: 0,
  };
}

const xsOf = (path: string) => [...path.matchAll(/[ML](-?[\d.]+),/g)].map((match) => Number(match[1]));

describe('the fan of a run chart', () => {
  it('opens at the last complete point and goes on to the right edge, divided from what was', () => {
    const marks = layout(series(36, 3), size);
    const { fan, xs, plot, phases, thresholds } = marks;
    assert.equal(fan!.xs.length, 3);
    assert.equal(xsOf(fan!.median)[0], xs.at(-1));
    assert.equal(xsOf(fan!.median).at(-1), fan!.xs.at(-1));
    assert.ok(fan!.xs.at(-1)! <= plot.right && fan!.xs.at(-1)! > plot.right - 12);
    assert.ok(fan!.now > xs.at(-1)! && fan!.now < fan!.xs[0]!);
    assert.ok(phases[0]!.x1 <= fan!.xs[0]!, 'limits are of what was');
    assert.equal(thresholds[0]!.x1, plot.right, 'what is asked goes on');
    assert.deepEqual(
      fan!.bands.map(({ percent }) => percent),
      [95, 80, 50],
    );
  });

  it('has room however long the history is', () => {
    const { fan, xs, plot } = layout(series(400, 1), size);
    assert.ok(plot.right - fan!.now > 50, `${plot.right - fan!.now}`);
    assert.ok(xs.at(-1)! < fan!.xs[0]!);
  });

  it('begins over the period that has not ended, where there is one', () => {
    const marks = layout(series(36, 3, true), size);
    assert.equal(marks.xs.length, 37);
    assert.equal(marks.fan!.xs.length, 2, 'the first step has its slot already');
    assert.equal(xsOf(marks.fan!.median)[0], marks.xs[35]);
    assert.equal(xsOf(marks.fan!.median)[1], marks.xs[36]);
    assert.ok(marks.fan!.now > marks.xs[35]! && marks.fan!.now < marks.xs[36]!);
  });

  it('never leaves the plot, also where the axis leaves out its edges', () => {
    const wide = series(36, 3);
    wide.fan = wide.fan!.map((step) => ({ ...step, quantiles: [-900, -800, 48, 49, 50, 51, 52, 800, 900] }));
    const { fan, plot } = layout(wide, size);
    const ys = fan!.bands.flatMap(({ path }) =>
      [...path.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1])),
    );
    assert.ok(ys.length > 10 && ys.every((y) => y >= plot.top && y <= plot.bottom));
  });

  it('is not there without a forecast, and the chart is as it was', () => {
    const marks = layout(series(36, 0), size);
    assert.equal(marks.fan, undefined);
    assert.equal(marks.phases[0]!.x1, marks.plot.right);
  });

  it('has ticks of its own that do not touch the others', () => {
    for (const [count, ahead] of [
      [36, 3],
      [12, 12],
      [120, 1],
    ] as const) {
      const { periodTicks } = layout(series(count, ahead), size);
      for (const [index, tick] of periodTicks.slice(1).entries())
        assert.ok(tick.x - periodTicks[index]!.x >= 30, `${count}: ${tick.x}`);
    }
  });

  it('has its words below where the target runs along the top, however wide it opens far from them', () => {
    const wide = series(24, 12);
    const { fan, plot, axis } = layout(
      {
        ...wide,
        fan: wide.fan!.map((step, index) => ({
          ...step,
          quantiles: spread.map((each) => 50 + each * (1 + index)),
        })),
        thresholds: [{ kind: 'desired', label: 'Target', value: 97 }],
      },
      size,
    );
    assert.ok(axis.y(97) < plot.top + 30);
    assert.equal(fan!.words.y, plot.bottom - 6);
  });

  it('is told in words', () => {
    const made = series(36, 3);
    assert.equal(fanWords(made.fan![0]!, made), 'if nothing changes, between 48 and 52 in 80% of cases');
    assert.match(
      summary('CSAT', made),
      /Forecast for May 2026: 50, if nothing changes, between 47 and 53 in 80% of cases\.$/,
    );
  });
});
