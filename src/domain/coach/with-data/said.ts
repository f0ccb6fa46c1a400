import { formatDifference, formatValue } from '#domain/kpi/format.ts';
import type { GoalFacts } from './facts.ts';

/** A value of a goal for people, in its unit. */
export function said({ unit, decimals }: GoalFacts, value: number): string {
  return formatValue(value, unit ?? { kind: 'number' }, decimals ?? decimalsOf(value));
}

/** A difference of two values for people, with its sign. */
export function saidDifference({ unit, decimals }: GoalFacts, difference: number): string {
  return formatDifference(difference, unit ?? { kind: 'number' }, decimals ?? decimalsOf(difference));
}

/** How many decimals a number was typed with, at most 10. */
export function decimalsOf(value: number): number {
  return Math.min(10, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
}

/** A value rounded to the decimals that its goal shows. */
export function rounded({ decimals }: GoalFacts, value: number): number {
  return Number(value.toFixed(decimals ?? 2));
}
