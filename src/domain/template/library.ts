import { development } from './functions/development.ts';
import { education } from './functions/education.ts';
import { finance } from './functions/finance.ts';
import { health } from './functions/health.ts';
import { infrastructure } from './functions/infrastructure.ts';
import { marketing } from './functions/marketing.ts';
import { nonprofit } from './functions/nonprofit.ts';
import { operations } from './functions/operations.ts';
import { people } from './functions/people.ts';
import { product } from './functions/product.ts';
import { publicSector } from './functions/public-sector.ts';
import { quality } from './functions/quality.ts';
import { sales } from './functions/sales.ts';
import { security } from './functions/security.ts';
import { success } from './functions/success.ts';
import { support } from './functions/support.ts';
import type { FunctionTemplate, KpiTemplate, ObjectiveTemplate } from './template.ts';

/** The library of templates, function by function. */
export const library: readonly FunctionTemplate[] = [
  ...[sales, marketing, support, success, product],
  ...[development, quality, infrastructure, security],
  ...[people, finance, operations],
  ...[education, health, nonprofit, publicSector],
];

const byKey: ReadonlyMap<string, KpiTemplate> = new Map(
  library.flatMap(({ kpis }) => kpis).map((each) => [each.key, each]),
);

/** The KPI of the library with this key. */
export function findKpiTemplate(key: string): KpiTemplate | undefined {
  return byKey.get(key);
}

/** The objective of the library with this key, and the function that it belongs to. */
export function findObjectiveTemplate(
  key: string,
): { of: FunctionTemplate; objective: ObjectiveTemplate } | undefined {
  for (const of of library) {
    const objective = of.objectives.find((each) => each.key === key);
    if (objective) return { of, objective };
  }
  return undefined;
}

/** The KPIs that an objective of the library reads and is guarded by, those that it reads first. */
export function kpisOfObjective({ keyResults }: ObjectiveTemplate): KpiTemplate[] {
  const keys = new Set([
    ...keyResults.map(({ kpi }) => kpi),
    ...keyResults.flatMap(({ guardrails }) => guardrails),
  ]);
  return [...keys].map((key) => byKey.get(key)!);
}
