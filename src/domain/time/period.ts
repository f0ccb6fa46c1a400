import {
  civil,
  civilNumber,
  type Day,
  dayNumber,
  dayOf,
  fourDigits,
  isDay,
  isKnownYear,
  twoDigits,
  weekdayOf,
} from './day.ts';

export const cadences = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

/** How often a KPI has a value. */
export type Cadence = (typeof cadences)[number];

/** One day, ISO week, calendar month, fiscal quarter or fiscal year: '2026-01-31', '2026-W05', '2026-01', '2026-Q1', '2026'. */
export type Period = string;

/**
 * The month (1 to 12) in which the fiscal year begins. A fiscal year is named after the calendar year in which it ends, so with
 * April '2026' is April 2025 to March 2026 and '2026-Q1' April to June 2025; days, weeks and months are those of the calendar.
 */
export type Calendar = { yearStartsIn: number };

/** The calendar whose fiscal year is the calendar year. */
export const january: Calendar = { yearStartsIn: 1 };

const shapes: Record<Cadence, RegExp> = {
  daily: /^\d{4}-\d{2}-\d{2}$/,
  weekly: /^\d{4}-W\d{2}$/,
  monthly: /^\d{4}-\d{2}$/,
  quarterly: /^\d{4}-Q[1-4]$/,
  yearly: /^\d{4}$/,
};

/** The cadence that a text is a period of, or undefined when it is none ('2025-W53', '2026-13', '2026-02-30'). */
export function cadenceOf(text: string): Cadence | undefined {
  const cadence = lookOf(text);
  return isPeriod(text, cadence) ? cadence : undefined;
}

// What a text could be at most: trying every shape on every period was a tenth of computing a thousand KPIs.
function lookOf(text: string): Cadence {
  if (text.length === 10) return 'daily';
  if (text.length === 8) return 'weekly';
  if (text.length === 4) return 'yearly';
  return text[5] === 'Q' ? 'quarterly' : 'monthly';
}

/** Whether a text is a period of this cadence, in the years 1900 to 3000. */
export function isPeriod(text: string, cadence: Cadence): boolean {
  return shapes[cadence].test(text) && exists(text, cadence);
}

function exists(text: string, cadence: Cadence): boolean {
  if (cadence === 'daily') return isDay(text);
  const year = Number(text.slice(0, 4));
  // The last known day, 2999-12-31, lies in 3000-W01, and in a fiscal year 3000 unless that starts in January.
  if (!isKnownYear(year) && !isKnownYear(year - 1)) return false;
  const part = Number(text.slice(-2));
  if (cadence === 'weekly') return part >= 1 && part <= weeksIn(year);
  return cadence !== 'monthly' || (part >= 1 && part <= 12);
}

/** The number of ISO weeks in a year: 53 when 31 December is a Thursday, or a Friday of a leap year, else 52. */
function weeksIn(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}

// The ISO week that holds 4 January is the first of its year.
function firstMonday(year: number): number {
  const fourth = civilNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1;
}

/** The period of a cadence that a day lies in; the calendar matters to quarters and years only. */
export function periodOf(cadence: Cadence, day: Day, calendar: Calendar = january): Period {
  if (cadence === 'daily') return day;
  if (cadence === 'weekly') return weekAt(Math.floor((dayNumber(day) + 3) / 7));
  if (cadence === 'monthly') return day.slice(0, 7);
  const { year, month } = civil(day);
  const months = year * 12 + month - 1 + monthsAhead(calendar);
  return cadence === 'quarterly'
    ? at('quarterly', Math.floor(months / 3))
    : at('yearly', Math.floor(months / 12));
}

/** The first day of a period. */
export function startOf(period: Period, calendar: Calendar = january): Day {
  return dayOf(startNumber(known(period), indexOf(period), calendar));
}

/** The last day of a period, which still belongs to it. */
export function endOf(period: Period, calendar: Calendar = january): Day {
  return dayOf(startNumber(known(period), indexOf(period) + 1, calendar) - 1);
}

/** The period so many periods later (earlier when negative). */
export function shift(period: Period, count: number): Period {
  return at(known(period), indexOf(period) + count);
}

/** How many periods lie from one to another of the same cadence: 0 for the same, negative when `to` comes first. */
export function periodsFrom(from: Period, to: Period): number {
  if (known(from) !== known(to)) throw new RangeError(`${from} and ${to} are periods of different cadences`);
  return indexOf(to) - indexOf(from);
}

/** Every period from one to another, both included; none when `to` comes first. */
export function periodsBetween(from: Period, to: Period): Period[] {
  const [cadence, first, count] = [known(from), indexOf(from), periodsFrom(from, to) + 1];
  return Array.from({ length: Math.max(0, count) }, (_, step) => at(cadence, first + step));
}

/** How many periods of a cadence a year has, as a season length: 365, 52, 12, 4 or 1. */
export function periodsPerYear(cadence: Cadence): number {
  return { daily: 365, weekly: 52, monthly: 12, quarterly: 4, yearly: 1 }[cadence];
}

/** Whether a period ended before today; on its own last day it is still partial. */
export function isComplete(period: Period, today: Day, calendar: Calendar = january): boolean {
  return endOf(period, calendar) < today;
}

function known(period: Period): Cadence {
  const cadence = cadenceOf(period);
  if (!cadence) throw new RangeError(`not a period: ${period}`);
  return cadence;
}

// Periods of one cadence are numbered without a gap, so that shifting is adding and week 53 needs no case of its own.
function indexOf(period: Period): number {
  const year = Number(period.slice(0, 4));
  switch (known(period)) {
    case 'daily':
      return dayNumber(period);
    case 'weekly':
      return (firstMonday(year) + 3) / 7 + Number(period.slice(6)) - 1;
    case 'monthly':
      return year * 12 + Number(period.slice(5)) - 1;
    case 'quarterly':
      return year * 4 + Number(period.slice(6)) - 1;
    case 'yearly':
      return year;
  }
}

function at(cadence: Cadence, index: number): Period {
  if (cadence === 'daily') return dayOf(index);
  if (cadence === 'weekly') return weekAt(index);
  const size = cadence === 'monthly' ? 12 : cadence === 'quarterly' ? 4 : 1;
  const year = fourDigits(Math.floor(index / size));
  const part = (index % size) + 1;
  return cadence === 'monthly'
    ? `${year}-${twoDigits(part)}`
    : cadence === 'quarterly'
      ? `${year}-Q${part}`
      : year;
}

// A week belongs to the year of its Thursday.
function weekAt(index: number): Period {
  const thursday = dayOf(index * 7);
  const week = Math.floor((index * 7 - civilNumber(Number(thursday.slice(0, 4)), 1, 1)) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${twoDigits(week)}`;
}

function startNumber(cadence: Cadence, index: number, calendar: Calendar): number {
  if (cadence === 'daily') return index;
  if (cadence === 'weekly') return index * 7 - 3;
  if (cadence === 'monthly') return monthStart(index);
  return monthStart(index * (cadence === 'quarterly' ? 3 : 12) - monthsAhead(calendar));
}

function monthStart(months: number): number {
  return civilNumber(Math.floor(months / 12), (months % 12) + 1, 1);
}

// How many months the fiscal year runs ahead of the calendar year: 9 when it starts in April, 0 in January.
function monthsAhead(calendar: Calendar): number {
  return (13 - calendar.yearStartsIn) % 12;
}
