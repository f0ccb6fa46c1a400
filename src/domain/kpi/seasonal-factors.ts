import { mean } from './compare.ts';

export const seasonalKinds = ['additive', 'ratio'] as const;

/** Whether the season adds the same amount each time, or the same part of the level. */
export type SeasonalKind = (typeof seasonalKinds)[number];

/** A factor for each slot of the cycle, slot 0 being that of the first value, and a way to take the season out of values. */
export type SeasonalFactors = {
  kind: SeasonalKind;
  of: number[];
  adjust: (values: readonly (number | null)[]) => (number | null)[];
};

/**
 * The mean of each slot less (or over) the grand mean, for values without a trend; null is missing, and a slot that has no value at
 * all is left as it is. Ratio factors need a grand mean above zero.
 */
export function seasonalFactors(
  values: readonly (number | null)[],
  period: number,
  kind: SeasonalKind,
): SeasonalFactors {
  const grand = mean(values.filter((value) => value !== null));
  const of = Array.from({ length: period }, (_, slot) => {
    const inSlot = values.filter((value, index) => value !== null && index % period === slot);
    if (inSlot.length === 0) return kind === 'ratio' ? 1 : 0;
    return kind === 'ratio' ? mean(inSlot as number[]) / grand : mean(inSlot as number[]) - grand;
  });
  return { kind, of, adjust: (given) => adjusted(given, of, kind) };
}

/** Values without their season: less the factor of their slot, or over it. */
export function adjusted(
  values: readonly (number | null)[],
  factors: readonly number[],
  kind: SeasonalKind,
): (number | null)[] {
  return values.map((value, index) => {
    if (value === null) return null;
    const factor = factors[index % factors.length]!;
    return kind === 'ratio' ? value / factor : value - factor;
  });
}
