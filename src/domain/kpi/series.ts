import type { Day } from '#domain/time/day.ts';
import { type Calendar, cadenceOf, type Period, periodOf, periodsBetween } from '#domain/time/period.ts';
import { refuseNonFinite } from './compare.ts';

/**
 * The value of one period, null when it is missing or withdrawn. Ratio KPIs keep both sums; a computed parent names the children that
 * have not reported.
 */
export type Point = {
  period: Period;
  value: number | null;
  numerator?: number | null | undefined;
  denominator?: number | null | undefined;
  missing?: readonly string[] | undefined;
};

/** A KPI's history: every complete period from the first value to the newest, and the period that has not ended, if it has a value. */
export type Series = { points: Point[]; partial: Point | undefined };

/**
 * The series of some readings in any order, one a period: gaps are filled with null, the period that holds today is split off, and
 * later ones are left out. Refuses two readings of one period, NaN and infinity.
 */
export function seriesOf(readings: readonly Point[], today: Day, calendar: Calendar): Series {
  refuseNonFinite(readings.map(({ value }) => value));
  const byPeriod = new Map(readings.map((reading) => [reading.period, reading]));
  if (byPeriod.size < readings.length) throw new RangeError('a period has two readings');
  const present = readings.filter(({ value }) => value !== null);
  const cadence = present[0] && cadenceOf(present[0].period);
  if (!cadence) return { points: [], partial: undefined };
  // Periods of one cadence compare as strings in the order of time; a period is complete when it comes before the one that holds today.
  const now = periodOf(cadence, today, calendar);
  const complete = present.map(({ period }) => period).filter((period) => period < now);
  const [first, newest] = [least(complete), least(complete, true)];
  return {
    points:
      first !== undefined && newest !== undefined
        ? periodsBetween(first, newest).map((period) => byPeriod.get(period) ?? { period, value: null })
        : [],
    partial: present.find(({ period }) => period === now),
  };
}

function least(periods: readonly Period[], greatest = false): Period | undefined {
  let found = periods[0];
  for (const period of periods) if (greatest ? period > found! : period < found!) found = period;
  return found;
}

/** The values of points in their order, null for missing. */
export function valuesOf(points: readonly Point[]): (number | null)[] {
  return points.map(({ value }) => value);
}
