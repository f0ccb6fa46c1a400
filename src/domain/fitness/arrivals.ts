import { duePeriod } from '#domain/kpi/status.ts';
import { weekday } from '#domain/time/day.ts';
import { type Cadence, type Period, periodOf, periodsFrom, shift } from '#domain/time/period.ts';
import type { FitnessFacts } from './facts.ts';

/**
 * How the value of one period came in, one letter each: `+` by its end and grace days, `l` later, `h` before the KPI was kept here, `-` not at
 * all; a capital (`P` for plus) when the number was changed afterwards.
 */
export type Arrival = '+' | 'P' | 'l' | 'L' | 'h' | 'H' | '-';

/** So many periods tell how reliable a KPI is: enough to see a habit, few enough that a mended one shows within a year or two. */
export const windows: Record<Cadence, number> = {
  daily: 30,
  weekly: 13,
  monthly: 12,
  quarterly: 8,
  yearly: 5,
};

/** What is counted in the window; `missing` are the periods without a value, oldest first. */
export type Punctuality = {
  periods: number;
  /** Those that could have come on time, because the KPI was kept here when they ended. */
  asked: number;
  onTime: number;
  late: number;
  missing: Period[];
  given: number;
  corrected: number;
};

type Placed = { period: Period; arrival: Arrival };

/** The last complete periods up to the newest that must have a value or has one, oldest first; none before the first value. */
function windowOf(facts: FitnessFacts): Placed[] {
  const { arrivals, cadence, today, graceDays, calendar } = facts;
  if (!arrivals) return [];
  const now = periodOf(cadence, today, calendar);
  const newest = periodOf(cadence, arrivals.newest, calendar);
  const placed = [...arrivals.codes]
    .map((code, at) => ({
      period: shift(newest, at + 1 - arrivals.codes.length),
      arrival: code as Arrival,
    }))
    .filter(({ period }) => period < now);
  while (placed.at(-1)?.arrival === '-') placed.pop();
  const last = placed.at(-1)?.period;
  if (last === undefined) return [];
  const due = duePeriod(cadence, today, graceDays, calendar);
  for (let silent = 1; silent <= periodsFrom(last, due); silent++)
    placed.push({ period: shift(last, silent), arrival: '-' });
  return placed.slice(-windows[cadence]);
}

/** How punctual, complete and final the readings of the window are. */
export function punctualityOf(facts: FitnessFacts): Punctuality {
  const placed = asWorked(windowOf(facts), facts.cadence);
  const count = (letters: string) => placed.filter(({ arrival }) => letters.includes(arrival)).length;
  const onTime = count('+P');
  const late = count('lL');
  const missing = placed.filter(({ arrival }) => arrival === '-').map(({ period }) => period);
  return {
    periods: placed.length,
    asked: onTime + late + missing.length,
    onTime,
    late,
    missing,
    given: placed.length - missing.length,
    corrected: count('PLH'),
  };
}

// Where nobody works at weekends a day's number never comes on those weekdays, and nobody misses it.
function asWorked(placed: Placed[], cadence: Cadence): Placed[] {
  if (cadence !== 'daily' || placed.length < 14) return placed;
  const worked = new Set(
    placed.filter(({ arrival }) => arrival !== '-').map(({ period }) => weekday(period)),
  );
  return placed.filter(({ period }) => worked.has(weekday(period)));
}
