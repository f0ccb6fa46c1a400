import type { SourceSpan } from '#app/connector/source.ts';
import type { Placeholder } from '#domain/connector/placeholders.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import { endOf, type Period, periodsBetween, startOf } from '#domain/time/period.ts';

/** Days and instants of one period, or of a whole span: `until` is the day after `to`, `end` the instant at which it begins. */
export type Bounds = { period: Period; from: Day; to: Day; until: Day; start: string; end: string };

/** The bounds of the periods from one to another; `period` is the last. Days begin at midnight in the organisation's time zone. */
export function boundsOf({ calendar, timeZone, from, to }: Omit<SourceSpan, 'cadence'>): Bounds {
  const [first, last] = [startOf(from, calendar), endOf(to, calendar)];
  const until = addDays(last, 1);
  return {
    period: to,
    from: first,
    to: last,
    until,
    start: midnight(first, timeZone),
    end: midnight(until, timeZone),
  };
}

/** Every period of a span, each with its bounds. */
export function periodsOf(span: SourceSpan): Bounds[] {
  return periodsBetween(span.from, span.to).map((period) => boundsOf({ ...span, from: period, to: period }));
}

/** How many seconds lie between two bounds: 86,400 for most days, an hour more or less when the clocks change. */
export function secondsOf({ start, end }: Bounds): number {
  return (Date.parse(end) - Date.parse(start)) / 1000;
}

/** The last whole second within bounds, for places that take both ends. */
export function lastSecond({ end }: Bounds): string {
  return new Date(Date.parse(end) - 1000).toISOString().replace('.000Z', 'Z');
}

/** What stands for each placeholder in a request about these bounds. */
export function filler(bounds: Bounds): (name: Placeholder) => string {
  return (name) => (name === 'duration' ? `${secondsOf(bounds)}s` : bounds[name]);
}

// A zone whose clocks change at midnight has days that begin at one o'clock.
function midnight(day: Day, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
}

/** The day that an instant falls on in a time zone. */
export function dayAt(instant: string, timeZone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
