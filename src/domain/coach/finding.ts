import type { Reading } from './read.ts';

export type GoalKind = 'objective' | 'key_result' | 'kpi';

/** A goal to be checked, as it was read, with what stands around it. */
export type Goal = Reading & {
  kind: GoalKind;
  /** The objective that a key result belongs to. */
  objective?: string | undefined;
  /** The time box that it stands in, when there is one. */
  period?: string | undefined;
  hasInitiative?: boolean | undefined;
};

export type Severity = 'problem' | 'advice';

/** How a finding can be mended by a click. */
export type Repair =
  | 'make it a KPI'
  | 'make it an initiative'
  | 'make it a key result'
  | 'split it'
  | 'take the baseline from the KPI'
  | 'take the stretch as target'
  | 'take a target beyond the limits'
  | 'add the counter-metric as guardrail'
  | 'open the other one'
  | 'set a threshold'
  | 'name an owner'
  | 'write the definition'
  | 'choose a counter-metric';

/** What a repair would write: values in the unit of the goal, ids of KPIs or of the other goal. */
export type RepairValue =
  | { baseline: number }
  | { target: number }
  | { guardrails: readonly string[] }
  | { other: string };

/** What is wrong with a goal: the words that it is about, and why in a sentence for the person. */
export type Finding = {
  rule: string;
  severity: Severity;
  at: { from: number; to: number };
  message: string;
  repair?: Repair | undefined;
  /** What the repair would write, where it is known. */
  value?: RepairValue | undefined;
};

/** One check: what it looks for, why that matters and who says so. */
export type Rule = {
  name: string;
  of: readonly GoalKind[];
  why: string;
  source: string;
  find(goal: Goal): Omit<Finding, 'rule'> | undefined;
};

/** The whole text of a goal as a span. */
export function whole({ text }: Pick<Reading, 'text'>): { from: number; to: number } {
  return { from: 0, to: text.length };
}

/** One check that looks at facts rather than at words; it finds nothing where the facts that it needs are absent. */
export type FactRule<Facts> = {
  name: string;
  why: string;
  source: string;
  find(facts: Facts): Omit<Finding, 'rule' | 'at'> | undefined;
};

/** What rules find in facts, in their order; each finding is about the whole of the text. */
export function findIn<Facts>(rules: readonly FactRule<Facts>[], facts: Facts, text: string): Finding[] {
  return rules.flatMap((rule) => {
    const found = rule.find(facts);
    return found ? [{ rule: rule.name, at: whole({ text }), ...found }] : [];
  });
}
