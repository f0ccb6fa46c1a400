import { type DurationUnit, type Unit, valueFault } from '#domain/kpi/unit.ts';
import { type Decimal, readDigits } from './digits.ts';
import { withoutNumber } from './no-number.ts';
import { convertDuration, currencyCodes, durationUnit, leadingCurrency, unitInWords } from './unit-text.ts';

/** What "1:30" means: an hour and a half, or a minute and a half. */
export type Clock = 'h:mm' | 'm:ss';

/** How the numbers of one row or column are written; `fraction` reads 0.95 as 95 % where no percent sign stands. */
export type NumberFormat = { decimal: Decimal; clock?: Clock; fraction?: boolean };

/** The unit that a cell itself names; a sign such as "$" may mean several currencies. */
export type WrittenUnit =
  | { kind: 'percent' }
  | { kind: 'currency'; codes: readonly string[] }
  | { kind: 'duration'; unit: DurationUnit }
  | { kind: 'scale'; to: number }
  | { kind: 'number'; symbol: string };

/** A number as it was written; `step` is the last place of it, in the same unit. */
export type Quantity = { value: number; step: number; unit?: WrittenUnit };

export type NumberFault = { fault: string };

/** Reads one cell that is not empty, in the unit of its KPI when one is given: "4h 12m" is 252 for minutes and 4.2 for hours. */
export function readNumber(text: string, format: NumberFormat, unit?: Unit): Quantity | NumberFault {
  const cell = plainText(text);
  const empty = withoutNumber(cell);
  if (empty) return { fault: empty };
  const step = stepNamed(cell, unit);
  if (step !== undefined) return { value: step, step: 1 };
  const written = readWritten(cell, format, unit);
  if (!written) return { fault: `"${cell}" is not a number` };
  return 'fault' in written || !unit ? written : inUnit(written, unit, cell, format);
}

// People write the name of a step, or copy it as it is shown: "2 (amber)".
function stepNamed(cell: string, unit: Unit | undefined): number | undefined {
  if (unit?.kind !== 'scale') return undefined;
  const name = (/^-?\d+ \((.+)\)$/.exec(cell)?.[1] ?? cell).toLowerCase();
  const at = unit.steps?.findIndex((step) => step.toLowerCase() === name) ?? -1;
  return at < 0 ? undefined : unit.from + at;
}

/** A cell with its kinds of space, minus and wide digits made plain, so that "−3" and "1 234" with a narrow space read. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[−‒–](?=\s*[\d.,€$£])/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function readWritten(cell: string, format: NumberFormat, unit?: Unit): Quantity | NumberFault | undefined {
  const brackets = /^\((.+)\)$/.exec(cell);
  const trailing = /^([^-+]*\d)-$/.exec(cell);
  const unsigned = brackets?.[1] ?? trailing?.[1] ?? cell;
  const first = /^([-+]) ?(.*)$/.exec(unsigned);
  const currency = leadingCurrency(first?.[2] ?? unsigned);
  const rest = (first?.[2] ?? unsigned).slice(currency?.length ?? 0).trim();
  const second = currency === undefined ? null : /^([-+]) ?(.*)$/.exec(rest);
  const minuses = [brackets, trailing, first?.[1] === '-', second?.[1] === '-'].filter(Boolean).length;
  if (minuses > 1 || (first && second)) return undefined;
  const amount = readAmount(
    second?.[2] ?? rest,
    format,
    unit ?? (currency ? { kind: 'currency' } : undefined),
  );
  if (!amount || 'fault' in amount) return amount;
  if (currency !== undefined && amount.unit !== undefined) return undefined;
  const codes = currency === undefined ? undefined : currencyCodes(currency.replace('.', ''));
  const named: WrittenUnit | undefined = codes ? { kind: 'currency', codes } : amount.unit;
  // 0 - x and not -x: "-0" is nought, not the negative zero that no comparison tells apart.
  return {
    value: minuses ? 0 - amount.value : amount.value,
    step: amount.step,
    ...(named && { unit: named }),
  };
}

type Hint = { kind: Unit['kind'] } | undefined;

function readAmount(text: string, format: NumberFormat, hint: Hint): Quantity | NumberFault | undefined {
  const clock = readClock(text, format.clock ?? 'h:mm');
  if (clock) return clock;
  const parts = /^([\d.,'’ ]*\d[.,]?(?:e[+-]?\d{1,4})?)([^\d].*)?$/i.exec(text);
  if (!parts?.[1]) return readSpans(text, format.decimal);
  const tail = (parts[2] ?? '').trim();
  const magnitude = hint?.kind === 'duration' ? undefined : readMagnitude(tail, hint);
  const digits = readDigits(parts[1].trim(), format.decimal, magnitude?.power);
  const named = namedUnit(magnitude?.rest ?? tail);
  if (named === null) return readSpans(text, format.decimal);
  return 'fault' in digits || !named ? digits : { ...digits, unit: named };
}

function readClock(text: string, clock: Clock): Quantity | NumberFault | undefined {
  const parts = /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (second > 59 || Number(parts[3] ?? 0) > 59)
    return { fault: `"${text}" has more than 59 minutes or seconds` };
  if (parts[3] !== undefined) return timed(first * 3600 + second * 60 + Number(parts[3]), 1, 'seconds');
  return timed(first * 60 + second, 1, clock === 'h:mm' ? 'minutes' : 'seconds');
}

function timed(value: number, step: number, unit: DurationUnit): Quantity {
  return { value, step, unit: { kind: 'duration', unit } };
}

// "4h 12m", "1 day 3 hours", and "4h12", where the minutes are understood.
function readSpans(text: string, decimal: Decimal): Quantity | NumberFault | undefined {
  const spans: string[] = text.match(/[\d.,]+ ?[a-z]+\.?/gi) ?? [];
  const bare = /\dh ?([0-5]?\d)$/i.exec(text)?.[1];
  if (bare) spans.push(`${bare}m`);
  if (
    spans.length < 2 ||
    spans.join('').replace(/ /g, '').length !== text.replace(/[ ,]/g, '').length + (bare ? 1 : 0)
  )
    return undefined;
  let [total, step, before] = [0, 0, Number.POSITIVE_INFINITY];
  for (const span of spans) {
    const [, written = '', word = ''] = /^([\d.,]+) ?(.+)$/.exec(span) ?? [];
    const [digits, unit] = [readDigits(written, decimal), durationUnit(word)];
    const each = unit && convertDuration(1, unit, 'seconds');
    if ('fault' in digits || !each || each >= before) return undefined;
    [total, step, before] = [total + digits.value * each, digits.step * each, each];
  }
  return timed(total, step, 'seconds');
}

const magnitudes: readonly [RegExp, number][] = [
  [/^(?:k|tsd\.?|thousand)(?![a-z])/i, 3],
  [/^(?:mio\.?|mn|mln|mm|million|m)(?![a-z])/i, 6],
  [/^(?:bn|mrd\.?|billion|b)(?![a-z])/i, 9],
];

/** Whether a word multiplies the number before it: k, Mio., bn. */
export function isMagnitude(word: string): boolean {
  return magnitudes.some(([shape]) => word.replace(shape, '') === '');
}

// Without a KPI or a currency that says otherwise, "45m" are minutes and "1.2M" are millions.
function readMagnitude(tail: string, hint: Hint): { power: number; rest: string } | undefined {
  if (!hint && /^m(?![a-z])/.test(tail)) return undefined;
  const found = magnitudes.find(([shape]) => shape.test(tail));
  return found && { power: found[1], rest: tail.replace(found[0], '').trim() };
}

// null: there are words, but none that is known.
function namedUnit(tail: string): WrittenUnit | null | undefined {
  if (tail === '' || /^x$/i.test(tail)) return undefined;
  if (/^(%|percent|pct|per cent)$/i.test(tail)) return { kind: 'percent' };
  const codes = currencyCodes(tail.replace(/\.$/, ''));
  if (codes) return { kind: 'currency', codes };
  const unit = durationUnit(tail);
  if (unit) return { kind: 'duration', unit };
  const scale = /^(?:\/|of|out of) ?(\d+)$/i.exec(tail);
  if (scale) return { kind: 'scale', to: Number(scale[1]) };
  return /^\p{L}[\p{L} /-]{0,19}\.?$/u.test(tail) ? { kind: 'number', symbol: tail } : null;
}

function inUnit(written: Quantity, unit: Unit, cell: string, format: NumberFormat): Quantity | NumberFault {
  const { value, step, unit: named } = written;
  const mismatch = { fault: `"${cell}" does not fit: this KPI is counted in ${unitInWords(unit)}` };
  if (unit.kind === 'percent' && format.fraction && !named)
    return { value: Number((value * 100).toPrecision(15)), step: step * 100 };
  if (unit.kind === 'scale' && valueFault(value, unit))
    return { fault: `"${cell}" is outside ${unitInWords(unit)}` };
  if (!named) return written;
  if (named.kind === 'number' && unit.kind === 'number')
    return sameWord(named.symbol, unit.symbol) ? { value, step } : mismatch;
  if (named.kind === 'scale')
    return unit.kind === 'scale' && named.to === unit.to ? { value, step } : mismatch;
  if (named.kind === 'currency')
    return unit.kind === 'currency' && named.codes.includes(unit.code) ? { value, step } : mismatch;
  if (named.kind === 'duration' && unit.kind === 'duration') {
    const converted = convertDuration(value, named.unit, unit.unit);
    const places = convertDuration(step, named.unit, unit.unit);
    return converted === undefined || places === undefined ? mismatch : { value: converted, step: places };
  }
  return named.kind === 'percent' && unit.kind === 'percent' ? { value, step } : mismatch;
}

// "12 pts" and "12 points" are both points; a plain count takes no word at all.
function sameWord(word: string, symbol: string | undefined): boolean {
  const [short, long] = [
    word.toLowerCase().replace(/[.s]+$/, ''),
    (symbol ?? '').toLowerCase().replace(/s$/, ''),
  ];
  return short !== '' && (short === long || (short === 'pt' && long === 'point'));
}
