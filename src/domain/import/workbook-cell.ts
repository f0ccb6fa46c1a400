import { dayNumber, dayOf, twoDigits } from '#domain/time/day.ts';
import { type CellFormat, readCellFormat } from './cell-format.ts';
import { isMagnitude } from './number.ts';
import { currencyCodes, durationUnit } from './unit-text.ts';

/** The day from which a workbook counts: Excel's 1900, and 1904 of older ones for Macintosh. */
export type DateSystem = '1900' | '1904';

/** What a spreadsheet shows where a number cannot be a date. */
const notShown = '########';
const dayInMs = 86_400_000;

/** A number as text that reads as the same number whatever the other cells prove about the decimal character: 1.234 is "1.2340". */
export function digitsOf(value: number): string {
  // Spreadsheets keep 15 places; what binary fractions add behind them nobody wrote.
  const text = String(Number(value.toPrecision(15)));
  return text.replace(/^(-?[1-9]\d{0,2}\.\d{3})(?=e|$)/, '$10');
}

/** A number of a workbook as its format shows it, but with all of its places: 0.95 as percent is "95%", 4.2 with "h" is "4.2 h". */
export function numberText(value: number, format: string): string {
  const { percents, scaled, words } = readCellFormat(format, value);
  if (percents === 1) return `${digitsOf(Number((value * 100).toPrecision(15)))}%`;
  const number = digitsOf(value);
  const currency = words.find((word) => currencyCodes(word.replace(/\.$/, '')));
  const unit = words.find((word) => isUnitWord(word) && !(scaled && isMagnitude(word)));
  const tail = unit === undefined || unit === currency ? '' : ` ${unit}`;
  if (currency === undefined) return `${number}${tail}`;
  const [sign, amount] = number.startsWith('-') ? ['-', number.slice(1)] : ['', number];
  return `${sign}${currency} ${amount}${tail}`;
}

// Any other word says what is counted, and the number is the same without it.
function isUnitWord(word: string): boolean {
  return word === '%' || durationUnit(word) !== undefined || isMagnitude(word);
}

/** A date or a time of a workbook, in days since its beginning, as far as its format shows it: "2026-01-31", "2026-01" for "Jan-26", "4:12". */
export function dateText(serial: number, format: string, system: DateSystem): string {
  const { shows } = readCellFormat(format, serial);
  if (serial < 0) return notShown;
  if (!shows.day && !shows.month && !shows.year && shows.hours) return clockText(serial, shows);
  const seconds = Math.round(serial * 86_400);
  const day = dayOfSerial(Math.floor(seconds / 86_400), system);
  if (day === undefined) return notShown;
  if (!shows.day && shows.month) return day.slice(0, 7);
  if (!shows.day && shows.year) return day.slice(0, 4);
  const time = seconds % 86_400;
  if (!shows.hours || time === 0) return day;
  return `${day} ${twoDigits(Math.floor(time / 3600))}:${twoDigits(Math.floor(time / 60) % 60)}`;
}

// Excel's 1900 has a 29 February, its day 60, as Lotus 1-2-3 had: what comes before counts from a day later.
function dayOfSerial(serial: number, system: DateSystem): string | undefined {
  const first = system === '1904' ? '1904-01-01' : serial < 60 ? '1899-12-31' : '1899-12-30';
  const number = dayNumber(first) + serial;
  return number > dayNumber('9999-12-31') ? undefined : dayOf(number);
}

// With seconds it cannot be taken for minutes and seconds. Without them that is asked, as of a text: whoever types 4:12 and means
// minutes and seconds gets hours and minutes from the spreadsheet.
function clockText(serial: number, shows: CellFormat['shows']): string {
  const ms = Math.round(serial * dayInMs);
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    (ms % 60_000) / 1000,
  ];
  if (hours > 9999 || !Number.isInteger(seconds)) return `${hours}h ${minutes}m ${seconds}s`;
  const clock = `${hours}:${twoDigits(minutes)}`;
  return shows.seconds || shows.elapsed || seconds > 0 ? `${clock}:${twoDigits(seconds)}` : clock;
}
