import { Refused } from '#contract/refused.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { conversionFault, type Unit } from '#domain/kpi/unit.ts';
import { deadlineFault } from '#domain/okr/cycle-rules.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import type { Frozen } from '#domain/okr/goalpost.ts';
import { type Measure, measureFault } from '#domain/okr/measure.ts';
import { type Plan, planFault } from '#domain/okr/pace.ts';
import type { Span } from '#domain/time/cycle.ts';
import { type Cadence, type Calendar, periodOf, periodsBetween } from '#domain/time/period.ts';

/** What a key result promises, and how it is shown and planned. */
export type Promised = Frozen & { decimals: number; plan: Plan | null };

/** What a row promises, in the form that is frozen and compared. */
export function promisedBy(row: Row<'key_result'>): Promised {
  return {
    title: row.title,
    measure: row.measure as Measure,
    unit: row.unit as Unit,
    weight: row.weight,
    deadline: row.deadline,
    ...(row.kpi && { kpi: row.kpi }),
    decimals: row.decimals,
    plan: row.plan as Plan | null,
  };
}

/** The part of a promise that is frozen, as the column keeps it. */
export function frozenOf({ title, measure, unit, weight, deadline, kpi }: Frozen): string {
  return JSON.stringify({ title, measure, unit, weight, deadline, kpi });
}

/** The columns of a promise. */
export function promiseColumns(promised: Promised) {
  return {
    title: promised.title,
    measure: JSON.stringify(promised.measure),
    unit: JSON.stringify(promised.unit),
    decimals: promised.decimals,
    weight: promised.weight,
    deadline: promised.deadline,
    plan: promised.plan && JSON.stringify(promised.plan),
    kpi: promised.kpi ?? null,
  };
}

/** Refuses a promise that cannot be kept or measured, with the domain's sentence and the field at fault. */
export function refusePromise(
  promised: Promised,
  cycle: Span,
  calendar: Calendar,
  kpi?: KpiWithCounters,
): void {
  const { measure, deadline, plan } = promised;
  const cadence = 'cadence' in measure ? measure.cadence : undefined;
  refuse(measureFault(measure, cadence && periodsIn(cycle, cadence, calendar)), 'measure');
  refuse(deadlineFault(deadline, cycle), 'deadline');
  if (plan) refuse(planFault(plan, { starts: cycle.starts, ends: deadline }), 'plan');
  if (!kpi) return;
  refuse(readingFault(measure, kpi), 'kpi');
  refuse(conversionFault(kpi.unit as Unit, promised.unit), 'unit');
}

function refuse(fault: string | undefined, field: string): void {
  if (fault) throw new Refused('invalid', fault, field);
}

function periodsIn(span: Span, cadence: Cadence, calendar: Calendar): number {
  const all = periodsBetween(
    periodOf(cadence, span.starts, calendar),
    periodOf(cadence, span.ends, calendar),
  );
  return all.filter((period) => isInCycle(period, span, calendar)).length;
}

function readingFault(measure: Measure, { name, cadence }: KpiWithCounters): string | undefined {
  if (measure.kind === 'milestones' || measure.kind === 'done')
    return `Steps and yes or no are told at check-ins, not read from a KPI: leave ${name} out, or move a number.`;
  if (measure.kind === 'move') return undefined;
  if (measure.kind === 'hit rate' && measure.level === undefined)
    return `To count the good periods of ${name}, say from which level on one is good.`;
  if (measure.cadence !== cadence)
    return `${name} is ${cadence}, so its good periods are ${cadence} ones, not ${measure.cadence}.`;
  return undefined;
}
