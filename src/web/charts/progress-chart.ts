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

/** A label at the right end of a line. */
export type ProgressLabel = { kind: 'target' | 'baseline'; text: string; y: number; lineY: number };

/** A label beside a point. */
export type PointLabel = {
  kind: 'value' | 'expected';
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'end';
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
  pointLabels: PointLabel[];
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
    pointLabels: pointLabels(series, plan, { x, y: axis.y, top, right, bottom }),
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

function namedValues({ baseline, target, unit, decimals }: ProgressSeries) {
  const text = (value: number) => formatValue(value, unit, decimals);
  return [
    { kind: 'target' as const, value: target, text: `Target ${text(target)}` },
    { kind: 'baseline' as const, value: baseline, text: `Baseline ${text(baseline)}` },
  ];
}

type Grid = Omit<Plot, 'left'> & { x: (day: Day) => number; y: (value: number) => number };
type Dated = { day: Day; value: number };

const aside = 7;

/** Names the newest value and what was expected on its day, on opposite sides of the two lines. */
function pointLabels(series: ProgressSeries, plan: readonly Dated[], grid: Grid): PointLabel[] {
  const { x, y, top, right, bottom } = grid;
  const last = series.values.at(-1);
  if (!last) return [];
  const text = (value: number) => formatValue(value, series.unit, series.decimals);
  const due = expectedOn(plan, last.day);
  const isAbove = y(last.value) <= y(due);
  // Left of the point the words lie on the lines that lead to it.
  const isRoomy = x(last.day) + aside + textWidth(`expected ${text(due)}`) <= right;
  const anchor = isRoomy ? 'start' : 'end';
  const shift = isRoomy ? aside : -aside;
  const at = (value: number, wish: boolean) => {
    // Below the lowest line lie the days of the axis, above the highest nothing is drawn.
    const isUp = (wish && y(value) - 18 > top) || y(value) + 20 > bottom;
    return { x: x(last.day) + shift, y: y(value) + (isUp ? -9 : 18), anchor } as const;
  };
  return [
    { kind: 'value', text: text(last.value), ...at(last.value, isAbove) },
    { kind: 'expected', text: `expected ${text(due)}`, ...at(due, !isAbove) },
  ];
}

function expectedOn(plan: readonly Dated[], day: Day): number {
  const after = plan.findIndex((each) => each.day >= day);
  const next = plan[after] ?? plan.at(-1)!;
  const before = plan[after - 1];
  if (!before) return next.value;
  const share = (dayNumber(day) - dayNumber(before.day)) / (dayNumber(next.day) - dayNumber(before.day));
  return before.value + share * (next.value - before.value);
}

/** The chart in a sentence, for those who do not see it. */
export function progressSummary(name: string, series: ProgressSeries): string {
  const { values, baseline, target, unit, decimals, ends } = series;
  const text = (value: number) => formatValue(value, unit, decimals);
  const last = values.at(-1);
  const now = last ? `${text(last.value)} on ${shortDay(last.day)}` : 'no value yet';
  return `${name}: from ${text(baseline)} to ${text(target)} by ${shortDay(ends)}; ${now}.`;
}
