import type { Cadence } from '#domain/time/period.ts';

export const measureKinds = ['move', 'hold', 'hit rate', 'milestones', 'done'] as const;

/** On which side of a level the good values lie; the level itself is good. */
export type Bound = 'at least' | 'at most';

/** One milestone; its id stays when its title is reworded. */
export type Step = { id: string; title: string; weight: number };

/**
 * What a key result promises, as it is frozen when its cycle starts. What has come of it (values, periods, steps done) is never
 * in here but in its facts, so that reporting is not moving the goalpost. A hit rate without a level counts periods said to be good.
 */
export type Measure =
  | { kind: 'move'; baseline: number; target: number }
  | { kind: 'hold'; bound: Bound; level: number; run: number; cadence: Cadence }
  | {
      kind: 'hit rate';
      planned: number;
      cadence: Cadence;
      bound?: Bound | undefined;
      level?: number | undefined;
    }
  | { kind: 'milestones'; steps: readonly Step[] }
  | { kind: 'done' };

const most = 10_000;

/** What is wrong with a measure, as a sentence for the person, or undefined; `available` is how many periods its cycle has. */
export function measureFault(measure: Measure, available?: number): string | undefined {
  switch (measure.kind) {
    case 'move':
      return moveFault(measure.baseline, measure.target);
    case 'hold':
      return (
        numberFault('The level', measure.level) ??
        countFault('The run', measure.run, 'periods in a row') ??
        (available !== undefined && measure.run > available
          ? `The cycle has ${available} ${plural(available, 'period')} of this cadence, so a run of ${measure.run} cannot happen: ask for ${available} at most.`
          : undefined)
      );
    case 'hit rate':
      return countFault('The plan', measure.planned, 'periods') ?? limitFault(measure.bound, measure.level);
    case 'milestones':
      return stepsFault(measure.steps);
    case 'done':
      return undefined;
  }
}

/** What is wrong with the weights of things that are averaged, as a sentence for the person, or undefined. */
export function weightsFault(weights: readonly number[]): string | undefined {
  const wrong = weights.find((weight) => !(Number.isFinite(weight) && weight >= 0));
  if (wrong !== undefined) return `${wrong} is not a weight: use a number that is 0 or more.`;
  if (weights.length > 0 && weights.every((weight) => weight === 0))
    return 'All weights are zero, so there is nothing to average: give at least one a weight above 0.';
  return undefined;
}

/** Whether a value is on the good side of a level; the hair's breadth of 1e-9 · max(1, |level|) forgives the sum of tenths. */
export function isGood(value: number, bound: Bound, level: number): boolean {
  const hair = 1e-9 * Math.max(1, Math.abs(level));
  return bound === 'at least' ? value >= level - hair : value <= level + hair;
}

function moveFault(baseline: number, target: number): string | undefined {
  const fault = numberFault('The baseline', baseline) ?? numberFault('The target', target);
  if (fault) return fault;
  if (baseline === target)
    return `Baseline and target are both ${target}. That holds a level: use hold, or give a target that differs.`;
  if (!Number.isFinite(target - baseline))
    return 'Baseline and target are too far apart to be reckoned with.';
  return undefined;
}

function limitFault(bound: Bound | undefined, level: number | undefined): string | undefined {
  if (level === undefined && bound === undefined) return undefined;
  if (level === undefined || bound === undefined)
    return 'A period is good by a level and its side: give both "at least" or "at most" and the level, or neither to say yes or no.';
  return numberFault('The level', level);
}

function stepsFault(steps: readonly Step[]): string | undefined {
  if (steps.length === 0) return 'Milestones need at least one step.';
  const nameless = steps.findIndex((step) => step.title.trim() === '');
  if (nameless >= 0) return `Step ${nameless + 1} has no title: say what is reached by it.`;
  if (new Set(steps.map((step) => step.id)).size < steps.length)
    return 'Two steps have the same id: give each its own.';
  return weightsFault(steps.map((step) => step.weight));
}

/** Why a number cannot be used, naming what it is, or undefined for a finite one. */
export function numberFault(name: string, value: number): string | undefined {
  return Number.isFinite(value) ? undefined : `${name} is not a number: write digits, such as 4.7.`;
}

/** Why a count is none, or undefined for a whole number from 1 to 10,000. */
function countFault(name: string, count: number, of: string): string | undefined {
  if (Number.isInteger(count) && count >= 1 && count <= most) return undefined;
  return `${name} is ${count} ${of}: use a whole number from 1 to ${most}.`;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
