import type { Quantity } from '#domain/coach/quantity.ts';
import type { DurationUnit, Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';

const named = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index] as const),
);
const scale: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** The number that an amount writes, in digits or words: "£2.4M" is 2,400,000, "1 234,5" 1234.5, "three" 3. */
export function amountOf(text: string): number | undefined {
  const word = named.get(text.trim().toLowerCase());
  if (word !== undefined) return word;
  const found =
    /(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)\s*(?:(k|thousand|mn|mio|million|m|bn|billion)(?![a-z]))?/i.exec(
      text,
    );
  if (!found) return undefined;
  const digits = /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+/.test(found[1]!)
    ? found[1]!.replaceAll(/[,\u00a0\u202f ]/g, '')
    : found[1]!.replace(',', '.');
  const times = found[2] ? scale[found[2].toLowerCase()]! : 1;
  return Number((Number(digits) * times).toPrecision(15));
}

const currencies: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const durations: readonly [RegExp, DurationUnit][] = [
  [/^\s*(?:s|secs?|seconds?)\b/i, 'seconds'],
  [/^\s*(?:mins?|minutes?)\b/i, 'minutes'],
  [/^\s*(?:h|hrs?|hours?)\b/i, 'hours'],
  [/^\s*(?:(?:working|business|calendar) )?days?\b/i, 'days'],
  [/^\s*weeks?\b/i, 'weeks'],
  [/^\s*months?\b/i, 'months'],
];

/** The unit in which an amount is told: of its own signs, or of the words after it. */
export function unitOf({ text, at }: Quantity, around: string): Unit | undefined {
  const after = `${text.replace(/^[^\d]*[\d.,\u00a0\u202f]+/, '')}${around.slice(at.to)}`;
  if (/%|percent|per cent/.test(text) || /^\s*(?:%|percent|per cent)/.test(around.slice(at.to)))
    return { kind: 'percent' };
  const sign = /[€$£¥]/.exec(text)?.[0];
  if (sign) return { kind: 'currency', code: currencies[sign]! };
  const code = /\b(EUR|USD|GBP|CHF)\b/.exec(text)?.[1];
  if (code) return { kind: 'currency', code };
  const duration = durations.find(([shape]) => shape.test(after));
  return duration && { kind: 'duration', unit: duration[1] };
}

/** How many decimals the values of a measure are written with. */
export function decimalsOf(measure: Measure): number {
  const values =
    measure.kind === 'move'
      ? [measure.baseline, measure.target]
      : 'level' in measure
        ? [measure.level ?? 0]
        : [];
  return Math.max(
    0,
    ...values.map((value) => Math.min(10, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)),
  );
}
