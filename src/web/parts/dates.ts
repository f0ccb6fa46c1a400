import type { Day } from '#domain/time/day.ts';
import { cadenceOf, endOf, type Period, startOf } from '#domain/time/period.ts';

const locale = 'en-GB';

const whole = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A day for people: '31 Jan 2026'. */
export function dayName(day: Day): string {
  return whole.format(utc(day));
}

/** A day of a year that is known from its surroundings: '31 Jan'. */
export function shortDay(day: Day): string {
  return short.format(utc(day));
}

/** From a day to a day: '30 Mar – 5 Apr 2026'. */
export function spanName(from: Day, to: Day): string {
  const start = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from) : dayName(from);
  return `${start} – ${dayName(to)}`;
}

/** A period for people: 'Week 5, 2026', 'January 2026', 'Q1 2026', '2026', '31 Jan 2026'. */
export function periodName(period: Period): string {
  const [year = '', part = ''] = period.split('-');
  const cadence = cadenceOf(period);
  if (cadence === 'daily') return dayName(period);
  if (cadence === 'weekly') return `Week ${Number(part.slice(1))}, ${year}`;
  if (cadence === 'monthly') return month.format(utc(`${period}-01`));
  return cadence === 'quarterly' ? `${part} ${year}` : period;
}

/** The days of a week, as people need them beside its number: '26 Jan – 1 Feb 2026'; undefined for other periods. */
export function weekDays(period: Period): string | undefined {
  return cadenceOf(period) === 'weekly' ? spanName(startOf(period), endOf(period)) : undefined;
}

/** An instant in a time zone (the browser's by default): '31 Jan 2026, 14:05'. */
export function instantName(instant: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone && { timeZone }),
  }).format(new Date(instant));
}

/** A share as a percentage without decimals: 0.44 is '44%', −0.2 is '−20%'; null is an en dash. */
export function percent(share: number | null): string {
  if (share === null) return '–';
  const rounded = Math.round(share * 100 + 1e-9);
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded)}%`;
}
