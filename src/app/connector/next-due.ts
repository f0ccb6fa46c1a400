import type { Schedule } from '#contract/connectors.ts';

/**
 * The first instant after another at which a schedule is due, ISO in UTC. A time that the clocks skip is due as much later as they
 * skip; one that comes twice is due the first time.
 */
export function nextDue(schedule: Schedule, timeZone: string, after: string): string {
  const now = Temporal.Instant.from(after).toZonedDateTimeISO(timeZone);
  const due = schedule.every === 'hour' ? nextHour(schedule.minute, now) : nextDay(schedule, now);
  return due.toInstant().toString({ fractionalSecondDigits: 3 });
}

// Hours are counted on the time line: across a change of the clocks none is left out and none comes twice.
function nextHour(minute: number, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const past = (((now.minute - minute) % 60) + 60) % 60;
  const last = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).subtract({ minutes: past });
  return last.add({ hours: 1 });
}

function nextDay(
  schedule: Exclude<Schedule, { every: 'hour' }>,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  const time = Temporal.PlainTime.from(schedule.at);
  for (let count = 0; ; count++) {
    const due = dayOf(schedule, now.toPlainDate(), count).toZonedDateTime({
      timeZone: now.timeZoneId,
      plainTime: time,
    });
    if (Temporal.ZonedDateTime.compare(due, now) > 0) return due;
  }
}

/** The day of the `count`th turn from today's on; the first may lie before today. */
function dayOf(
  schedule: Exclude<Schedule, { every: 'hour' }>,
  today: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  switch (schedule.every) {
    case 'day':
      return today.add({ days: count });
    case 'week':
      return today.add({ days: schedule.weekday - today.dayOfWeek + 7 * count });
    case 'month':
      return today.with({ day: 1 }).add({ months: count }).with({ day: schedule.day });
  }
}
