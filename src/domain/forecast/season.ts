import type { Cadence } from '#domain/time/period.ts';

/** How many periods a season takes, where a cadence has one. */
export const seasonLengths: Partial<Record<Cadence, number>> = {
  daily: 7,
  weekly: 52,
  monthly: 12,
  quarterly: 4,
};

// Seasons change slowly: a cycle of three cycles ago says half as much as the newest.
const halfLife = 3;

// Two or three years say little of one week; those beside it say as much.
const neighbours = 1;

// The one-sided 95 % point of the normal distribution: the test of the Theta method, at 90 %.
const significance = 1.645;

/**
 * Whether values repeat after `period`: the autocorrelation at that lag against Bartlett's limits at 90 %. Looser than the test for signals, because
 * a season that is not there costs a forecast little; but a smooth swing remembers its neighbours, widens those limits and hides from it, so
 * that one which signals are freed from always counts too. Fiorucci et al., "Models for optimising the theta method", 2016. Needs more than two cycles.
 */
export function hasSeason(values: readonly number[], period: number): boolean {
  const count = values.length;
  if (count <= 2 * period) return false;
  let centre = 0;
  for (const value of values) centre += value / count;
  const swing = values.map((value) => value - centre);
  const at = (lag: number) => {
    let sum = 0;
    for (let index = lag; index < count; index += 1) sum += swing[index]! * swing[index - lag]!;
    return sum;
  };
  const whole = at(0);
  if (whole <= 1e-18 * count * Math.max(centre * centre, 1e-12)) return false;
  let spread = 1;
  for (let lag = 1; lag < period; lag += 1) spread += 2 * (at(lag) / whole) ** 2;
  return Math.abs(at(period) / whole) > significance * Math.sqrt(spread / count);
}

/**
 * A factor for each slot, slot 0 being that of the first value, by classical decomposition: what values are over (or above) the moving mean of a
 * cycle around them, averaged by slot, newer ones weighing more. `known` says which values are no guesses.
 */
export function slotFactors(
  values: readonly number[],
  known: readonly boolean[],
  period: number,
  kind: 'additive' | 'ratio',
): number[] {
  const half = period >> 1;
  const even = period % 2 === 0;
  const sums = Array<number>(period).fill(0);
  const weights = Array<number>(period).fill(0);
  for (let index = half; index < values.length - half; index += 1) {
    let around = 0;
    for (let other = index - half; other <= index + half; other += 1) around += values[other]!;
    if (even) around -= (values[index - half]! + values[index + half]!) / 2;
    const trend = around / period;
    if (!known[index]) continue;
    const weight = 0.5 ** ((values.length - 1 - index) / (halfLife * period));
    sums[index % period]! += weight * (kind === 'ratio' ? values[index]! / trend : values[index]! - trend);
    weights[index % period]! += weight;
  }
  const neutral = kind === 'ratio' ? 1 : 0;
  const factors = smoothed(
    sums.map((sum, slot) => (weights[slot]! > 0 ? sum / weights[slot]! : neutral)),
    period > 12 ? neighbours : 0,
  );
  const centre = factors.reduce((sum, factor) => sum + factor, 0) / period;
  return factors.map((factor) => (kind === 'ratio' ? factor / centre : factor - centre));
}

function smoothed(factors: readonly number[], reach: number): number[] {
  const count = factors.length;
  return factors.map((_, slot) => {
    let sum = 0;
    for (let other = slot - reach; other <= slot + reach; other += 1)
      sum += factors[(other + count) % count]!;
    return sum / (2 * reach + 1);
  });
}
