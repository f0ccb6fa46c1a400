import { addDays, type Day } from '#domain/time/day.ts';
import { type Cadence, type Calendar, endOf, type Period, periodOf, shift } from '#domain/time/period.ts';
import { beyondThreshold } from './compare.ts';
import { judgesValues, type Threshold, thresholdOn } from './threshold.ts';

export const statuses = ['overdue', 'no data', 'breach', 'warning', 'healthy', 'no threshold'] as const;

export type Status = (typeof statuses)[number];

/** The newest period that must have a value by today: it ended, and the grace days after its end have passed. */
export function duePeriod(cadence: Cadence, today: Day, graceDays: number, calendar: Calendar): Period {
  return shift(periodOf(cadence, addDays(today, -graceDays), calendar), -1);
}

/** The first day on which a KPI whose newest value is that of `newest` is overdue, if no other comes. */
export function overdueFrom(newest: Period, graceDays: number, calendar: Calendar): Day {
  return addDays(endOf(shift(newest, 1), calendar), graceDays + 1);
}

/** A value against a threshold; a value on a floor or ceiling has not crossed it. */
export function statusAgainst(
  value: number,
  threshold: Threshold | undefined,
): 'breach' | 'warning' | 'healthy' | 'no threshold' {
  if (!judgesValues(threshold)) return 'no threshold';
  if (beyondThreshold(value, threshold.floor, threshold.ceiling)) return 'breach';
  return beyondThreshold(value, threshold.warningFloor, threshold.warningCeiling) ? 'warning' : 'healthy';
}

/**
 * Where a KPI stands: silence before all, then the newest complete value against the threshold of the day on which its period ended. A
 * KPI that only has a desired level has "no threshold": far from where one wants to be is not healthy, and it is no breach.
 */
export function statusOf(
  newest: { period: Period; value: number } | undefined,
  facts: {
    cadence: Cadence;
    thresholds: readonly Threshold[];
    today: Day;
    graceDays: number;
    calendar: Calendar;
  },
): Status {
  if (!newest) return 'no data';
  const { thresholds, today, graceDays, calendar } = facts;
  if (overdueFrom(newest.period, graceDays, calendar) <= today) return 'overdue';
  return statusAgainst(newest.value, thresholdOn(endOf(newest.period, calendar), thresholds));
}
