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

/** Letters of the window, oldest first, and the period of the last of them. */
type Window = { codes: string; last(): Period };

/** The last complete periods up to the newest that must have a value or has one; nothing before the first value. */
function windowOf({ arrivals, cadence, now, due, calendar }: FitnessFacts): Window | undefined {
  if (!arrivals) return undefined;
  const newest = periodOf(cadence, arrivals.newest, calendar);
  const running = newest < now ? 0 : periodsFrom(now, newest) + 1;
  const ended = running === 0 ? arrivals.codes : arrivals.codes.slice(0, -running);
  const codes = ended.replace(/-+$/, '');
  if (codes === '') return undefined;
  const back = codes.length - arrivals.codes.length;
  // Steps between periods cost more than all the rest, and the list takes them for thousands.
  const silent = Math.max(0, (newest === due ? 0 : periodsFrom(newest, due)) - back);
  const length = windows[cadence];
  return {
    codes: (codes + '-'.repeat(Math.min(silent, length))).slice(-length),
    last: () => shift(newest, back + silent),
  };
}

/** How punctual, complete and final the readings of the window are. */
export function punctualityOf(facts: FitnessFacts): Punctuality {
  const window = windowOf(facts);
  if (!window) return { periods: 0, asked: 0, onTime: 0, late: 0, missing: [], given: 0, corrected: 0 };
  const { codes, last } = window;
  const missing = facts.cadence === 'daily' ? missedDays(window) : missingIn(window);
  const given = codes.length - count(codes, '-');
  const onTime = count(codes, '+') + count(codes, 'P');
  const late = count(codes, 'l') + count(codes, 'L');
  return {
    periods: given + missing.length,
    asked: onTime + late + missing.length,
    onTime,
    late,
    missing: missing.length === 0 ? [] : periodsBack(last(), missing),
    given,
    corrected: count(codes, 'P') + count(codes, 'L') + count(codes, 'H'),
  };
}

function periodsBack(last: Period, backs: readonly number[]): Period[] {
  return backs.map((back) => shift(last, -back));
}

function count(codes: string, letter: Arrival): number {
  let found = 0;
  for (const code of codes) if (code === letter) found++;
  return found;
}

/** How many periods before the last one each missing one lies, the oldest first. */
function missingIn({ codes }: Window): number[] {
  return [...codes].flatMap((code, at) => (code === '-' ? [codes.length - 1 - at] : []));
}

// Where nobody works at weekends a day's number never comes on those weekdays, and nobody misses it.
function missedDays(window: Window): number[] {
  const { codes, last } = window;
  const missing = missingIn(window);
  if (codes.length < 14) return missing;
  const end = weekday(last());
  const weekdayAt = (back: number): number => (((end - 1 - back) % 7) + 7) % 7;
  const worked = new Set(
    [...codes].flatMap((code, at) => (code === '-' ? [] : [weekdayAt(codes.length - 1 - at)])),
  );
  return missing.filter((back) => worked.has(weekdayAt(back)));
}
