import { type Direction, directions } from '#domain/kpi/definition.ts';
import { type RuleSetName, ruleSetNames } from '#domain/kpi/rule-sets.ts';
import { thresholdFault } from '#domain/kpi/threshold.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Cadence, cadences, type Period } from '#domain/time/period.ts';

/** What may be asked of a series: each field of a JSON line, and each flag for the lines that do not say. */
export type Asked = {
  cadence?: Cadence;
  horizon?: number;
  floor?: number;
  ceiling?: number;
  desired?: number;
  direction?: Direction;
  rules?: RuleSetName;
};

/** One series to be judged, a value for each period (null = missing); a table also knows its periods and its unit. */
export type Series = Asked & {
  id: string | number | null;
  values: readonly (number | null)[];
  table?: { first: Period; unit: Unit; decimals: number };
};

/** A series that cannot be judged at all, and why. */
export type RefusedSeries = { id: string | number | null; refused: string };

/** The most values and the farthest horizon of one series: a century of days, and a year of them ahead. */
export const most = { values: 50_000, horizon: 366 };

// Squares of larger ones are infinite, and every average after them.
const largest = 1e100;

const listed = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** What each field must be, as a sentence that follows its name; undefined when the value is right. */
const faults: Record<keyof Asked, (value: unknown) => string | undefined> = {
  cadence: (value) => (isOneOf(cadences, value) ? undefined : `write ${listed(cadences)}`),
  horizon: (value) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most.horizon
      ? undefined
      : `write a whole number from 1 to ${most.horizon}`,
  floor: numberFault,
  ceiling: numberFault,
  desired: numberFault,
  direction: (value) => (isOneOf(directions, value) ? undefined : `write ${listed(directions)}`),
  rules: (value) => (isOneOf(ruleSetNames, value) ? undefined : `write ${listed(ruleSetNames)}`),
};

/** The fields that may be asked, in the order of the help. */
export const askedFields = Object.keys(faults) as (keyof Asked)[];

/** What is wrong with the value of a field, as a sentence; undefined when nothing is. */
export function fieldFault(name: string, field: keyof Asked, value: unknown): string | undefined {
  const right = faults[field](value);
  return right === undefined ? undefined : `${name} is ${shown(value)}; ${right}.`;
}

/** What is wrong with thresholds that contradict each other, as a sentence; undefined when nothing is. */
export function thresholdsFault({
  floor,
  ceiling,
  desired,
  direction = 'higher',
}: Asked): string | undefined {
  return thresholdFault({ from: '1900-01-01', floor, ceiling, desired }, direction, { kind: 'number' });
}

/** What is wrong with a value of a series, as a sentence that follows its place; undefined when nothing is. */
export function valueFault(value: unknown): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'number') return `${shown(value)}, neither a number nor null`;
  if (Math.abs(value) <= largest) return undefined;
  return Number.isFinite(value) ? `${value}, too large to be squared` : 'too large to be a number';
}

function numberFault(value: unknown): string | undefined {
  const isRight = typeof value === 'number' && Math.abs(value) <= largest;
  return isRight ? undefined : 'write a number';
}

function isOneOf(names: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && names.includes(value);
}

/** A value as JSON, cut short: a line may hold anything. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
