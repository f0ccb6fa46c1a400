import type { KpiWithCounters } from '#db/kpis.ts';
import { listReadings } from '#db/readings.ts';
import type { Row } from '#db/schema.ts';
import { listPhases, listThresholds } from '#db/thresholds.ts';
import type { Evidence } from '#domain/kpi/judgement.ts';
import type { Act, Turn } from './act.ts';
import { definedAt } from './kpi-versions.ts';
import { loadKpi } from './kpis.ts';
import { evidenceOf } from './rejudge.ts';
import { todayIn } from './today.ts';

/** What a KPI is judged by, and the rows that it is made of. */
export type EvidenceAt = {
  kpi: KpiWithCounters;
  turn: Turn;
  evidence: Evidence;
  thresholds: Row<'threshold'>[];
  phases: Row<'phase'>[];
  readings: Awaited<ReturnType<typeof listReadings>>;
};

/** The evidence about a KPI as it is known now, or as it was known at an instant. Refuses with not_found for what may not be read. */
export async function evidenceAt(act: Act, ref: string, asOf?: string | undefined): Promise<EvidenceAt> {
  const { tx, organisation } = act;
  const defined = await loadKpi(act, ref);
  const kpi = asOf ? await definedAt(act, defined, asOf) : defined;
  const turn = asOf ? { ...act, now: asOf, today: todayIn(organisation.timeZone, asOf) } : act;
  const thresholds = knownBy(asOf, await listThresholds(tx, organisation.id, [kpi.id]));
  const phases = knownBy(asOf, await listPhases(tx, organisation.id, [kpi.id]));
  const readings = await listReadings(tx, organisation.id, kpi.id, { asOf });
  return {
    ...{ kpi, turn, thresholds, phases, readings },
    evidence: evidenceOf(turn, kpi, { thresholds, phases }, readings),
  };
}

/** Of rows those that had been recorded by an instant; all of them without one. */
export function knownBy<T extends { recorded_at: string }>(asOf: string | undefined, rows: T[]): T[] {
  return asOf ? rows.filter((row) => Temporal.Instant.compare(row.recorded_at, asOf) <= 0) : rows;
}
