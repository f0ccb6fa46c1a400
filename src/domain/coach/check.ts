import type { Finding, Goal, GoalKind } from './finding.ts';
import { read } from './read.ts';
import { rules } from './rules.ts';
import { checkSet } from './set.ts';

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

/** An objective with its key results; `of` of a finding names the part: "objective", "key_results[1]", or "set". */
export type OkrSet = { objective: string; keyResults: readonly string[]; period?: string | undefined };

/** What the coach finds in an objective, in each of its key results, and in all of them together. */
export function checkOkrSet({
  objective,
  keyResults,
  period,
}: OkrSet): (Finding & { of: string; text: string })[] {
  const parts: [string, Given][] = [
    ['objective', { kind: 'objective', text: objective, period }],
    ...keyResults.map((text, index): [string, Given] => [
      `key_results[${index}]`,
      { kind: 'key_result', text, objective, period },
    ]),
  ];
  const found = parts.flatMap(([of, given]) =>
    check(given).map((finding) => ({ ...finding, of, text: given.text })),
  );
  const together = checkSet(
    keyResults.map((text) => read(text)),
    found.filter(({ rule }) => rule === 'activity').length,
  );
  return [...found, ...together.map((finding) => ({ ...finding, of: 'set', text: objective }))];
}
