import type { Day } from '#domain/time/day.ts';
import type { Direction } from './definition.ts';
import type { Unit } from './unit.ts';
import { valueFault } from './unit.ts';

/**
 * What is asked of a KPI from a day on, until the next threshold replaces it whole. Floor and ceiling are non-negotiable; the warning
 * zone reaches from the floor up to `warningFloor` and from the ceiling down to `warningCeiling`.
 */
export type Threshold = {
  from: Day;
  floor?: number | undefined;
  ceiling?: number | undefined;
  warningFloor?: number | undefined;
  warningCeiling?: number | undefined;
  desired?: number | undefined;
  desiredBy?: Day | undefined;
};

/** The threshold in force on a day: the newest that began by then, the later in the list of two of one day; undefined before the first. */
export function thresholdOn(day: Day, thresholds: readonly Threshold[]): Threshold | undefined {
  return thresholds.reduce<Threshold | undefined>(
    (best, each) => (each.from <= day && (!best || each.from >= best.from) ? each : best),
    undefined,
  );
}

/** Whether there is anything to hold a value against: a desired level alone says where to go, not whether all is well. */
export function judgesValues(threshold: Threshold | undefined): threshold is Threshold {
  if (!threshold) return false;
  const { floor, ceiling, warningFloor, warningCeiling } = threshold;
  return [floor, ceiling, warningFloor, warningCeiling].some((line) => line !== undefined);
}

/** What is wrong with a threshold, as one sentence that says what would be right; undefined when nothing is. */
export function thresholdFault(threshold: Threshold, direction: Direction, unit: Unit): string | undefined {
  const { floor, ceiling, warningFloor, warningCeiling, desired, desiredBy, from } = threshold;
  for (const value of [floor, ceiling, warningFloor, warningCeiling, desired]) {
    const fault = value === undefined ? undefined : valueFault(value, unit);
    if (fault) return fault;
  }
  const inOrder: [number | undefined, string, number | undefined, string][] = [
    [floor, 'floor', ceiling, 'ceiling'],
    [floor, 'floor', warningFloor, 'start of its warning zone'],
    [warningCeiling, 'start of the warning zone below the ceiling', ceiling, 'ceiling'],
    [warningFloor, 'warning zone above the floor', warningCeiling, 'warning zone below the ceiling'],
  ];
  for (const [low, lowName, high, highName] of inOrder) {
    if (low !== undefined && high !== undefined && low >= high) {
      return `The ${lowName} (${low}) must lie below the ${highName} (${high}).`;
    }
  }
  if (desired !== undefined && floor !== undefined && desired < floor) {
    return `The desired level (${desired}) lies below the floor (${floor}).`;
  }
  if (desired !== undefined && ceiling !== undefined && desired > ceiling) {
    return `The desired level (${desired}) lies above the ceiling (${ceiling}).`;
  }
  if (desiredBy !== undefined && desired === undefined)
    return 'A date needs the desired level that it is for.';
  if (desiredBy !== undefined && desiredBy < from) {
    return `The desired level is wanted by ${desiredBy}, before the threshold begins on ${from}.`;
  }
  if (direction === 'within' && desired !== undefined && floor === undefined && ceiling === undefined) {
    return 'A KPI that should stay within a band needs a floor or a ceiling beside its desired level.';
  }
  return undefined;
}
