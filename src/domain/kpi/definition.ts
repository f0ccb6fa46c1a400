import type { Cadence } from '#domain/time/period.ts';
import { type Unit, unitFault } from './unit.ts';

export type { Unit };

export const directions = ['higher', 'lower', 'within'] as const;

/** Which way is good: more, less, or inside a band. */
export type Direction = (typeof directions)[number];

export const addsUp = ['sum', 'mean', 'last', 'min', 'max', 'ratio'] as const;

/** How values become one: over time and over children; `ratio` is the sum of numerators over the sum of denominators. */
export type AddsUp = (typeof addsUp)[number];

/** What the arithmetic needs to know of a KPI. */
export type KpiFacts = {
  unit: Unit;
  decimals: number;
  direction: Direction;
  cadence: Cadence;
  addsUp: AddsUp;
};

/** What is wrong with a definition, as one sentence that says what would be right; undefined when nothing is. */
export function definitionFault(definition: { key: string; name: string } & KpiFacts): string | undefined {
  const { key, name, unit, decimals, direction, addsUp: way } = definition;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 80) {
    return `The key "${key}" must be small letters, digits and single hyphens, such as first-response, and at most 80 long.`;
  }
  if (name.trim() === '') return 'A KPI needs a name.';
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 10) {
    return `Decimals are a whole number from 0 to 10, not ${decimals}.`;
  }
  const fault = unitFault(unit);
  if (fault) return fault;
  if (way === 'ratio' && (unit.kind === 'duration' || unit.kind === 'scale')) {
    return `A ${unit.kind} cannot be a ratio of two sums; a ratio is a percent, a plain number or a currency per something.`;
  }
  if (way === 'sum' && (unit.kind === 'scale' || unit.kind === 'percent')) {
    return `Values of a ${unit.kind} cannot be summed; use ${unit.kind === 'percent' ? 'ratio' : 'mean'}.`;
  }
  return directions.includes(direction) ? undefined : `The direction is one of ${directions.join(', ')}.`;
}
