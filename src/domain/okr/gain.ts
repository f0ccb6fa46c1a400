import type { Direction } from '#domain/kpi/definition.ts';
import type { Threshold } from '#domain/kpi/threshold.ts';
import type { Day } from '#domain/time/day.ts';
import type { Facts } from './facts.ts';
import { type Bound, isGood, type Measure } from './measure.ts';

/** What a key result has gained: the level to hold from now on, which way is good, and the level before where it is known. */
export type Gain = { level: number; direction: 'higher' | 'lower'; before?: number | undefined };

/**
 * The gain of a measure, or undefined for one without a level (steps, yes or no). The level is what was promised when it was reached,
 * else what was reached: the newest value of a good quarter lies above its process as often as not, and a watch would call that a loss.
 */
export function gainOf(measure: Measure, current: number | undefined): Gain | undefined {
  if (measure.kind === 'move') {
    const bound: Bound = measure.target > measure.baseline ? 'at least' : 'at most';
    if (current === undefined) return undefined;
    const level = isGood(current, bound, measure.target) ? measure.target : current;
    return { level, direction: directionOf(bound), before: measure.baseline };
  }
  if (measure.kind !== 'hold' && measure.kind !== 'hit rate') return undefined;
  if (measure.bound === undefined || measure.level === undefined) return undefined;
  return { level: measure.level, direction: directionOf(measure.bound) };
}

/** The same promise for the next cycle, counted from where this one ended: what is done already is left out. */
export function carriedOver(measure: Measure, facts: Facts): Measure {
  if (measure.kind === 'move') return { ...measure, baseline: facts.current ?? measure.baseline };
  if (measure.kind !== 'milestones') return measure;
  const done = new Set(facts.stepsDone);
  return { ...measure, steps: measure.steps.filter((step) => !done.has(step.id)) };
}

/**
 * A threshold with its floor raised (or its ceiling lowered, when lower is better) to a gained level from a day on. Lines that the
 * new one would contradict are left out; a line that is stricter already stays.
 */
export function raisedThreshold(
  present: Threshold | undefined,
  { level, direction }: { level: number; direction: Exclude<Direction, 'within'> },
  from: Day,
): Threshold {
  const lines = { ...present, from };
  if (direction === 'higher') {
    const floor = Math.max(level, present?.floor ?? level);
    return {
      ...lines,
      floor,
      warningFloor: above(lines.warningFloor, floor),
      desired: above(lines.desired, floor),
      desiredBy: above(lines.desired, floor) === undefined ? undefined : later(lines.desiredBy, from),
    };
  }
  const ceiling = Math.min(level, present?.ceiling ?? level);
  return {
    ...lines,
    ceiling,
    warningCeiling: below(lines.warningCeiling, ceiling),
    desired: below(lines.desired, ceiling),
    desiredBy: below(lines.desired, ceiling) === undefined ? undefined : later(lines.desiredBy, from),
  };
}

function directionOf(bound: Bound): 'higher' | 'lower' {
  return bound === 'at least' ? 'higher' : 'lower';
}

function above(line: number | undefined, floor: number): number | undefined {
  return line !== undefined && line > floor ? line : undefined;
}

function below(line: number | undefined, ceiling: number): number | undefined {
  return line !== undefined && line < ceiling ? line : undefined;
}

function later(day: Day | undefined, from: Day): Day | undefined {
  return day !== undefined && day >= from ? day : undefined;
}
