import { type Finding, type Goal, type GoalKind, whole } from './finding.ts';
import { read } from './read.ts';
import { rules } from './rules.ts';
import type { KeyResultOfSet, OwnerLoad } from './set/facts.ts';
import { checkSet, type PartOfSet } from './set.ts';

/** A goal as it is given to the coach; `objective` and `period` are what stands around it. */
export type Given = { kind: GoalKind; text: string } & Pick<Goal, 'objective' | 'period' | 'hasInitiative'>;

/** What the coach finds in the wording of a goal, in the order of the rules. */
export function check({ text, ...around }: Given): Finding[] {
  const goal: Goal = { ...read(text), ...around };
  return rules
    .filter(({ of }) => of.includes(goal.kind))
    .flatMap((rule) => {
      const found = rule.find(goal);
      return found ? [{ rule: rule.name, ...found }] : [];
    });
}

/** A key result of a set, with what is known of it beside its words. */
type GivenKeyResult = { text: string; hasInitiative?: boolean | undefined } & Pick<
  KeyResultOfSet,
  'kpi' | 'kpiName' | 'odds'
>;

/** An objective with its key results, as bare texts or with what is known of them. */
export type OkrSet = {
  objective: string;
  keyResults: readonly (string | GivenKeyResult)[];
  period?: string | undefined;
  owner?: OwnerLoad | undefined;
};

/** What the coach finds in an objective, in each of its key results, and in all of them together; `of` names the part, `text` is its words. */
export function checkOkrSet({
  objective,
  keyResults,
  period,
  owner,
}: OkrSet): (Finding & { of: PartOfSet; text: string })[] {
  const given = keyResults.map((each) => (typeof each === 'string' ? { text: each } : each));
  const parts: [PartOfSet, Given][] = [
    ['objective', { kind: 'objective', text: objective, period }],
    ...given.map(({ text, hasInitiative }, index): [PartOfSet, Given] => [
      `key_results[${index}]`,
      { kind: 'key_result', text, objective, period, hasInitiative },
    ]),
  ];
  const found = parts.map(([of, part]) =>
    check(part).map((finding) => ({ ...finding, of, text: part.text })),
  );
  const together = checkSet({
    owner,
    keyResults: given.map(({ text, kpi, kpiName, odds }, index) => ({
      ...{ kpi, kpiName, odds },
      isWork: found[index + 1]!.some(({ rule }) => rule === 'activity'),
      isKept: read(text).opening?.kind === 'keep',
    })),
  });
  return [
    ...found.flat(),
    ...together.map((finding) => ({ ...finding, at: whole({ text: objective }), text: objective })),
  ];
}
