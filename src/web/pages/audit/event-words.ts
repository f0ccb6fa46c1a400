import { instantName } from '../../parts/dates.ts';

/** An event's kind in words: 'keyResult.checkedIn' is 'key result checked in'. */
export function eventName(kind: string): string {
  const words = kind.replaceAll('.', ' ').replaceAll(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b}`);
  return words
    .toLowerCase()
    .replaceAll(/\bcheck in(s?)\b/g, 'check-in$1')
    .replaceAll(/\b(kpi|okr|api)(s?)\b/g, (_, word, s) => `${word.toUpperCase()}${s}`);
}

/** A noun of the contract in words, as a choice: 'keyResults' is 'Key results'. */
export function nounName(noun: string): string {
  const words = eventName(noun);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

type Change = { before: unknown; after: unknown };

/** Whether a detail's value says what a field was before and after. */
export function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value;
}

const isId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** A value of a detail on one line: texts as they are, numbers to six digits, ids by their names, instants in a time zone, nothing as a dash, the rest as JSON. */
export function valueText(
  value: unknown,
  nameOf: (id: string) => string | undefined = () => undefined,
  timeZone?: string,
): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return value.length === 0 ? '–' : value.map((each) => valueText(each, nameOf, timeZone)).join(', ');
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isId.test(value)) return nameOf(value) ?? value;
  return isInstant.test(value) ? instantName(value, timeZone) : value;
}
