import { type Day, fourDigits, isDay, twoDigits } from '#domain/time/day.ts';
import {
  type Cadence,
  type Calendar,
  cadenceOf,
  isPeriod,
  type Period,
  periodOf,
} from '#domain/time/period.ts';

/** Whether "04/05/2026" is the fourth of May or the fifth of April. */
export type DateOrder = 'day first' | 'month first';

/** What a heading or a cell says about time: a day, or a whole period. */
export type Moment = { day: Day } | { period: Period };

/** How dates are written; a year is given for texts that leave theirs out ("18 May", "W21"). */
export type DateFormat = { order: DateOrder; year?: number | undefined };

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;

/** Reads a date, week, month, quarter or year as people write it; undefined when the text is none, a fault when there is no such day. */
export function readDayText(text: string, format: DateFormat): Moment | { fault: string } | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[‐-―]/g, '-')
    .replace(/(\d)[t ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$/, '$1')
    .replace(/^(?:w\/[ce]|wc|week (?:of|commencing|starting|beginning|ending))\.? +/, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[., ]+/, '')
    .replace(/\s+/g, ' ');
  const found = written(plain, format);
  if (found === undefined) return undefined;
  const exists = /^\d{4}-\d\d?-\d\d?$/.test(found) ? isDay(found) : cadenceOf(found) !== undefined;
  if (!exists) return { fault: `"${text.trim()}" is not in the calendar` };
  return isDay(found) ? { day: found } : { period: found };
}

function written(text: string, { order, year }: DateFormat): string | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dayText(iso[1], iso[3], iso[4]);
  const slashed = numeric.exec(text);
  // With points the day comes first everywhere that points are used.
  if (slashed && (order === 'day first' || slashed[2] === '.'))
    return dayText(slashed[4], slashed[3], slashed[1]);
  if (slashed) return dayText(slashed[4], slashed[1], slashed[3]);
  const short = /^(\d{1,2})([/.])(\d{1,2})\.?$/.exec(text);
  if (short && year !== undefined)
    return order === 'day first' || short[2] === '.'
      ? dayText(String(year), short[3], short[1])
      : dayText(String(year), short[1], short[3]);
  return named(text, year) ?? part(text, year);
}

function named(text: string, known: number | undefined): string | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]*([a-z]{3,9})\.?[ ,'’-]*(\d{4}|\d{2})?$/.exec(text);
  const year = known === undefined ? undefined : String(known);
  if (dayFirst && monthOf(dayFirst[2]) && (dayFirst[3] ?? year))
    return dayText(dayFirst[3] ?? year, monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  if (monthFirst && monthOf(monthFirst[1]))
    return dayText(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const month = /^([a-z]{3,9})\.?[ ,'’/-]*(\d{4}|\d{2})?$/.exec(text);
  const other = /^(\d{4})[ -]([a-z]{3,9})$/.exec(text);
  const [word, of] = other ? [other[2], other[1]] : [month?.[1], month?.[2] ?? year];
  return monthOf(word) && of ? `${century(of)}-${monthOf(word)}` : undefined;
}

function part(text: string, known: number | undefined): string | undefined {
  const year = known === undefined ? undefined : String(known);
  const before = /^(?:fy ?)?(\d{4})[-/ ]*([wq]) ?(\d{1,2})$/.exec(text);
  const after = /^(w|wk|week|kw|cw|q|quarter)\.? ?(\d{1,2})(?:[ ,/-]*(?:fy ?)?['’]?(\d{4}|\d{2}))?$/.exec(
    text,
  );
  const [letter, number, of] = before
    ? [before[2], before[3], before[1]]
    : [after?.[1], after?.[2], after?.[3] ?? year];
  if (letter && number && of)
    return letter.startsWith('q')
      ? `${century(of)}-Q${number}`
      : `${century(of)}-W${number.padStart(2, '0')}`;
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (month?.[1] && month[2]) {
    const [first, second] = [month[1], month[2]];
    return first.length === 4 ? `${first}-${second.padStart(2, '0')}` : `${second}-${first.padStart(2, '0')}`;
  }
  const fiscal = /^(?:fy ?['’]?)(\d{4}|\d{2})$/.exec(text) ?? /^((?:19|20)\d{2})$/.exec(text);
  return fiscal?.[1] ? century(fiscal[1]) : undefined;
}

function dayText(year = '', month = '', date = ''): string {
  return `${century(year)}-${twoDigits(Number(month))}-${twoDigits(Number(date))}`;
}

function century(year: string): string {
  return year.length === 2 ? `20${year}` : fourDigits(Number(year));
}

function monthOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const index = months.findIndex(
    (month) => word === month || word === month.slice(0, 3) || (word === 'sept' && month[0] === 's'),
  );
  return index < 0 ? undefined : twoDigits(index + 1);
}

/** Guesses the order from all dates of a table: "13/02" settles it. */
export function guessDateOrder(texts: readonly string[]): {
  order: DateOrder;
  sure: boolean;
  example?: string;
} {
  const pairs = texts.flatMap((text) => {
    const parts = numeric.exec(text.trim());
    return parts && parts[2] !== '.' ? [{ text, first: Number(parts[1]), second: Number(parts[3]) }] : [];
  });
  const [example] = pairs;
  if (!example) return { order: 'day first', sure: true };
  const [days, monthsFirst] = [
    pairs.filter((pair) => pair.first > 12).length,
    pairs.filter((pair) => pair.second > 12).length,
  ];
  if (days > 0 !== monthsFirst > 0)
    return { order: days > 0 ? 'day first' : 'month first', sure: true, example: example.text };
  return {
    order: monthsFirst > days ? 'month first' : 'day first',
    sure: pairs.every((pair) => pair.first === pair.second),
    example: example.text,
  };
}

/** The period of a KPI that a moment belongs to: the week or month that holds a day; undefined when it is a period of another cadence. */
export function periodFor(moment: Moment, cadence: Cadence, calendar: Calendar): Period | undefined {
  if ('day' in moment) return periodOf(cadence, moment.day, calendar);
  return isPeriod(moment.period, cadence) ? moment.period : undefined;
}
