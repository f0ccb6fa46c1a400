import { type Average, fewestPoints, type Limits, limits } from './limits.ts';
import { pattern } from './signals.ts';

/** Where a phase begins, and the last point of the baseline that a person locked its limits on, if one did; indexes into the values. */
export type Break = { from: number; baselineTo?: number | undefined };

/** One phase: the points `from` to `to`, and the limits made on the points up to `baselineTo`. */
export type PhaseChart = { from: number; to: number; baselineTo: number; limits: Limits | undefined };

/** How many points make a baseline when nobody chose one: 20 are firm, two years of months are 24. */
export const baselineLength = 24;

/**
 * The phases of a series (null = missing). Limits are made on the first `baseline` present points of each phase, or to the point that a
 * person locked, and do not drift with later ones. A moving range across a break belongs to neither phase.
 */
export function phaseCharts(
  values: readonly (number | null)[],
  breaks: readonly Break[],
  baseline: number = baselineLength,
  average: Average = 'mean',
): PhaseChart[] {
  if (values.length === 0) return [];
  const starts = new Map<number, Break>([[0, { from: 0 }]]);
  for (const each of breaks) if (each.from >= 0 && each.from < values.length) starts.set(each.from, each);
  const ordered = [...starts.values()].sort((a, b) => a.from - b.from);
  return ordered.map((phase, index) => {
    const to = (ordered[index + 1]?.from ?? values.length) - 1;
    const locked = phase.baselineTo ?? placeOf(values, phase.from, to, baseline);
    const baselineTo = Math.min(to, Math.max(phase.from, locked));
    const variant = { centre: average, spread: average };
    const made = limits(values.slice(phase.from, baselineTo + 1), variant);
    return { from: phase.from, to, baselineTo, limits: made };
  });
}

// The index of the present point that is the `count`th of a stretch, or the end of the stretch when it has fewer.
function placeOf(values: readonly (number | null)[], from: number, to: number, count: number): number {
  let seen = 0;
  for (let index = from; index <= to; index += 1) {
    if (values[index] !== null) seen += 1;
    if (seen === count) return index;
  }
  return to;
}

/** A shift that has lasted to the newest point: a new phase could begin at `from`, with these limits. Nothing is changed by it. */
export type Proposal = { from: number; limits: Limits };

/**
 * The new phase that a person may accept: the newest present points lie in a run of eight or more on one side of the present centre.
 * A series that moved more than once gets the last move only. None on trial limits: in 60 points in control a run of eight comes
 * by chance in 15 % of charts, which is why this is never applied silently.
 */
export function proposePhase(
  values: readonly (number | null)[],
  present: PhaseChart,
  average: Average = 'mean',
): Proposal | undefined {
  const stretch = values.slice(present.from, present.to + 1);
  const last = stretch.findLastIndex((value) => value !== null);
  if (!present.limits || present.limits.strength === 'too few' || present.limits.strength === 'trial') {
    return undefined;
  }
  const { centre } = present.limits;
  if (pattern('run-of-eight', stretch, present.limits).ends.at(-1) !== last) return undefined;
  const above = stretch[last]! > centre;
  const before = stretch.findLastIndex((value) => value !== null && value > centre !== above);
  const from = present.from + likeliestStart(stretch, before + 1, last, centre);
  const next = phaseCharts(values.slice(0, present.to + 1), [{ from }], baselineLength, average).at(-1)!;
  if (!next.limits) return undefined;
  return proposePhase(values, next, average) ?? { from, limits: next.limits };
}

// A run often begins with a point or two that lay on its side by chance. The likeliest start of a shift away from a known centre is
// where count × (mean − centre)² of all that follows is largest; six points must follow, for there to be limits.
function likeliestStart(
  values: readonly (number | null)[],
  first: number,
  last: number,
  centre: number,
): number {
  let [best, start, sum, count] = [0, first, 0, 0];
  for (let index = last; index >= first; index -= 1) {
    const value = values[index]!;
    if (value === null) continue;
    sum += value - centre;
    count += 1;
    const evidence = sum ** 2 / count;
    if (count >= fewestPoints.trial && evidence >= best) [best, start] = [evidence, index];
  }
  return start;
}
