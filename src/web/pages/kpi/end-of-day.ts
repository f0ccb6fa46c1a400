import { addDays, type Day } from '#domain/time/day.ts';

/** The last millisecond of a day in a time zone, as an instant: what somebody could know when that day was over. */
export function endOfDay(day: Day, timeZone: string): string {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  // The offset just before midnight may differ from the one that is guessed first, when clocks change that night.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess - 1, timeZone) - 1).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
