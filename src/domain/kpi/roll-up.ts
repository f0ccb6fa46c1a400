import type { Day } from '#domain/time/day.ts';
import { addDays } from '#domain/time/day.ts';
import {
  type Cadence,
  type Calendar,
  cadenceOf,
  endOf,
  type Period,
  periodOf,
  periodsBetween,
  startOf,
} from '#domain/time/period.ts';
import { mean } from './compare.ts';
import type { AddsUp } from './definition.ts';
import type { Point } from './series.ts';
import type { Unit } from './unit.ts';

/**
 * A child of a computed KPI: it is expected to report from `since` (its first reading among `points` by default) to `until` (a child
 * that has closed), both included. One that has never reported is expected always, unless it has closed.
 */
export type Child = {
  name: string;
  points: readonly Point[];
  since?: Period | undefined;
  until?: Period | undefined;
};

/** How the values of a KPI become one; the unit decides whether a ratio is a percent. */
export type Adding = { addsUp: AddsUp; unit: Unit };

/**
 * The parent's points from its children's, by the KPI's own way of adding up. A child that is expected and has no value makes the point
 * incomplete: its name stands in `missing`, and the value is that of the others. A ratio is the sum of numerators over the sum of
 * denominators, so a child that gives only a percentage is missing: a mean of percentages would be wrong.
 */
export function parentPoints(children: readonly Child[], adding: Adding): Point[] {
  const reports = children.map((child) => {
    const reported = new Map(
      child.points.filter((point) => counts(point, adding)).map((point) => [point.period, point]),
    );
    const known = child.points.filter(({ value }) => value !== null).map(({ period }) => period);
    return { ...child, reported, since: child.since ?? known.sort()[0] };
  });
  // Periods of one cadence compare as strings in the order of time.
  const periods = [...new Set(reports.flatMap(({ reported }) => [...reported.keys()]))].sort();
  if (periods.length === 0) return [];
  return periodsBetween(periods[0]!, periods.at(-1)!).map((period) => {
    const parts = reports.flatMap(({ reported }) => reported.get(period) ?? []);
    const missing = reports
      .filter(({ reported, since, until }) => {
        const isClosed = until !== undefined && (since === undefined || until < period);
        return !isClosed && (since ?? period) <= period && !reported.has(period);
      })
      .map(({ name }) => name);
    return { period, ...total(parts, { ...adding, addsUp: acrossChildren(adding) }), missing };
  });
}

/** Whether a value to which a child is missing is too low rather than a little off: a sum without one of its shops is no sum. */
export function needsAllChildren(adding: Adding): boolean {
  return acrossChildren(adding) === 'sum';
}

// "Last" is about time. Side by side, stocks such as revenue or heads add up; ratings, percents and durations do not, they average.
function acrossChildren({ addsUp, unit }: Adding): AddsUp {
  if (addsUp !== 'last') return addsUp;
  return unit.kind === 'number' || unit.kind === 'currency' ? 'sum' : 'mean';
}

/**
 * The points of a slower cadence: a week counts in the month, quarter or year of its Thursday, a month in that of its first day. A slow
 * period of which some are without a value is incomplete, and `missing` names those.
 */
export function slowerPoints(
  points: readonly Point[],
  to: Cadence,
  adding: Adding,
  calendar: Calendar,
): Point[] {
  const slow = (period: Period) => slowerPeriod(period, to, calendar);
  const grouped = Map.groupBy(
    points.filter((point) => counts(point, adding)),
    ({ period }) => slow(period),
  );
  return [...grouped].map(([period, parts]) => {
    const present = new Set(parts.map((part) => part.period));
    const fast = cadenceOf(parts[0]!.period)!;
    const expected = fasterPeriods(period, fast, calendar);
    const missing = expected.filter((each) => !present.has(each));
    const inOrder = parts.toSorted((a, b) => (a.period < b.period ? -1 : 1));
    return { period, ...total(inOrder, adding), missing };
  });
}

/** The period of a slower cadence that a period counts in. */
export function slowerPeriod(period: Period, to: Cadence, calendar: Calendar): Period {
  return periodOf(to, markOf(period, calendar), calendar);
}

// The periods of a faster cadence that count in a period, in the order of time.
function fasterPeriods(period: Period, fast: Cadence, calendar: Calendar): Period[] {
  const slow = cadenceOf(period)!;
  return periodsBetween(
    periodOf(fast, startOf(period, calendar), calendar),
    periodOf(fast, endOf(period, calendar), calendar),
  ).filter((each) => slowerPeriod(each, slow, calendar) === period);
}

function markOf(period: Period, calendar: Calendar): Day {
  const start = startOf(period, calendar);
  return cadenceOf(period) === 'weekly' ? addDays(start, 3) : start;
}

/** Whether a point can be added up: a ratio only with both of its sums. */
export function counts({ value, numerator, denominator }: Point, { addsUp }: Adding): boolean {
  return addsUp === 'ratio'
    ? typeof numerator === 'number' && typeof denominator === 'number'
    : value !== null;
}

/** Points in the order of time as one, by the KPI's way of adding up. */
export function total(parts: readonly Point[], { addsUp, unit }: Adding): Omit<Point, 'period' | 'missing'> {
  if (addsUp === 'ratio') {
    const numerator = sum(parts.map((part) => part.numerator!));
    const denominator = sum(parts.map((part) => part.denominator!));
    return { value: ratioValue(numerator, denominator, unit), numerator, denominator };
  }
  const values = parts.map((part) => part.value!);
  return { value: values.length === 0 ? null : combined(values, addsUp) };
}

function combined(values: readonly number[], way: Exclude<AddsUp, 'ratio'>): number {
  switch (way) {
    case 'sum':
      return sum(values);
    case 'mean':
      return mean(values);
    case 'last':
      return values.at(-1)!;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
  }
}

/** A numerator over a denominator, times 100 for a percent; null when the denominator is 0. */
export function ratioValue(numerator: number, denominator: number, unit: Unit): number | null {
  if (denominator === 0) return null;
  return unit.kind === 'percent' ? (100 * numerator) / denominator : numerator / denominator;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
