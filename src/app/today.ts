import type { Day } from '#domain/time/day.ts';

/** The day that an instant falls on in a time zone. */
export function todayIn(timeZone: string, now: string): Day {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
