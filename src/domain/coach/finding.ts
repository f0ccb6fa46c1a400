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
  | 'add the counter-metric as guardrail';

/** What is wrong with a goal: the words that it is about, and why in a sentence for the person. */
export type Finding = {
  rule: string;
  severity: Severity;
  at: { from: number; to: number };
  message: string;
  repair?: Repair | undefined;
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
