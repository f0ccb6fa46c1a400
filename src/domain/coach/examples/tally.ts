import { check, checkOkrSet } from '../check.ts';
import type { GoalKind } from '../finding.ts';

/** A goal or a set with the label and the defects that a careful reader gave it. */
export type LabelledCase = {
  label: 'good' | 'bad';
  defects: readonly string[];
  /** One of those that a list of words gets wrong. */
  isHard?: boolean;
} & (
  | { kind: GoalKind; text: string; objective?: string | undefined }
  | { kind: 'okr_set'; objective: string; keyResults: readonly string[] }
);

/** The rules that find a defect which labels name. */
const findsDefect: Record<string, readonly string[]> = {
  activity_not_outcome: ['activity', 'task'],
  vague: ['says-nothing', 'no-number'],
  no_number: ['no-number'],
  kpi_relabelled: ['kpi-in-disguise'],
  vanity_metric: ['vanity'],
  no_baseline_or_target: ['no-target', 'no-baseline'],
  jargon_or_long: ['too-long', 'jargon'],
  objective_has_metric: ['has-metric'],
  not_ambitious: ['not-ambitious'],
  several_in_one: ['several-in-one'],
  not_credible: ['not-credible'],
};

/** Of so many how many were right. */
export type Part = { right: number; all: number };

/**
 * How often the coach is right. `badKeyResults` and `badObjectives` get a problem, `good` ones of every kind get none, `named` defects are found
 * by a rule of theirs, `hard` are right either way; `found` are those with a problem, right when they are bad (precision).
 */
export type Tally = Record<'badKeyResults' | 'badObjectives' | 'good' | 'named' | 'hard' | 'found', Part> & {
  wrong: string[];
};

/** Checks labelled cases and counts how often the coach agrees with the labels. */
export function tally(cases: readonly LabelledCase[]): Tally {
  const none = (): Part => ({ right: 0, all: 0 });
  const told: Tally = {
    ...{
      badKeyResults: none(),
      badObjectives: none(),
      good: none(),
      named: none(),
      hard: none(),
      found: none(),
    },
    wrong: [],
  };
  const count = (part: Part, isRight: boolean) => {
    part.all += 1;
    if (isRight) part.right += 1;
  };
  for (const each of cases) {
    const findings = each.kind === 'okr_set' ? checkOkrSet(each) : check(each);
    const isFound = findings.some(({ severity }) => severity === 'problem');
    const isRight = isFound === (each.label === 'bad');
    if (each.label === 'good') count(told.good, isRight);
    else if (each.kind === 'key_result') count(told.badKeyResults, isRight);
    else if (each.kind === 'objective') count(told.badObjectives, isRight);
    if (isFound) count(told.found, isRight);
    if (each.isHard) count(told.hard, isRight);
    if (!isRight)
      told.wrong.push(`${each.label} ${each.kind}: ${each.kind === 'okr_set' ? each.objective : each.text}`);
    for (const rules of each.defects.flatMap((defect) => (findsDefect[defect] ? [findsDefect[defect]] : [])))
      count(
        told.named,
        findings.some(({ rule }) => rules.includes(rule)),
      );
  }
  return told;
}

/** A part in percent, for people: "97 % of 180". */
export function saidPart({ right, all }: Part): string {
  return all === 0 ? 'none' : `${((100 * right) / all).toFixed(1)} % of ${all}`;
}
