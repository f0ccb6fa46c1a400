import type { Cadence } from '#domain/time/period.ts';
import { mean, median } from './compare.ts';
import { adjusted, type SeasonalKind, seasonalFactors } from './seasonal-factors.ts';

/**
 * A season that repeats: `factors` has one per slot of the cycle, slot 0 being that of the first value given; `strength` (0 to 1) is the part
 * of the values' variation, without their trend, that it explains.
 */
export type Season = { period: number; kind: SeasonalKind; factors: number[]; strength: number };

const cycles: Partial<Record<Cadence, number>> = { daily: 7, weekly: 52, monthly: 12 };

// With 52 slots and two years a slot's mean is two points, all noise; a year is smooth enough to lend it its neighbours.
const neighbours = (period: number) => (period > 12 ? 3 : 0);

// The season of ten years ago says little of today's, and comparing every cycle with all others grows with their square.
const mostCycles = 60;

// One cycle must foretell the others: a correlation 2.8 times what chance gives (half a percent of noise series), and of some size.
const significance = 2.8;
const leastCorrelation = 0.35;

/**
 * The season of a series (null = missing), by cadence: 7 days, 52 weeks or 12 months; undefined when there are not two full cycles, a
 * quarter of them is missing, or one cycle does not foretell the others. The trend is removed before the factors are estimated.
 */
export function seasonOf(values: readonly (number | null)[], cadence: Cadence): Season | undefined {
  const period = cycles[cadence];
  if (!period || values.length < 2 * period) return undefined;
  const offset = values.length % period;
  const whole = values.slice(Math.max(offset, values.length - mostCycles * period));
  if (whole.filter((value) => value !== null).length < 0.75 * whole.length) return undefined;
  const trend = trendOf(whole, period);
  const kinds: SeasonalKind[] = trend.every((level) => level > 0) ? ['additive', 'ratio'] : ['additive'];
  const made = kinds
    .map((kind) => ({ kind, flat: withoutTrend(whole, trend, kind) }))
    .filter(({ flat }) => repeats(flat, period))
    .map(({ kind, flat }) => seasonBy(kind, flat, trend, offset, period));
  // Ratio only where it fits clearly better: with two or three cycles the difference is mostly luck.
  const [first, second] = made;
  return first && second && second.roughness < 0.95 * first.roughness ? second.season : first?.season;
}

/** Values without their season, missing ones still missing; the same values when there is none. */
export function withoutSeason(
  values: readonly (number | null)[],
  season: Season | undefined,
): readonly (number | null)[] {
  return season ? adjusted(values, season.factors, season.kind) : values;
}

function withoutTrend(values: readonly (number | null)[], trend: readonly number[], kind: SeasonalKind) {
  return values.map((value, index) => {
    if (value === null) return null;
    return kind === 'ratio' ? value / trend[index]! : value - trend[index]!;
  });
}

function seasonBy(
  kind: SeasonalKind,
  flat: readonly (number | null)[],
  trend: readonly number[],
  offset: number,
  period: number,
) {
  const smooth = smoothed(seasonalFactors(flat, period, kind), neighbours(period));
  const factors = smooth.map((_, slot) => smooth[(slot - offset + period * 2) % period]!);
  const rest = adjusted(flat, smooth, kind);
  const strength = Math.max(0, 1 - variance(rest) / variance(flat));
  const left = rest.flatMap((value, index) =>
    value === null ? [] : [kind === 'ratio' ? (value - 1) * trend[index]! : value],
  );
  const roughness = mean(left.map(Math.abs));
  return { season: { period, kind, factors, strength }, roughness };
}

// Each cycle's own mean, with a slope inside the cycles taken from the distance of a slot to itself one cycle on, which no season touches.
function trendOf(values: readonly (number | null)[], period: number): number[] {
  const steps = values.flatMap((value, index) => {
    const later = values[index + period];
    return value === null || later === null || later === undefined ? [] : [later - value];
  });
  const slope = steps.length === 0 ? 0 : median(steps) / period;
  const ahead = (index: number) => slope * ((index % period) - (period - 1) / 2);
  const levels = Array.from({ length: Math.ceil(values.length / period) }, (_, cycle) => {
    const own = values.slice(cycle * period, (cycle + 1) * period);
    return mean(own.flatMap((value, slot) => (value === null ? [] : [value - ahead(slot)])));
  });
  return values.map((_, index) => levels[Math.floor(index / period)]! + ahead(index));
}

// Whether the mean of the other cycles foretells each one. A shift, a spike or a wandering level happens in one cycle and fails here.
function repeats(swing: readonly (number | null)[], period: number): boolean {
  const count = swing.length / period;
  const pairs: [number, number][] = [];
  const sums = slotSums(swing, period);
  for (let cycle = 0; cycle < count; cycle += 1) {
    const others = withoutCycle(sums, swing.slice(cycle * period, (cycle + 1) * period));
    smoothed(others, neighbours(period)).forEach((expected, slot) => {
      const value = swing[cycle * period + slot]!;
      if (value !== null) pairs.push([value, expected]);
    });
  }
  const [seen, expected] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
  const alike = correlation(seen, expected);
  // Values that remember their neighbours carry less news each (Bartlett), and each pair of cycles is compared twice. What a true
  // season leaves over remembers nothing; what a wandering level leaves over does.
  const slope = (alike * spread(seen)) / spread(expected);
  const memory = lagged(pairs.map(([value, foretold]) => value - slope * foretold)) * lagged(expected);
  const news = ((pairs.length * (count - 1)) / count) * ((1 - memory) / (1 + memory));
  // Fisher's transform: near 1 a correlation says far more than its distance from 0.
  return (
    alike >= leastCorrelation &&
    Math.atanh(Math.min(alike, 1 - 1e-12)) * Math.sqrt(Math.max(0, news - 3)) >= significance
  );
}

type SlotSum = { sum: number; count: number };

function slotSums(values: readonly (number | null)[], period: number): SlotSum[] {
  const sums = Array.from({ length: period }, () => ({ sum: 0, count: 0 }));
  values.forEach((value, index) => {
    const slot = sums[index % period]!;
    if (value === null) return;
    slot.sum += value;
    slot.count += 1;
  });
  return sums;
}

// The additive factors of the other cycles, by taking one cycle off the sums: adding the others up each time grows with their square.
function withoutCycle(sums: readonly SlotSum[], own: readonly (number | null)[]): number[] {
  const rest = sums.map(({ sum, count }, slot) =>
    own[slot] === null ? { sum, count } : { sum: sum - own[slot]!, count: count - 1 },
  );
  const grand =
    rest.reduce((total, { sum }) => total + sum, 0) / rest.reduce((total, { count }) => total + count, 0);
  return rest.map(({ sum, count }) => (count === 0 ? 0 : sum / count - grand));
}

function smoothed(factors: readonly number[], reach: number): readonly number[] {
  if (reach === 0) return factors;
  const around = [...factors.slice(-reach), ...factors, ...factors.slice(0, reach)];
  return factors.map((_, slot) => mean(around.slice(slot, slot + 2 * reach + 1)));
}

function spread(values: readonly number[]): number {
  return Math.sqrt(variance(values));
}

function lagged(values: readonly number[]): number {
  return Math.max(0, correlation(values.slice(1), values.slice(0, -1)));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [together, alone, other] = [0, 0, 0];
  a.forEach((value, index) => {
    together += (value - meanA) * (b[index]! - meanB);
    alone += (value - meanA) ** 2;
    other += (b[index]! - meanB) ** 2;
  });
  return alone > 0 && other > 0 ? together / Math.sqrt(alone * other) : 0;
}

function variance(values: readonly (number | null)[]): number {
  const present = values.filter((value) => value !== null);
  const centre = mean(present);
  return mean(present.map((value) => (value - centre) ** 2));
}
