import type { Span } from '#domain/time/cycle.ts';
import { addDays, addMonths, type Day, isDay, weekday } from '#domain/time/day.ts';
import { confidenceFault } from './confidence.ts';

export const checkInIntervals = ['weekly', 'fortnightly', 'monthly'] as const;

/** How often a team checks in and on which weekday (1 Monday to 7 Sunday); monthly is the first such weekday of each month. */
export type Rhythm = { every: (typeof checkInIntervals)[number]; weekday: number };

// A check-in counts for the due day that it is nearest to: one made on the Friday before a Monday must not be asked for again.
const early: Record<Rhythm['every'], number> = { weekly: 3, fortnightly: 6, monthly: 13 };

/** The day on which the next check-in is due, from the day of the last one and the first day of the cycle. */
export function nextCheckInDue(last: Day | undefined, cycleStart: Day, rhythm: Rhythm): Day {
  const after = last === undefined ? cycleStart : addDays(last, early[rhythm.every]);
  const from = after > cycleStart ? after : cycleStart;
  if (rhythm.every === 'monthly') return nextMonthly(from, rhythm.weekday);
  const step = rhythm.every === 'weekly' ? 7 : 14;
  let due = onOrAfter(addDays(cycleStart, 1), rhythm.weekday);
  while (due <= from) due = addDays(due, step);
  return due;
}

function nextMonthly(from: Day, wanted: number): Day {
  const first = `${from.slice(0, 7)}-01`;
  const due = onOrAfter(first, wanted);
  return due > from ? due : onOrAfter(addMonths(first, 1), wanted);
}

function onOrAfter(day: Day, wanted: number): Day {
  return addDays(day, (wanted - weekday(day) + 7) % 7);
}

/** The first day on which a key result is outdated: the grace days after the due day have gone by too. */
export function outdatedFrom(due: Day, graceDays: number): Day {
  return addDays(due, graceDays + 1);
}

/** When a check-in is about and when it was recorded; `recordedAt` is an instant in UTC of fixed width, as toISOString writes it. */
export type Dated = { day: Day; recordedAt: string };

/** Check-ins from the first to the last: by the day they are about, then by the time they were recorded. */
export function inOrder<Item extends Dated>(checkIns: readonly Item[]): Item[] {
  return [...checkIns].sort(
    (one, other) => compare(one.day, other.day) || compare(one.recordedAt, other.recordedAt),
  );
}

/** The check-in that tells where things stand: not the one written last, but the one about the latest day. */
export function latest<Item extends Dated>(checkIns: readonly Item[]): Item | undefined {
  return inOrder(checkIns).at(-1);
}

/** What is wrong with the day or the confidence of a check-in, as a sentence for the person, or undefined. */
export function checkInFault(
  checkIn: { day: Day; confidence: number },
  span: Span,
  today: Day,
): string | undefined {
  const { day, confidence } = checkIn;
  if (!isDay(day)) return `"${day}" is not a day: write it as 2026-01-31.`;
  if (day > today) return `${day} has not come yet: a check-in is about today or a day before.`;
  if (day < span.starts) return `${day} is before the cycle starts: give a day from ${span.starts} on.`;
  return confidenceFault(confidence);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
