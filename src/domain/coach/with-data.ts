import { type Finding, findIn } from './finding.ts';
import { alreadyMet } from './with-data/already-met.ts';
import { baselineDiffers } from './with-data/baseline-differs.ts';
import { byItself } from './with-data/by-itself.ts';
import type { DataRule, GoalFacts } from './with-data/facts.ts';
import { insideNoise } from './with-data/inside-noise.ts';
import { noCounterMetric } from './with-data/no-counter-metric.ts';
import { noGuardrail } from './with-data/no-guardrail.ts';
import { notCredibleByOdds } from './with-data/not-credible.ts';
import { sameAsAnother } from './with-data/same-as-another.ts';

/** Every check that needs data, the graver ones first. */
export const dataRules: readonly DataRule[] = [
  ...[alreadyMet, notCredibleByOdds, baselineDiffers, byItself, insideNoise],
  ...[noGuardrail, noCounterMetric, sameAsAnother],
];

/** What the coach finds in a goal beside the data of its KPI and the other goals; a target that is met is not also told to be noise or to come by itself. */
export function checkWithData(facts: GoalFacts): Finding[] {
  const found = findIn(dataRules, facts, facts.text);
  const names = new Set(found.map(({ rule }) => rule));
  const isTold = (rule: string) =>
    (rule === 'by-itself' && names.has('already-met')) ||
    (rule === 'inside-noise' && (names.has('already-met') || names.has('by-itself')));
  return found.filter(({ rule }) => !isTold(rule));
}
