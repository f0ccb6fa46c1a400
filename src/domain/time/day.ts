/** A day of the Gregorian calendar as 'YYYY-MM-DD'; two days compare as strings in the order of time. */
export type Day = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysIn400Years = 146_097;
// 0000-03-01 is the origin of the arithmetic below: a year that begins in March has its leap day at the end.
const marchOfYear0 = -719_468;

// A slip such as 0206 is refused, and no sum of days and periods leaves four digits.
const yearsKnown = { from: 1900, to: 2999 } as const;

/** Whether a year lies in 1900 to 2999, the years in which days and periods are accepted. */
export function isKnownYear(year: number): boolean {
  return year >= yearsKnown.from && year <= yearsKnown.to;
}

/** The number of days in a month (1 to 12) of a year. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a text is a day that exists, in the years 1900 to 2999. */
export function isDay(text: string): boolean {
  const parts = shape.exec(text);
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return isKnownYear(year) && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** Days since 1970-01-01 of a year, a month (1 to 12) and a date; after Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function civilNumber(year: number, month: number, date: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysIn400Years + dayOfEra + marchOfYear0;
}

/** Year, month (1 to 12) and date of a number of days since 1970-01-01. */
function civilOf(number: number): { year: number; month: number; date: number } {
  const days = number - marchOfYear0;
  const era = Math.floor(days / daysIn400Years);
  const dayOfEra = days - era * daysIn400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Year, month (1 to 12) and date of a day; throws RangeError for a text that has not the shape of one. */
export function civil(day: Day): { year: number; month: number; date: number } {
  const parts = shape.exec(day);
  if (!parts) throw new RangeError(`not a day: ${day}`);
  return { year: Number(parts[1]), month: Number(parts[2]), date: Number(parts[3]) };
}

/** Days since 1970-01-01; throws RangeError for a text that has not the shape of a day. */
export function dayNumber(day: Day): number {
  const { year, month, date } = civil(day);
  return civilNumber(year, month, date);
}

/** The day that is so many days after 1970-01-01; throws RangeError outside the years 0 to 9999. */
export function dayOf(number: number): Day {
  const { year, month, date } = civilOf(number);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no day has the number ${number}`);
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** How many days lie from one day to another: 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO weekday: 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return weekdayOf(dayNumber(day));
}

/** The ISO weekday of a number of days since 1970-01-01, which was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The same date so many months later, or the last day of that month when it is shorter (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = civil(day);
  const months = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayOf(civilNumber(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))));
}

/** A month, date or week as two digits. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A year as four digits. */
export function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}
