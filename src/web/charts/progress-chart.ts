import { formatValue } from '#domain/kpi/format.ts';
import { type Day, dayNumber } from '#domain/time/day.ts';
import { shortDay } from '../parts/dates.ts';
import { linePath, type Spot, tenths, textWidth } from './path.ts';
import type { Plot, RunSeries, Size } from './series.ts';
import { spread } from './spread.ts';
import { type ValueTick, valueAxis } from './value-axis.ts';

/** A key result over its cycle. */
export type ProgressSeries = Pick<RunSeries, 'unit' | 'decimals'> & {
  starts: Day;
  ends: Day;
  today: Day;
  baseline: number;
  target: number;
  /** Measured values by day, oldest first. */
  values: readonly { day: Day; value: number }[];
  /** Where the value would be at an even pace or by plan, oldest first; a straight line from baseline to target by default. */
  expected?: readonly { day: Day; value: number }[];
};

export type ProgressLabel = {
  kind: 'target' | 'baseline' | 'value' | 'expected';
  text: string;
  y: number;
  lineY: number;
};

/** What a progress chart puts on the page, in pixels. */
export type ProgressMarks = {
  plot: Plot;
  value: string;
  dots: Spot[];
  last: Spot | undefined;
  expected: string;
  today: number | undefined;
  target: number;
  baseline: number;
  labels: ProgressLabel[];
  valueTicks: ValueTick[];
  dayTicks: { x: number; text: string; anchor: 'start' | 'middle' | 'end' }[];
};

/** Lays out the value of a key result against its expected line, its baseline and its target. */
export function progressLayout(series: ProgressSeries, { width, height }: Size): ProgressMarks {
  const { starts, ends, baseline, target, values } = series;
  const plan = series.expected ?? [
    { day: starts, value: baseline },
    { day: ends, value: target },
  ];
  const [top, bottom] = [12, height - 24];
  const axis = valueAxis(
    [baseline, target, ...values.map((each) => each.value)],
    [],
    { top, bottom },
    series,
  );
  const named = namedValues(series);
  const left = Math.ceil(Math.max(24, ...axis.ticks.map((tick) => textWidth(tick.text))) + 10);
  const right = Math.max(
    left + 40,
    width - Math.ceil(Math.max(...named.map(({ text }) => textWidth(text)))) - 20,
  );
  const first = dayNumber(starts);
  const days = Math.max(1, dayNumber(ends) - first);
  const x = (day: Day) =>
    tenths(left + (Math.min(days, Math.max(0, dayNumber(day) - first)) / days) * (right - left));
  const spots = values.map(({ day, value }) => ({ x: x(day), y: axis.y(value) }));
  const lineYs = named.map(({ value }) => axis.y(value));
  const ys = spread(lineYs, 14, top + 4, bottom - 4);
  const isRunning = series.today >= starts && series.today <= ends;
  return {
    plot: { left, top, right, bottom },
    value: linePath(spots),
    dots: spots,
    last: spots.at(-1),
    expected: linePath(plan.map(({ day, value }) => ({ x: x(day), y: axis.y(value) }))),
    today: isRunning ? x(series.today) : undefined,
    target: axis.y(target),
    baseline: axis.y(baseline),
    labels: named.map(({ kind, text }, index) => ({ kind, text, y: ys[index]!, lineY: lineYs[index]! })),
    valueTicks: axis.ticks,
    dayTicks: [
      { x: left, text: shortDay(starts), anchor: 'start' },
      ...(isRunning && x(series.today) > left + 70 && x(series.today) < right - 70
        ? [{ x: x(series.today), text: 'today', anchor: 'middle' as const }]
        : []),
      { x: right, text: shortDay(ends), anchor: 'end' },
    ],
  };
}

function namedValues({ baseline, target, values, unit, decimals }: ProgressSeries) {
  const text = (value: number) => formatValue(value, unit, decimals);
  const last = values.at(-1);
  return [
    { kind: 'target' as const, value: target, text: `Target ${text(target)}` },
    { kind: 'baseline' as const, value: baseline, text: `Baseline ${text(baseline)}` },
    ...(last ? [{ kind: 'value' as const, value: last.value, text: `Now ${text(last.value)}` }] : []),
  ];
}

/** The chart in a sentence, for those who do not see it. */
export function progressSummary(name: string, series: ProgressSeries): string {
  const { values, baseline, target, unit, decimals, ends } = series;
  const text = (value: number) => formatValue(value, unit, decimals);
  const last = values.at(-1);
  const now = last ? `${text(last.value)} on ${shortDay(last.day)}` : 'no value yet';
  return `${name}: from ${text(baseline)} to ${text(target)} by ${shortDay(ends)}; ${now}.`;
}
