import { read } from '../read.ts';
import { vanity } from '../rules/vanity.ts';
import type { KpiRule } from './facts.ts';

/** A KPI that looks good and steers nothing, by its name or by how it is counted. */
export const vanityOfKpi: KpiRule = {
  name: 'vanity',
  why: vanity.why,
  source: vanity.source,
  find({ name, definition }) {
    const inName = vanity.find({ ...read(name), kind: 'kpi' });
    // A rate of it in the definition is what people do because of it.
    const isRated = /\b(?:per|rate|ratio|share of|percentage|divided by|over all|out of)\b|[%/]/i.test(
      definition ?? '',
    );
    const found = inName && !isRated ? inName : everGrown(definition ?? '');
    return found && { severity: found.severity, message: found.message };
  },
};

function everGrown(definition: string): ReturnType<typeof vanity.find> {
  return /\b(?:cumulative|all[- ]time|since (?:the )?(?:launch|founding|beginning|start)|ever)\b/i.test(
    definition,
  )
    ? vanity.find({ ...read(definition), kind: 'kpi' })
    : undefined;
}
