import type { Day } from '#domain/time/day.ts';
import { type Calendar, isComplete, type Period, periodsBetween, startOf } from '#domain/time/period.ts';
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
  const present = readings
    .filter(({ value }) => value !== null)
    .sort((a, b) => (startOf(a.period, calendar) < startOf(b.period, calendar) ? -1 : 1));
  const complete = present.filter(({ period }) => isComplete(period, today, calendar));
  const first = complete[0];
  const newest = complete.at(-1);
  return {
    points:
      first && newest
        ? periodsBetween(first.period, newest.period).map(
            (period) => byPeriod.get(period) ?? { period, value: null },
          )
        : [],
    partial: present.find(
      ({ period }) => !isComplete(period, today, calendar) && startOf(period, calendar) <= today,
    ),
  };
}

/** The values of points in their order, null for missing. */
export function valuesOf(points: readonly Point[]): (number | null)[] {
  return points.map(({ value }) => value);
}
