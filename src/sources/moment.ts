import type { SourceSpan } from '#app/connector/source.ts';
import { type DateFormat, type Moment, periodFor, readDayText } from '#domain/import/day-text.ts';
import { isDay } from '#domain/time/day.ts';
import type { Period } from '#domain/time/period.ts';
import { dayAt } from './span.ts';

const instant =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?(?::\d{2})?)$/i;

/**
 * The period that a source's text or number means: a period or date as an import reads it, an instant with its offset (its day in
 * the organisation's time zone), or seconds or milliseconds since 1970. `fault` says why it is none.
 */
export function readMoment(
  raw: unknown,
  { cadence, calendar, timeZone }: Pick<SourceSpan, 'cadence' | 'calendar' | 'timeZone'>,
  format: DateFormat = { order: 'day first' },
): Period | { fault: string } {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string' || text.trim() === '')
    return { fault: `${shownRaw(raw)} is no date and no period` };
  const moment = readInstant(text.trim(), timeZone) ?? readDayText(text, format);
  if (moment === undefined) return { fault: `"${text.trim().slice(0, 80)}" is no date and no period` };
  if ('fault' in moment) return moment;
  const period = periodFor(moment, cadence, calendar);
  if (period !== undefined) return period;
  return { fault: `"${text.trim().slice(0, 80)}" is not ${articled[cadence]}, and this KPI is ${cadence}` };
}

const articled = {
  daily: 'a day',
  weekly: 'a week',
  monthly: 'a month',
  quarterly: 'a quarter',
  yearly: 'a year',
} as const;

function readInstant(text: string, timeZone: string): Moment | { fault: string } | undefined {
  const written = instant.exec(text);
  if (written) {
    const [, day = '', time, offset = ''] = written;
    try {
      // PostgreSQL writes +00 and a blank where ISO has +00:00 and a T.
      return { day: dayAt(`${day}T${time}${offset}`, timeZone) };
    } catch {
      return { fault: `"${text}" is not in the calendar` };
    }
  }
  // Nine digits and more are seconds from 1973 on; a year and a date without dashes have fewer.
  if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  const milliseconds = Math.trunc(number < 1e11 ? number * 1000 : number);
  const day = dayAt(new Date(milliseconds).toISOString(), timeZone);
  return isDay(day) ? { day } : { fault: `"${text}" is not in the calendar` };
}

/** A value of any type as a fault shows it. */
export function shownRaw(raw: unknown): string {
  if (raw === undefined || raw === null || raw === '') return 'an empty cell';
  const text = typeof raw === 'string' ? `"${raw}"` : (JSON.stringify(raw) ?? String(raw));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
