import { sql } from 'kysely';
import { Refused } from '#contract/refused.ts';
import type { Threshold } from '#contract/thresholds.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { listThresholds } from '#db/thresholds.ts';
import { type Threshold as Lines, thresholdFault } from '#domain/kpi/threshold.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Act, Event, UseCases } from './act.ts';
import { loadKpi, loadWritableKpi } from './kpis.ts';
import { rejudge } from './rejudge.ts';

export const thresholds: UseCases<'thresholds'> = {
  list: async (act, { kpi }) => {
    const { id } = await loadKpi(act, kpi);
    return (await listThresholds(act.tx, act.organisation.id, [id])).map(shownThreshold);
  },

  record: async (act, { kpi, reason, ...lines }) => {
    const row = await loadWritableKpi(act, kpi);
    const [kept, event] = await recordThreshold(act, row, lines, reason ?? null);
    return [kept, event];
  },
};

type Given = Pick<
  Threshold,
  'from' | 'floor' | 'ceiling' | 'warningFloor' | 'warningCeiling' | 'desired' | 'desiredBy'
>;

/** Sets a locked KPI's thresholds from a day on and judges it anew; refuses lines that contradict each other. */
export async function recordThreshold(
  act: Act,
  kpi: KpiWithCounters,
  given: Given,
  reason: string | null,
): Promise<[Threshold, Event]> {
  const fault = thresholdFault(linesOf(given), kpi.direction, kpi.unit as Unit);
  if (fault) throw new Refused('invalid', fault);
  const kept = await act.tx
    .insertInto('threshold')
    .values((values) => ({
      organisation: act.organisation.id,
      kpi: kpi.id,
      valid_from: given.from,
      revision: values
        .selectFrom('threshold')
        .select(sql<number>`coalesce(max(revision), 0) + 1`.as('revision'))
        .where('organisation', '=', act.organisation.id)
        .where('kpi', '=', kpi.id)
        .where('valid_from', '=', given.from),
      floor: given.floor,
      ceiling: given.ceiling,
      warning_floor: given.warningFloor,
      warning_ceiling: given.warningCeiling,
      desired: given.desired,
      desired_by: given.desiredBy,
      reason,
      author: act.who.id,
      recorded_at: act.now,
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  await rejudge(act, [kpi.id]);
  return [
    shownThreshold(kept),
    { kind: 'threshold.recorded', subject: kpi.id, detail: { ...given, reason } },
  ];
}

/** A threshold row in the contract's shape. */
export function shownThreshold(row: Row<'threshold'>): Threshold {
  return {
    from: row.valid_from,
    floor: row.floor,
    ceiling: row.ceiling,
    warningFloor: row.warning_floor,
    warningCeiling: row.warning_ceiling,
    desired: row.desired,
    desiredBy: row.desired_by,
    reason: row.reason,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}

/** A threshold as the domain reads it: what is absent is undefined. */
function linesOf(given: Given): Lines {
  return {
    from: given.from,
    floor: given.floor ?? undefined,
    ceiling: given.ceiling ?? undefined,
    warningFloor: given.warningFloor ?? undefined,
    warningCeiling: given.warningCeiling ?? undefined,
    desired: given.desired ?? undefined,
    desiredBy: given.desiredBy ?? undefined,
  };
}

/** The same from a row. */
export function linesOfRow(row: Row<'threshold'>): Lines {
  return linesOf(shownThreshold(row));
}
