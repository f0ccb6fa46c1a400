import type { Quantity } from '#domain/coach/quantity.ts';
import { read } from '#domain/coach/read.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Bound, Measure } from '#domain/okr/measure.ts';
import type { Cadence } from '#domain/time/period.ts';
import { amountOf, unitOf } from './amount.ts';

/** How a key result is probably measured, and which words said so. */
export type MeasureGuess = { measure: Measure; unit: Unit; read: string[] };

const cadences: readonly [RegExp, Cadence][] = [
  [/\bday|daily|night|morning/i, 'daily'],
  [/\bweek|weekly|monday|tuesday|wednesday|thursday|friday|saturday|sunday/i, 'weekly'],
  [/\bmonth|monthly/i, 'monthly'],
  [/\bquarter|quarterly/i, 'quarterly'],
];

/** Guesses the measure of a key result from its words: a range is a move, a run is held, "9 of 13" is a hit rate, no number is done or not. */
export function guessMeasure(text: string): MeasureGuess {
  const { amounts } = read(text);
  return (
    held(text, amounts) ??
    hitRate(text) ??
    moved(text, amounts) ??
    won(text, amounts) ??
    undone(text, amounts)
  );
}

function moved(text: string, amounts: readonly Quantity[]): MeasureGuess | undefined {
  for (const [index, first] of amounts.entries()) {
    const second = amounts[index + 1];
    if (!second) break;
    const between = text.slice(first.at.to, second.at.from);
    const before = text.slice(0, first.at.from);
    const isForward =
      arrow.test(between) ||
      (/\bto\b/.test(between) && (/\bfrom\s*\D{0,4}$/i.test(before) || between.length < 12));
    const isBack =
      /\b(?:up|down)?\s*(?:from|versus|vs\.?|against|was|today|now|current(?:ly)?|baseline|previously|instead of|rather than)\b/i.test(
        between,
      );
    if (!isForward && !isBack) continue;
    const [from, to] = isForward
      ? [first, second]
      : [second, likeliest(second, amounts.slice(0, index + 1), text)];
    const guess = moveOf(from, to, text);
    if (guess) return guess;
  }
  return undefined;
}

const arrow = /→|[-–—]>|⇒|➜|➔|➡|⟶/;

// "99.9% of requests below 500 ms (now 97.2%)" goes to the percentage, not to what stands nearest.
function likeliest(baseline: Quantity, before: readonly Quantity[], text: string): Quantity {
  const kind = unitOf(baseline, text)?.kind;
  return before.findLast((each) => unitOf(each, text)?.kind === kind) ?? before.at(-1)!;
}

function moveOf(from: Quantity, to: Quantity, text: string): MeasureGuess | undefined {
  const unit = unitOf(to, text) ?? { kind: 'number' };
  const own = unitOf(from, text);
  const [bare, target] = [from.text, to.text].map(amountIn([from.text, to.text]));
  if (target === undefined || bare === undefined) return undefined;
  // "From 4 hours to 45 minutes": the value from which it starts is told in the unit of the target.
  const baseline = converted(bare, own?.kind === 'duration' ? own : unit, unit);
  if (baseline === target) return undefined;
  return {
    measure: { kind: 'move', baseline, target },
    unit,
    read: [`baseline: "${from.text.trim()}"`, `target: "${to.text.trim()}"`],
  };
}

// "From 2.000 to 5.000" are thousands as half of Europe writes them: nobody gives three decimals and means none.
function amountIn(texts: readonly string[]): (text: string) => number | undefined {
  const areThousands =
    texts.every((each) => /^\D*\d{1,3}(?:\.\d{3})+(?!\d)/.test(each)) &&
    texts.some((each) => /\.000(?!\d)/.test(each));
  return (text) => amountOf(areThousands ? text.replaceAll('.', '') : text);
}

const inSeconds = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400, weeks: 604_800, months: 2_629_746 };

function converted(value: number, from: Unit, to: Unit): number {
  if (from.kind !== 'duration' || to.kind !== 'duration' || from.unit === to.unit) return value;
  return Number(((value * inSeconds[from.unit]) / inSeconds[to.unit]).toPrecision(12));
}

function held(text: string, amounts: readonly Quantity[]): MeasureGuess | undefined {
  const run =
    /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen)\s+(?:consecutive|straight|successive)\s+(\w+)|\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen)\s+(\w+)\s+(?:in a row|running)\b/i.exec(
      text,
    );
  if (!run) return undefined;
  const count = amountOf(run[1] ?? run[3]!);
  const cadence = cadenceOf(run[2] ?? run[4]!);
  const level = amounts.find(({ at }) => at.to <= run.index || at.from >= run.index + run[0].length);
  const value = level && amountOf(level.text);
  if (count === undefined || !cadence || !level || value === undefined) return undefined;
  return {
    measure: { kind: 'hold', bound: boundOf(text, level), level: value, run: count, cadence },
    unit: unitOf(level, text) ?? { kind: 'number' },
    read: [`level: "${level.text.trim()}"`, `run: "${run[0]}"`],
  };
}

function boundOf(text: string, { at }: Quantity): Bound {
  const around = text.slice(Math.max(0, at.from - 24), at.from) + text.slice(at.to, at.to + 12);
  return /\b(?:below|under|at most|less|fewer|no more|within|not exceed|maximum|or lower)\b|[<≤]/i.test(
    around,
  )
    ? 'at most'
    : 'at least';
}

function hitRate(text: string): MeasureGuess | undefined {
  const found = /\b(\d+)\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?(\d+)\s+(\w+)/i.exec(text);
  const cadence = found && cadenceOf(found[3]!);
  const planned = found ? Number(found[2]) : 0;
  if (!found || !cadence || planned < 1 || planned > 400) return undefined;
  return {
    measure: { kind: 'hit rate', planned, cadence },
    unit: { kind: 'number' },
    read: [`planned periods: "${found[0]}"`],
  };
}

function cadenceOf(word: string): Cadence | undefined {
  return cadences.find(([shape]) => shape.test(word))?.[1];
}

// "Sign 14 wineries" begins with none; a rate does not begin with nothing.
function won(text: string, amounts: readonly Quantity[]): MeasureGuess | undefined {
  const { opening } = read(text);
  const [amount] = amounts;
  if (
    !amount ||
    amounts.length > 1 ||
    !opening ||
    ['raise', 'lower', 'better', 'keep', 'watch'].includes(opening.kind)
  )
    return undefined;
  const value = amountOf(amount.text);
  const unit = unitOf(amount, text) ?? { kind: 'number' };
  const isCount =
    (unit.kind === 'number' || unit.kind === 'currency') &&
    !/\bper\b|\/|average|median|score|rating|index/i.test(text);
  if (value === undefined || value === 0 || !isCount) return undefined;
  return {
    measure: { kind: 'move', baseline: 0, target: value },
    unit,
    read: [`target: "${amount.text.trim()}"`, 'baseline: 0, because it counts from nothing'],
  };
}

function undone(text: string, amounts: readonly Quantity[]): MeasureGuess {
  const unit = amounts[0] && unitOf(amounts[0], text);
  return {
    measure: { kind: 'done' },
    unit: unit ?? { kind: 'number' },
    read: amounts[0]
      ? [`"${amounts[0].text.trim()}" is a number without a baseline: give one, and it is a move`]
      : ['no number: it is done or not'],
  };
}
