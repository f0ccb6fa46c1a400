import { mean } from '#domain/kpi/compare.ts';
import { seasonOf } from '#domain/kpi/seasonal.ts';
import type { Cadence } from '#domain/time/period.ts';
import { type Bounds, transformed, transformFor } from './bounds.ts';
import {
  type Ahead,
  type Course,
  type Forecast,
  type ForecastRefusal,
  fewestToForecast,
} from './forecast.ts';
import { drawnShape, missesOf } from './misses.ts';
import { hasSeason, seasonLengths, slotFactors } from './season.ts';
import { smooth } from './smoothing.ts';

// Ten years of weeks: what came before says nothing of next month.
const mostPoints = 520;

// Ten years of months: a trend is that of the newest points, not of all time.
const slopePoints = 120;

// The intervals of a model are too narrow on less.
const longHistory: Record<Cadence, number> = {
  daily: 28,
  weekly: 52,
  monthly: 24,
  quarterly: 24,
  yearly: 24,
};

/**
 * The forecast of values of complete periods, oldest first, null where one is missing, for periods after the last given. By the Theta method
 * (Assimakopoulos and Nikolopoulos, 2000): a season that the test finds is taken out, exponential smoothing gives the level, half the
 * straight line through the history the drift; quantiles come from what the same would have missed by in the past. Short histories are
 * averaged with the drift method. Refuses below 8 values.
 */
export function fitForecast(
  values: readonly (number | null)[],
  { cadence, bounds }: { cadence: Cadence; bounds?: Bounds | undefined },
): Forecast | ForecastRefusal {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  const whole = first < 0 ? [] : values.slice(Math.max(first, last + 1 - mostPoints), last + 1);
  const points = whole.filter((value) => value !== null).length;
  if (points < fewestToForecast) return { refused: tooFew(points) };
  const transform = transformFor(bounds);
  const seen = whole.map((value) => (value === null ? null : transformed(value, transform, bounds ?? null)));
  // Squares of numbers near the ends of what a double holds would overflow.
  const unit = seen.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0) || 1;
  const scaled = seen.map((value) => (value === null ? null : value / unit));
  const behind = values.length - 1 - last;

  const period = seasonLengths[cadence];
  const season = period === undefined ? undefined : slotsOf(scaled, period, cadence, transform === 'arcsine');
  const flat = season ? without(scaled, season) : scaled;
  const { course, alpha } = theta(flat);
  const courses = points < longHistory[cadence] ? [course, drift(flat)] : [course];
  return {
    method: courses.length > 1 ? 'theta and drift' : 'theta',
    courses: courses.map((each) => inUnits(each, unit)),
    smoothing: rounded(alpha),
    season: season ? ahead(season, scaled.length, unit) : null,
    seasonTested: period !== undefined && scaled.length > 2 * period,
    transform,
    bounds: bounds ?? null,
    points,
    behind,
  };
}

function tooFew(points: number): string {
  const have = points === 0 ? 'none' : points === 1 ? 'only one' : `only ${points}`;
  return `A forecast needs at least ${fewestToForecast} complete periods with a value, and there ${points === 1 ? 'is' : 'are'} ${have}.`;
}

type Slots = { kind: 'additive' | 'ratio'; factors: number[] };

function slotsOf(
  values: readonly (number | null)[],
  period: number,
  cadence: Cadence,
  isBetweenBounds: boolean,
): Slots | undefined {
  const filled = bridged(values);
  if (!hasSeason(filled, period) && !seasonOf(values, cadence)) return undefined;
  const kind = !isBetweenBounds && filled.every((value) => value > 0) ? 'ratio' : 'additive';
  const known = values.map((value) => value !== null);
  const factors = slotFactors(filled, known, period, kind);
  return kind === 'ratio' && factors.some((factor) => factor < 0.01) ? undefined : { kind, factors };
}

// Straight lines over the gaps, for what needs a value in each period.
function bridged(values: readonly (number | null)[]): number[] {
  const filled: number[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const [from, start] = [filled.length - 1, filled.at(-1) ?? value];
    for (let gap = from + 1; gap < index; gap += 1)
      filled.push(start + ((value - start) * (gap - from)) / (index - from));
    filled.push(value);
  });
  return filled;
}

function without(values: readonly (number | null)[], { kind, factors }: Slots): (number | null)[] {
  return values.map((value, index) => {
    if (value === null) return null;
    const factor = factors[index % factors.length]!;
    return kind === 'ratio' ? value / factor : value - factor;
  });
}

function theta(values: readonly (number | null)[]): { course: Course; alpha: number } {
  const { alpha, levels } = smooth(values);
  const half = slopeOf(values.slice(-slopePoints)) / 2;
  // Smoothing lags behind a trend by (1 − (1 − alpha)^n) / alpha steps; the theta line has its drift from there on.
  const lag = (count: number) => (1 - (1 - alpha) ** count) / alpha - 1;
  const newest = levels.at(-1)!;
  const isAmount = values.every((value) => value === null || value > 0) && levels.every((level) => level > 0);
  // What swings by a tenth swings by more when it has grown.
  const sizes = levels.map((level) => (isAmount ? Math.min(4, Math.max(0.25, newest / level)) : 1));
  const bases = levels.map((level, index) => level + half * lag(index + 1));
  const misses = missesOf(values, { bases, sizes, drift: half }, alpha ** 2);
  return { course: { level: bases.at(-1)!, drift: half, ...misses }, alpha };
}

function slopeOf(values: readonly (number | null)[]): number {
  const at = values.flatMap((value, index) => (value === null ? [] : [index]));
  const [middle, centre] = [mean(at), mean(at.map((index) => values[index]!))];
  let [top, bottom] = [0, 0];
  values.forEach((value, index) => {
    if (value === null) return;
    top += (index - middle) * (value - centre);
    bottom += (index - middle) ** 2;
  });
  return bottom > 0 ? top / bottom : 0;
}

// A random walk with drift: Hyndman and Athanasopoulos, "Forecasting: principles and practice", 5.2.
function drift(values: readonly (number | null)[]): Course {
  const [first, newest] = [values[0]!, values.at(-1)!];
  const steps = values.length - 1;
  const slope = (newest - first) / steps;
  let [square, count, before] = [0, 0, 0];
  values.forEach((value, index) => {
    if (value === null || index === 0) return;
    square += (value - values[before]! - slope * (index - before)) ** 2 / (index - before);
    count += 1;
    before = index;
  });
  const one = 1 + 1 / steps;
  return {
    level: newest,
    drift: slope,
    scale: Math.sqrt((square / Math.max(1, count - 1)) * one),
    growth: [(1 + 2 / steps) / one, 1 / steps / one],
    shape: drawnShape(count - 1),
  };
}

function inUnits({ level, drift: slope, scale, growth, shape }: Course, unit: number): Course {
  return {
    level: level * unit,
    drift: slope * unit,
    scale: scale * unit,
    growth: [rounded(growth[0]), rounded(growth[1])],
    shape: shape.map(rounded),
  };
}

function ahead({ kind, factors }: Slots, count: number, unit: number): Ahead {
  const period = factors.length;
  const turned = factors.map((_, slot) => factors[(count + slot) % period]!);
  return {
    period,
    kind,
    factors: turned.map((factor) => (kind === 'ratio' ? rounded(factor) : factor * unit)),
  };
}

function rounded(number: number): number {
  return Number(number.toPrecision(7));
}
