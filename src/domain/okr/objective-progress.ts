import { clamp01 } from './progress.ts';
import { weightedMean } from './weighted-mean.ts';

/** Something that counts in an objective's progress; undefined progress means that nothing is known of it yet. */
export type Counted = { progress: number | undefined; weight: number };

/**
 * The progress of an objective, 0 to 1: the weighted mean of its key results and of the objectives that contribute to it, each
 * clamped first (PRODUCT.md 4.4). Leave out what was dropped and what only supports.
 * A key result without a value counts as 0 as soon as anything else has one, else silence would look better than a bad report;
 * a contributor without progress has nothing to count and is left out. Undefined when nothing at all is known or has weight.
 */
export function objectiveProgress(
  keyResults: readonly Counted[],
  contributors: readonly Counted[],
): number | undefined {
  const counted = [...keyResults, ...contributors.filter((each) => each.progress !== undefined)];
  if (counted.every((each) => each.progress === undefined)) return undefined;
  return weightedMean(counted.map((each) => ({ value: clamp01(each.progress ?? 0), weight: each.weight })));
}
