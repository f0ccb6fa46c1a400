import { type Finding, findIn } from './finding.ts';
import { duplicate } from './kpi-definition/duplicate.ts';
import type { KpiDefinitionFacts, KpiRule } from './kpi-definition/facts.ts';
import { noCounterMetricOfKpi } from './kpi-definition/no-counter-metric.ts';
import { noDefinition } from './kpi-definition/no-definition.ts';
import { noDirection } from './kpi-definition/no-direction.ts';
import { noOwner } from './kpi-definition/no-owner.ts';
import { noThreshold } from './kpi-definition/no-threshold.ts';
import { vanityOfKpi } from './kpi-definition/vanity.ts';

/** Every check of a KPI's definition, the graver ones first. */
export const kpiRules: readonly KpiRule[] = [
  ...[noDefinition, noOwner, noDirection, vanityOfKpi],
  ...[noThreshold, noCounterMetricOfKpi, duplicate],
];

/** What the coach finds in the definition of a KPI; findings are about its name. */
export function checkKpiDefinition(facts: KpiDefinitionFacts): Finding[] {
  return findIn(kpiRules, facts, facts.name);
}

/** The text by which KPIs are compared for being the same: the name counts twice, because definitions share many words. */
export function kpiText({ name, definition }: Pick<KpiDefinitionFacts, 'name' | 'definition'>): string {
  return definition ? `${name} ${name} ${definition}` : name;
}
