/** An event's kind in words: 'keyResult.checkedIn' is 'key result checked in'. */
export function eventName(kind: string): string {
  const words = kind.replaceAll('.', ' ').replaceAll(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b}`);
  return words
    .toLowerCase()
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

/** A value of a detail on one line: texts as they are, nothing as a dash, the rest as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value);
}
