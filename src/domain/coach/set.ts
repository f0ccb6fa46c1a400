import { type Finding, findIn } from './finding.ts';
import { allOutputs } from './set/all-outputs.ts';
import type { SetFacts, SetRule } from './set/facts.ts';
import { notAmbitious } from './set/not-ambitious.ts';
import { oneKpi } from './set/one-kpi.ts';
import { tooFew } from './set/too-few.ts';
import { tooMany } from './set/too-many.ts';
import { tooManyForOwner } from './set/too-many-for-owner.ts';

/** Every check of the key results of one objective together. */
export const setRules: readonly SetRule[] = [
  ...[tooFew, tooMany, allOutputs, notAmbitious],
  ...[oneKpi, tooManyForOwner],
];

/** The part of a set that a finding is about: the objective, one key result, all of them together, or who owns them. */
export type PartOfSet = 'objective' | `key_results[${number}]` | 'set' | 'owner';

/** What the key results of one objective are together. */
export function checkSet(facts: SetFacts): (Finding & { of: PartOfSet })[] {
  return findIn(setRules, facts, '').map((finding) => ({
    ...finding,
    of: finding.rule === tooManyForOwner.name ? 'owner' : 'set',
  }));
}
