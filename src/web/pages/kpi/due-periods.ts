import type { Day } from '#domain/time/day.ts';
import {
  type Cadence,
  type Calendar,
  type Period,
  periodOf,
  periodsBetween,
  shift,
} from '#domain/time/period.ts';

const most = 104;

/**
 * The periods that can take a first reading, newest first, and the one that is due: the earliest missing after the newest reading,
 * else the newest that has ended. Without any reading it is the period before the one that holds today.
 */
export function duePeriods(
  cadence: Cadence,
  present: readonly Period[],
  today: Day,
  calendar: Calendar,
): { due: Period; free: Period[] } {
  const current = periodOf(cadence, today, calendar);
  const taken = new Set(present);
  const newest = present.reduce<Period | undefined>(
    (last, each) => (last && last > each ? last : each),
    undefined,
  );
  const free = periodsBetween(shift(current, 1 - most), current)
    .filter((period) => !taken.has(period))
    .reverse();
  const ended = shift(current, -1);
  const due = newest && newest < ended ? shift(newest, 1) : newest ? current : ended;
  return { due: taken.has(due) ? (free[0] ?? due) : due, free };
}
