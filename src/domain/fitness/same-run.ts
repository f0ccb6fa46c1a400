import type { Unit } from '#domain/kpi/unit.ts';

/** How a series ends: `run` equal values, after `pairs` neighbours of which `repeats` were equal. */
export type SameRun = { run: number; repeats: number; pairs: number };

/** A run that chance makes once in so many series is no longer called chance. */
const improbable = 1e-4;
const fewestEqual = 4;
const fewestPairs = 6;

/** How many equal values a series ends with, and how often neighbours were equal before; missing values are passed over. */
export function sameRunOf(values: readonly (number | null)[]): SameRun {
  const known = values.filter((value) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return { run: 0, repeats: 0, pairs: 0 };
  const before = known.findLastIndex((value) => value !== last);
  const run = known.length - 1 - before;
  let repeats = 0;
  for (let at = 1; at <= before; at++) if (known[at] === known[at - 1]) repeats++;
  // The step into the run is a pair too: it was not equal.
  return { run, repeats, pairs: before + 1 };
}

/**
 * The chance that a series which repeats itself as often as this one did ends so: p^(run − 1), where p = (repeats + 1) / (pairs + 2), Laplace's
 * rule of succession, so that "never before" is not "never".
 */
export function chanceOfRun({ run, repeats, pairs }: SameRun): number {
  return ((repeats + 1) / (pairs + 2)) ** Math.max(0, run - 1);
}

/** Whether a series that used to vary has stood still for longer than chance explains. A value at its bound is not frozen: nought errors stay nought. */
export function isFrozen(same: SameRun, value: number | null, unit: Unit): boolean {
  if (value === null || isBound(value, unit)) return false;
  return same.run >= fewestEqual && same.pairs >= fewestPairs && chanceOfRun(same) < improbable;
}

function isBound(value: number, unit: Unit): boolean {
  if (value === 0) return true;
  if (unit.kind === 'percent') return value === 100;
  return unit.kind === 'scale' && (value === unit.from || value === unit.to);
}
