import { kpiRules } from './kpi-definition.ts';
import { rules } from './rules.ts';
import { setRules } from './set.ts';
import { dataRules } from './with-data.ts';

type Reason = { name: string; why: string; source: string };

const reasons = new Map<string, Reason>();
for (const rule of [...rules, ...dataRules, ...setRules, ...kpiRules] as readonly Reason[])
  if (!reasons.has(rule.name)) reasons.set(rule.name, rule);

/** Why a rule matters and who says so, by its name; undefined for a name that no rule has. */
export function whyOf(rule: string): { why: string; source: string } | undefined {
  return reasons.get(rule);
}

/** The names of all rules, those of the wording first. */
export const ruleNames: readonly string[] = [...reasons.keys()];
