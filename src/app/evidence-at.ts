import type { KpiWithCounters } from '#db/kpis.ts';
import { listReadings } from '#db/readings.ts';
import type { Row } from '#db/schema.ts';
import { listPhases, listThresholds } from '#db/thresholds.ts';
import type { Evidence } from '#domain/kpi/judgement.ts';
import type { Act, Turn } from './act.ts';
import { type Era, erasOf, readingIn } from './eras.ts';
import { definedBy, versionsKnown } from './kpi-versions.ts';
import { loadKpi } from './kpis.ts';
import { evidenceOf } from './rejudge.ts';
import { todayIn } from './today.ts';

/** What a KPI is judged by, and the rows that it is made of: all that was recorded, and of it the readings of the present era. */
export type EvidenceAt = {
  kpi: KpiWithCounters;
  turn: Turn;
  evidence: Evidence;
  versions: Row<'kpi_version'>[];
  eras: ReadonlyMap<number, Era>;
  thresholds: Row<'threshold'>[];
  phases: Row<'phase'>[];
  recorded: Awaited<ReturnType<typeof listReadings>>;
  /** Of the present era, in the present unit. */
  readings: Row<'reading'>[];
};

/** The evidence about a KPI as it is known now, or as it was known at an instant. Refuses with not_found for what may not be read. */
export async function evidenceAt(act: Act, ref: string, asOf?: string | undefined): Promise<EvidenceAt> {
  const { tx, organisation } = act;
  const defined = await loadKpi(act, ref);
  const versions = await versionsKnown(act, defined.id, asOf);
  const kpi = asOf ? definedBy(defined, versions) : defined;
  const eras = erasOf(kpi, versions);
  const turn = asOf ? { ...act, now: asOf, today: todayIn(organisation.timeZone, asOf) } : act;
  const thresholds = await listThresholds(tx, organisation.id, [kpi.id], asOf);
  const phases = await listPhases(tx, organisation.id, [kpi.id], asOf);
  const recorded = await listReadings(tx, organisation.id, kpi.id, { asOf });
  const readings = recorded
    .filter(({ era }) => era === kpi.era)
    .map((row) => readingIn(row, { scale: kpi.unit_scale }));
  const evidence = evidenceOf(turn, kpi, { thresholds, phases }, readings);
  return { kpi, turn, evidence, versions, eras, thresholds, phases, recorded, readings };
}
