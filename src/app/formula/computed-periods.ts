import type { Turn } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import { formulaVersions } from '#db/dependants.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { formulaOf } from '#domain/formula/timeline.ts';
import type { Period } from '#domain/time/period.ts';

/** Refuses readings of periods for which a formula gives the value. */
export async function refuseComputedPeriods(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  wanted: readonly { kpi: string; period: Period }[],
): Promise<void> {
  const rows = kpis.filter(({ formula }) => formula !== null);
  if (rows.length === 0) return;
  const versions = await formulaVersions(
    turn.tx,
    turn.organisation.id,
    rows.map(({ id }) => id),
  );
  for (const row of rows)
    for (const { kpi, period } of wanted) {
      if (kpi !== row.id) continue;
      const formula = formulaOf(versions.get(kpi) ?? [], period, turn.organisation.calendar);
      if (formula !== null)
        throw new Refused(
          'invalid',
          `${row.name} is computed as ${formula} for ${period}: record the readings of what it is made of.`,
          'kpi',
        );
    }
}
