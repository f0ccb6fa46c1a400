import type { Day } from '#domain/time/day.ts';
import {
  type Cadence,
  type Calendar,
  type Period,
  periodOf,
  periodsBetween,
  shift,
  startOf,
} from '#domain/time/period.ts';

const most = 104;

/**
 * The periods that can take a first reading, newest first, and the one that is due: the earliest missing after the newest reading,
 * else the newest that has ended. Without any reading it is the period before the one that holds today. None begins before `since`, of which
 * the readings are in another unit.
 */
export function duePeriods(
  cadence: Cadence,
  present: readonly Period[],
  today: Day,
  calendar: Calendar,
  since: Day | null = null,
): { due: Period; free: Period[] } {
  const current = periodOf(cadence, today, calendar);
  const taken = new Set(present);
  const isNow = (period: Period) => since === null || startOf(period, calendar) >= since;
  const newest = present.reduce<Period | undefined>(
    (last, each) => (last && last > each ? last : each),
    undefined,
  );
  const free = periodsBetween(shift(current, 1 - most), current)
    .filter((period) => !taken.has(period) && isNow(period))
    .reverse();
  const ended = shift(current, -1);
  const due = newest && newest < ended ? shift(newest, 1) : newest ? current : ended;
  // The first one that is counted in the present unit, when the one that is due still was in another.
  const next = isNow(due) ? free[0] : free.at(-1);
  return { due: taken.has(due) || !isNow(due) ? (next ?? due) : due, free };
}
