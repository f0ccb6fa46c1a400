import type { Day } from '../time/day.ts';
import { type Cadence, type Calendar, type Period, periodOf, shift, startOf } from '../time/period.ts';

/** The most periods that are asked for at once. */
export const mostPeriods = 1_000;

/**
 * What decides which periods a run asks for; `receivedTo` is the first day of the newest one that ever came, `countedFrom` the day from
 * which the KPI is counted in its present unit.
 */
export type Asking = {
  cadence: Cadence;
  calendar: Calendar;
  today: Day;
  lookBack: number;
  runningPeriod: boolean;
  reach: 'past' | 'now';
  /** How many periods the source can be asked about in one run. */
  atOnce: number;
  receivedTo: Day | null;
  countedFrom: Day | null;
};

/**
 * The periods that a run on schedule asks for: the last complete ones, back to the first that has not come yet, and the one that is
 * under way if that is recorded. A source that knows its present state only is asked for the last of them.
 */
export function dueSpan(asking: Asking): { from: Period; to: Period } {
  const { cadence, calendar, today, lookBack, runningPeriod, reach, receivedTo, countedFrom, atOnce } =
    asking;
  const current = periodOf(cadence, today, calendar);
  const complete = shift(current, -1);
  const to = runningPeriod ? current : complete;
  if (reach === 'now') return { from: to, to };
  const usual = shift(complete, 1 - Math.min(lookBack, runningPeriod ? atOnce - 1 : atOnce));
  const missed = receivedTo === null ? usual : shift(periodOf(cadence, receivedTo, calendar), 1);
  const wanted = laterOf(earlierOf(usual, missed), shift(to, 1 - mostPeriods));
  // The source speaks of the present unit, and what was counted in another one stays as it is.
  const counted = countedFrom === null ? wanted : firstSince(countedFrom, cadence, calendar);
  const from = earlierOf(laterOf(wanted, counted), to);
  // What is left of a long time that was missed comes with the next runs.
  return { from, to: earlierOf(to, shift(from, atOnce - 1)) };
}

function firstSince(day: Day, cadence: Cadence, calendar: Calendar): Period {
  const period = periodOf(cadence, day, calendar);
  return startOf(period, calendar) < day ? shift(period, 1) : period;
}

// Periods of one cadence are in the order of their texts.
function earlierOf(a: Period, b: Period): Period {
  return a < b ? a : b;
}

function laterOf(a: Period, b: Period): Period {
  return a < b ? b : a;
}
