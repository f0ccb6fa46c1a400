import { scaleLinear } from 'd3-scale';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { tenths } from './path.ts';

export type ValueTick = { y: number; value: number; text: string };

/** How values become heights: the range that is shown, and its ticks. */
export type ValueAxis = { least: number; most: number; y: (value: number) => number; ticks: ValueTick[] };

type Words = { unit: Unit; decimals: number };

// Hours and minutes do not come in tens: 4h 10m is a tick that nobody can read.
const clockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];

/**
 * An axis from `bottom` up to `top` that holds the core values, and also those wished for while they take at most two thirds of it:
 * a target far away must not press the data flat.
 */
export function valueAxis(
  core: readonly number[],
  wished: readonly number[],
  { top, bottom }: { top: number; bottom: number },
  words: Words,
): ValueAxis {
  const [coreLeast, coreMost] = extent(core.length > 0 ? core : wished);
  const span = coreMost - coreLeast;
  const near = wished.filter((value) => {
    const [low, high] = [Math.min(coreLeast, value), Math.max(coreMost, value)];
    return high - low <= 3 * span;
  });
  const [low, high] = extent([coreLeast, coreMost, ...near]);
  const air = (high - low) * 0.06;
  const least = low - air;
  const most = high + air;
  const scale = scaleLinear([least, most], [bottom, top]);
  const y = (value: number) => tenths(scale(value));
  const count = Math.max(2, Math.floor((bottom - top) / 52));
  const values = told(tickValues(least, most, count, words.unit), words);
  const decimals = Math.min(words.decimals, decimalsOf(values));
  return {
    least,
    most,
    y,
    ticks: values.map((value) => ({ y: y(value), value, text: formatValue(value, words.unit, decimals) })),
  };
}

function extent(values: readonly number[]): [least: number, most: number] {
  if (values.length === 0) return [0, 1];
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // A flat series still needs a height to lie in, and one that differs by rounding alone is flat.
  const isFlat = most - least <= Math.max(1e-100, 1e-12 * Math.max(Math.abs(least), Math.abs(most)));
  const size = Math.abs(least) * 0.05;
  const half = isFlat ? (size > 1e-90 ? size : 0.5) : 0;
  return [least - half, most + half];
}

// Where the unit has fewer decimals than the steps, neighbours would have one text.
function told(values: number[], { unit, decimals }: Words): number[] {
  if (unit.kind === 'duration') return values;
  const kept = values.filter((value) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9);
  return kept.length > 0 ? kept : values.slice(0, 1);
}

function tickValues(least: number, most: number, count: number, unit: Unit): number[] {
  // Named steps are where a scale can be read; between two of them there is no name.
  if (unit.kind === 'scale' && unit.steps) return wholeNumbers(least, most, count);
  const isClock = unit.kind === 'duration' && (unit.unit === 'minutes' || unit.unit === 'seconds');
  if (!isClock) return scaleLinear([least, most], [0, 1]).ticks(count);
  const rough = (most - least) / count;
  const step = clockSteps.find((each) => each >= rough) ?? Math.ceil(rough / 1440) * 1440;
  const first = Math.ceil(least / step);
  const last = Math.floor(most / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

function wholeNumbers(least: number, most: number, count: number): number[] {
  const [first, last] = [Math.ceil(least), Math.floor(most)];
  const step = Math.max(1, Math.ceil((last - first) / count));
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step) + 1) },
    (_, index) => first + index * step,
  );
}

function decimalsOf(values: readonly number[]): number {
  const step = (values[1] ?? 1) - (values[0] ?? 0);
  for (let decimals = 0; decimals < 10; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 10;
}
