import type { Act } from '#app/act.ts';
import { linesIn } from '#app/kpi/eras.ts';
import type { AcceptedKpi } from '#contract/import-file.ts';
import { type KpiWithCounters, listKpis } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { listThresholds } from '#db/thresholds.ts';
import type { KnownDefinition } from '#domain/import/preview.ts';
import type { Unit } from '#domain/kpi/unit.ts';

/** A KPI that a file may mean: one that is there, or one that was accepted and is yet to be created (then without a row). */
export type Known = KnownDefinition & {
  decimals: number;
  row?: KpiWithCounters;
  threshold?: Row<'threshold'> | undefined;
};

/** All KPIs that a file may mean, with the threshold of today; owners are the ids of people. */
export async function knownKpis(act: Act, accepted: readonly AcceptedKpi[]): Promise<Known[]> {
  const rows = await listKpis(act.tx, act.organisation.id);
  const ids = rows.map(({ id }) => id);
  const dated = (await listThresholds(act.tx, act.organisation.id, ids)).filter(
    ({ valid_from }) => valid_from <= act.today,
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const inForce = new Map(
    dated.flatMap((threshold) => {
      const row = rowOf.get(threshold.kpi)!;
      return threshold.era === row.era
        ? [[row.id, linesIn(threshold, { scale: row.unit_scale })] as const]
        : [];
    }),
  );
  const there = rows.map((row) => known(row, inForce.get(row.id)));
  const taken = new Set(there.map(({ key }) => key));
  return [
    ...there,
    ...accepted.filter(({ key }) => !taken.has(key)).map((kpi) => ({ ...kpi, desired: undefined })),
  ];
}

function known(row: KpiWithCounters, threshold: Row<'threshold'> | undefined): Known {
  return {
    row,
    threshold,
    key: row.key,
    name: row.name,
    unit: row.unit as Unit,
    cadence: row.cadence,
    addsUp: row.adds_up,
    computed: row.computed || row.formula !== null,
    direction: row.direction,
    owner: row.owner ?? undefined,
    purpose: row.purpose,
    definition: row.definition,
    labels: row.labels,
    decimals: row.decimals,
    formula: row.formula,
    floor: threshold?.floor ?? undefined,
    ceiling: threshold?.ceiling ?? undefined,
    desired: threshold?.desired ?? undefined,
    desiredBy: threshold?.desired_by ?? undefined,
  };
}
