import type { Act, Turn } from '#app/act.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { listReadings, readingsKnown } from '#db/readings.ts';
import type { Row } from '#db/schema.ts';
import { listPhases, listThresholds } from '#db/thresholds.ts';
import type { Evidence } from '#domain/kpi/judgement.ts';
import { type Era, erasOf, readingIn } from './eras.ts';
import { definedBy, versionsKnownOf } from './kpi-versions.ts';
import { loadKpi } from './kpis.ts';
import { kpisThen, turnThen } from './kpis-then.ts';
import { evidenceOf } from './rejudge.ts';

/** What a KPI is judged by, and the rows that it is made of: all that was recorded, and of it the readings of the present era. */
export type EvidenceAt = {
  kpi: KpiWithCounters;
  turn: Turn;
  evidence: Evidence;
  versions: Row<'kpi_version'>[];
  eras: ReadonlyMap<number, Era>;
  thresholds: Row<'threshold'>[];
  phases: Row<'phase'>[];
  recorded: Row<'reading'>[];
  /** Of the present era, in the present unit. */
  readings: Row<'reading'>[];
};

/** The evidence about a KPI as it is known now, or as it was known at an instant. Refuses with not_found for what may not be read. */
export async function evidenceAt(act: Act, ref: string, asOf?: string | undefined): Promise<EvidenceAt> {
  const defined = await loadKpi(act, ref);
  if (asOf) return (await evidenceThen(await turnThen(act, asOf), [defined])).get(defined.id)!;
  const { tx, organisation } = act;
  const ids = [defined.id];
  const versions = (await versionsKnownOf(act, ids)).get(defined.id) ?? [];
  const thresholds = await listThresholds(tx, organisation.id, ids);
  const phases = await listPhases(tx, organisation.id, ids);
  const recorded = await listReadings(tx, organisation.id, defined.id);
  return evidenceFrom(act, defined, { versions, thresholds, phases, recorded });
}

/** The evidence about KPIs as it was known at the instant of a turn, by their ids; those that do not exist are left out. */
export async function evidenceThenOf(turn: Turn, kpis: readonly string[]): Promise<Map<string, EvidenceAt>> {
  return evidenceThen(turn, await listKpisByRef(turn.tx, turn.organisation.id, kpis));
}

async function evidenceThen(
  turn: Turn,
  defined: readonly KpiWithCounters[],
): Promise<Map<string, EvidenceAt>> {
  const { tx, organisation, now } = turn;
  const ids = defined.map(({ id }) => id);
  const versions = await versionsKnownOf(turn, ids, now);
  const thresholds = Map.groupBy(await listThresholds(tx, organisation.id, ids, now), ({ kpi }) => kpi);
  const phases = Map.groupBy(await listPhases(tx, organisation.id, ids, now), ({ kpi }) => kpi);
  const recorded = await readingsKnown(tx, organisation.id, ids, now);
  const rows = await kpisThen(turn, defined, now);
  return new Map(
    rows.map((row) => {
      const known = versions.get(row.id) ?? [];
      return [
        row.id,
        evidenceFrom(turn, definedBy(row, known), {
          versions: known,
          thresholds: thresholds.get(row.id) ?? [],
          phases: phases.get(row.id) ?? [],
          recorded: recorded.get(row.id) ?? [],
        }),
      ];
    }),
  );
}

type Rows = Pick<EvidenceAt, 'versions' | 'thresholds' | 'phases' | 'recorded'>;

function evidenceFrom(turn: Turn, kpi: KpiWithCounters, rows: Rows): EvidenceAt {
  const readings = rows.recorded
    .filter(({ era }) => era === kpi.era)
    .map((row) => readingIn(row, { scale: kpi.unit_scale }));
  return {
    ...rows,
    ...{ kpi, turn, readings },
    eras: erasOf(kpi, rows.versions),
    evidence: evidenceOf(turn, kpi, rows, readings),
  };
}
