import { mean } from './compare.ts';

export const seasonalKinds = ['additive', 'ratio'] as const;

/** Whether the season adds the same amount each time, or the same part of the level. */
export type SeasonalKind = (typeof seasonalKinds)[number];

/**
 * A factor for each slot of the cycle, slot 0 being that of the first value: the slot's mean less (or over) the grand mean, for values
 * without a trend. Null is missing, and a slot without any value is left as it is. Ratio factors need a grand mean above zero.
 */
export function seasonalFactors(
  values: readonly (number | null)[],
  period: number,
  kind: SeasonalKind,
): number[] {
  const slots = Array.from({ length: period }, (): number[] => []);
  values.forEach((value, index) => {
    if (value !== null) slots[index % period]!.push(value);
  });
  const grand = mean(slots.flat());
  return slots.map((inSlot) => {
    if (inSlot.length === 0) return kind === 'ratio' ? 1 : 0;
    return kind === 'ratio' ? mean(inSlot) / grand : mean(inSlot) - grand;
  });
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
