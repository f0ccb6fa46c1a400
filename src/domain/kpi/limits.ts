import { mean, median, refuseNonFinite } from './compare.ts';

/** What so many points may carry: no limits below 6, the first rule only below 12, limits to lock from 20 on. */
export type Strength = 'too few' | 'trial' | 'usable' | 'firm';

/** The XmR chart of a stretch of values, all in the values' unit; `distinctRanges` counts the different moving ranges. */
export type Limits = {
  centre: number;
  range: number;
  sigma: number;
  upper: number;
  lower: number;
  upperRange: number;
  count: number;
  distinctRanges: number;
  strength: Strength;
};

export const averages = ['mean', 'median'] as const;

/** The average that limits are made with: the mean by usage, the median on request, because it resists a few wild points. */
export type Average = (typeof averages)[number];

/** Which average makes the centre line, and which the width. */
export type LimitsVariant = { centre: Average; spread: Average };

// Wheeler's rounded constants for moving ranges of two; the reference vectors pin them rather than the exact ones.
const factors = {
  mean: { limit: 2.66, range: 3.268, sigma: 1 / 1.128 },
  median: { limit: 3.145, range: 3.865, sigma: 3.145 / 3 },
} as const;

export const fewestPoints = { trial: 6, usable: 12, firm: 20 } as const;

/** How far limits made from so many points can be trusted. */
export function strengthOf(count: number): Strength {
  if (count < fewestPoints.trial) return 'too few';
  if (count < fewestPoints.usable) return 'trial';
  return count < fewestPoints.firm ? 'usable' : 'firm';
}

/** The distances between neighbours that are both present: a gap has no moving range, it is not bridged. */
export function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1];
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)];
  });
}

/**
 * Natural process limits of one phase, null standing for a missing value; undefined when no two neighbours are present.
 * Centre ± 2.66 × mean moving range, upper range limit 3.268 × (medians: 3.145 and 3.865), never the overall standard
 * deviation, which a shift inflates until it hides itself. Refuses NaN and infinity. Source: Wheeler, Understanding Variation.
 */
export function limits(
  values: readonly (number | null)[],
  variant: LimitsVariant = { centre: 'mean', spread: 'mean' },
): Limits | undefined {
  refuseNonFinite(values);
  const present = values.filter((value) => value !== null);
  const ranges = movingRanges(values);
  if (ranges.length === 0) return undefined;
  const centre = variant.centre === 'mean' ? mean(present) : median(present);
  const range = variant.spread === 'mean' ? mean(ranges) : median(ranges);
  const factor = factors[variant.spread];
  return {
    centre,
    range,
    sigma: factor.sigma * range,
    upper: centre + factor.limit * range,
    lower: centre - factor.limit * range,
    upperRange: factor.range * range,
    count: present.length,
    distinctRanges: distinct(ranges),
    strength: strengthOf(present.length),
  };
}

// 0.3 - 0.2 and 0.2 - 0.1 are the same range to a person and different ones to a computer.
function distinct(ranges: readonly number[]): number {
  const sorted = [...ranges].sort((a, b) => a - b);
  const step = 1e-9 * Math.max(1, sorted.at(-1) ?? 0);
  return sorted.filter((range, index) => index === 0 || range - sorted[index - 1]! > step).length;
}
