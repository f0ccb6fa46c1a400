import { sql } from 'kysely';
import type { Act, Event, UseCases } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import type { Threshold } from '#contract/thresholds.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { listThresholds } from '#db/thresholds.ts';
import { type Threshold as Lines, thresholdFault } from '#domain/kpi/threshold.ts';
import { type Unit, unitName } from '#domain/kpi/unit.ts';
import { type Era, erasOf, linesIn } from './eras.ts';
import { versionsKnown } from './kpi-versions.ts';
import { loadKpi, loadWritableKpi } from './kpis.ts';
import { rejudge } from './rejudge.ts';

export const thresholds: UseCases<'thresholds'> = {
  list: async (act, { kpi }) => {
    const row = await loadKpi(act, kpi);
    const rows = await listThresholds(act.tx, act.organisation.id, [row.id]);
    const eras = erasOf(row, row.version > 1 ? await versionsKnown(act, row.id) : []);
    return rows.map((each) => shownThreshold(each, eras, row.era));
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
  wanted: Given,
  reason: string | null,
): Promise<[Threshold, Event]> {
  const unit = kpi.unit as Unit;
  const fault = thresholdFault(linesOf(wanted), kpi.direction, unit);
  if (fault) throw new Refused('invalid', fault);
  if (kpi.era_from !== null && wanted.from < kpi.era_from)
    throw new Refused(
      'invalid',
      `${kpi.name} is counted in ${unitName(unit)} from ${kpi.era_from} on: thresholds hold from then on, or later.`,
      'from',
    );
  const kept = await act.tx
    .insertInto('threshold')
    .values((values) => ({
      organisation: act.organisation.id,
      kpi: kpi.id,
      valid_from: wanted.from,
      revision: values
        .selectFrom('threshold')
        .select(sql<number>`coalesce(max(revision), 0) + 1`.as('revision'))
        .where('organisation', '=', act.organisation.id)
        .where('kpi', '=', kpi.id)
        .where('valid_from', '=', wanted.from),
      floor: wanted.floor,
      ceiling: wanted.ceiling,
      warning_floor: wanted.warningFloor,
      warning_ceiling: wanted.warningCeiling,
      desired: wanted.desired,
      desired_by: wanted.desiredBy,
      era: kpi.era,
      unit_scale: kpi.unit_scale,
      reason,
      author: act.who.id,
      recorded_at: act.now,
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  await rejudge(act, [kpi.id]);
  return [
    shownThreshold(kept, erasOf(kpi, []), kpi.era),
    { kind: 'threshold.recorded', subject: kpi.id, detail: { ...wanted, reason } },
  ];
}

/** A threshold row in the contract's shape, its lines in the unit of its era; `present` is the era that is judged. */
export function shownThreshold(
  typed: Row<'threshold'>,
  eras: ReadonlyMap<number, Era>,
  present: number,
): Threshold {
  const era = eras.get(typed.era)!;
  const row = linesIn(typed, era);
  return { ...given(row), unit: era.unit, holds: row.era === present, ...recorded(row) };
}

function recorded({ reason, author, recorded_at }: Row<'threshold'>) {
  return { reason, author, recordedAt: recorded_at };
}

function given(row: Row<'threshold'>): Given {
  return {
    from: row.valid_from,
    floor: row.floor,
    ceiling: row.ceiling,
    warningFloor: row.warning_floor,
    warningCeiling: row.warning_ceiling,
    desired: row.desired,
    desiredBy: row.desired_by,
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
  return linesOf(given(row));
}
