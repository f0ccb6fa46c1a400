import { formatValue } from '#domain/kpi/format.ts';
import type { Sense } from '#domain/kpi/signals.ts';
import { type EndLabel, endLabels, type Line } from './end-labels.ts';
import { aheadStep, type FanMarks, fanMarks, fanValues, stepsAhead } from './fan.ts';
import { type Flag, flags } from './flags.ts';
import { linePath, type Spot, tenths, textWidth } from './path.ts';
import { type PeriodTick, periodTicks } from './period-axis.ts';
import { type PhaseMark, phaseMarks } from './phases.ts';
import { type SeasonBand, seasonBand } from './season-band.ts';
import {
  type ChartSignal,
  type FanStep,
  judgedValue,
  type Plot,
  type Point,
  type RunSeries,
  type Size,
} from './series.ts';
import { type ThresholdMark, thresholdMarks } from './thresholds.ts';
import { type ValueAxis, type ValueTick, valueAxis } from './value-axis.ts';

/** A reading as it is drawn; `completes` marks the point at which a signal was first found. */
export type Dot = Spot & {
  index: number;
  kind: 'point' | 'partial' | 'signal';
  sense?: Sense;
  completes?: boolean;
};

/** Everything that a run chart puts on the page, in pixels. */
export type RunMarks = {
  plot: Plot;
  /** The middle of each slot. */
  xs: number[];
  ys: (number | null)[];
  line: string;
  /** The values as they were measured, when `line` is without their season; else empty. */
  rawLine: string;
  /** The dashed stretch that leads to a period that has not ended. */
  partialLine: string;
  dots: Dot[];
  phases: PhaseMark[];
  thresholds: ThresholdMark[];
  labels: EndLabel[];
  valueTicks: ValueTick[];
  areTicksInside: boolean;
  /** The distance of two slots. */
  step: number;
  periodTicks: PeriodTick[];
  flags: Flag[];
  axis: ValueAxis;
  seasonBand: SeasonBand | undefined;
  fan: FanMarks | undefined;
  /** The line at which each change of the definition begins to hold. */
  changes: number[];
  /** The level of a proposed phase, from its first point on. */
  proposal: { x: number; y: number } | undefined;
};

const axisHeight = 36;
// Below this width the values of the axis stand on their grid lines, as in a newspaper's column.
const narrow = 480;
const labelHeight = 14;

/** Lays a run chart out in a size: values, limits by phase, thresholds, signals, annotations, axes and labels. */
export function layout(series: RunSeries, { width, height }: Size): RunMarks {
  const { points, unit, decimals } = series;
  const top = series.annotations.length > 0 ? 30 : 12;
  const bottom = height - axisHeight;
  const mayCome = fanValues(series);
  const axis = valueAxis(
    [...shownValues(series), ...mayCome.core],
    [...series.thresholds.map((each) => each.value), ...mayCome.wished],
    { top, bottom },
    series,
  );
  const isNarrow = width < narrow;
  const left = isNarrow ? 2 : Math.ceil(Math.max(24, ...axis.ticks.map((tick) => textWidth(tick.text))) + 10);
  const lines = namedLines(series);
  const text = (line: Line) => `${line.label} ${formatValue(line.value, unit, decimals)}`;
  const labelRoom = Math.ceil(Math.max(12, ...lines.map((line) => textWidth(text(line)) + 18)));
  const right = Math.max(left + 40, width - labelRoom);
  const later = stepsAhead(series);
  const ahead = aheadStep(right - left - 12, points.length, later.length);
  const step = (right - left - 12 - ahead * later.length) / Math.max(1, points.length - 1);
  const start = points.length === 1 && later.length === 0 ? (left + right) / 2 : left + 6;
  const xs = points.map((_, index) => tenths(start + index * step));
  const heightOf = (value: number | null) => (value === null ? null : axis.y(value));
  const ys = points.map((point) => heightOf(judgedValue(point)));
  const spotsOf = (heights: (number | null)[]) =>
    heights.map((y, index): Spot | null => (y === null ? null : { x: xs[index]!, y }));
  const whole = (spots: readonly (Spot | null)[]) =>
    linePath(spots.map((spot, index) => (points[index]!.partial ? null : spot)));
  const plot = { left, top, right, bottom };
  const fan = fanMarks(series, { xs, ahead, plot, axis });
  // What was is drawn up to the line at which the present ends; what is asked goes on.
  const past = later.length > 0 && fan ? { ...plot, right: Math.max(fan.now, xs.at(-1)!) } : plot;
  const spots = spotsOf(ys);
  const raw = spotsOf(points.map(({ value }) => heightOf(value)));
  const isSeasonal = points.some(({ adjusted }) => adjusted !== undefined);
  return {
    plot,
    xs,
    ys,
    line: whole(spots),
    rawLine: isSeasonal ? whole(raw) : '',
    partialLine: partialPath(points, raw),
    dots: dots(points, series.signals, spots),
    phases: phaseMarks(series, { plot: past, start, step, axis }),
    thresholds: thresholdMarks(series, { plot, start, step, axis }),
    labels: endLabels(lines, text, axis, { top: top + 4, bottom: bottom - 4, room: labelHeight }),
    valueTicks: axis.ticks,
    areTicksInside: isNarrow,
    step: tenths(step),
    periodTicks: ticksOf(points, later, { start, step, ahead }),
    flags: flags(series.annotations, xs),
    axis,
    seasonBand: seasonBand(series, xs, axis),
    fan,
    changes: (series.changes ?? []).map(({ index }) => tenths(start + (index - 0.5) * step)),
    proposal: series.proposal && {
      x: tenths(start + (series.proposal.index - 0.5) * step),
      y: axis.y(series.proposal.level),
    },
  };
}

// Slots to come may be wider than those that were, so they have ticks of their own, after the last of those.
function ticksOf(
  points: readonly Point[],
  later: readonly FanStep[],
  { start, step, ahead }: { start: number; step: number; ahead: number },
): PeriodTick[] {
  const ticks = periodTicks(points, start, step);
  if (later.length === 0) return ticks;
  const last = start + (points.length - 1) * step;
  const from = (ticks.at(-1)?.x ?? Number.NEGATIVE_INFINITY) + 40;
  const next = periodTicks(later, last + ahead, ahead).filter(({ x }) => x >= from);
  const shown = ticks.findLast(({ year }) => year !== undefined)?.year;
  return [
    ...ticks,
    ...next.map((tick) => ({
      ...tick,
      index: tick.index + points.length,
      year: tick.year === shown && tick.text !== '' ? undefined : tick.year,
    })),
  ];
}

function shownValues({ points, phases, bounds }: RunSeries): number[] {
  const values = points.flatMap((point) => [point.value, judgedValue(point)].filter((each) => each !== null));
  const limits = phases.flatMap(({ lower, upper }) => [
    Math.max(lower, bounds?.least ?? lower),
    Math.min(upper, bounds?.most ?? upper),
  ]);
  const spans = points.flatMap(({ span }) => (span ? [span.lower, span.upper] : []));
  const kept = spans.map((each) => Math.max(bounds?.least ?? each, Math.min(bounds?.most ?? each, each)));
  return [...values, ...limits, ...kept];
}

/** The lines that get a name at their right end: those that hold at the newest point. */
function namedLines({ points, phases, thresholds, bounds }: RunSeries): Line[] {
  const last = points.length - 1;
  const newest = points[last]?.start ?? '';
  const present = phases.find((phase) => phase.from <= last && phase.to >= last) ?? phases.at(-1);
  const limits: Line[] = present
    ? [
        { kind: 'limit', label: 'Upper', value: present.upper },
        { kind: 'centre', label: 'Level', value: present.centre },
        { kind: 'limit', label: 'Lower', value: present.lower },
      ]
    : [];
  const isPossible = ({ value }: Line) =>
    value >= (bounds?.least ?? value) && value <= (bounds?.most ?? value);
  return [
    ...limits.filter(isPossible),
    ...thresholds.filter(({ until }) => until === undefined || until >= newest),
  ];
}

function partialPath(points: readonly Point[], spots: readonly (Spot | null)[]): string {
  const parts = points.map(({ partial }, index) => {
    const before = spots[index - 1];
    return partial && before && spots[index] ? linePath([before, spots[index]]) : '';
  });
  return parts.join('');
}

function dots(
  points: readonly Point[],
  signals: readonly ChartSignal[],
  spots: readonly (Spot | null)[],
): Dot[] {
  const senses = new Map<number, Sense>();
  const ends = new Set<number>();
  for (const { index, points: part, sense } of signals) {
    // A point can take part in several patterns; the bad news must not be painted over by the good.
    for (const each of [...part, index]) {
      if (senses.get(each) !== 'deterioration') senses.set(each, sense);
    }
    ends.add(index);
  }
  return spots.flatMap((spot, index): Dot[] => {
    if (!spot) return [];
    if (points[index]!.partial) return [{ ...spot, index, kind: 'partial' }];
    const sense = senses.get(index);
    if (!sense) return [{ ...spot, index, kind: 'point' }];
    // Twenty points in a row beyond a limit are one piece of news: only the first wears the ring.
    const isNews = ends.has(index) && !(ends.has(index - 1) && senses.get(index - 1) === sense);
    return [{ ...spot, index, kind: 'signal', sense, completes: isNews }];
  });
}
