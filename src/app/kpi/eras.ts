import type { Turn } from '#app/act.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import type { AddsUp } from '#domain/kpi/definition.ts';
import { rescaled, type Unit } from '#domain/kpi/unit.ts';
import { isPeriod, startOf } from '#domain/time/period.ts';
import { versionsKnown } from './kpi-versions.ts';

/** A stretch of a KPI's versions whose units convert into each other: `from` its first day, its values in the unit of its newest version. */
export type Era = {
  era: number;
  from: string | null;
  unit: Unit;
  scale: number;
  decimals: number;
  addsUp: AddsUp;
};

/** The eras of a KPI by number, from its versions, the newest first, as they were known; the present one is that of the definition. */
export function erasOf(kpi: KpiWithCounters, versions: readonly Row<'kpi_version'>[]): Map<number, Era> {
  const eras = new Map<number, Era>([
    [
      kpi.era,
      {
        era: kpi.era,
        from: kpi.era_from,
        unit: kpi.unit as Unit,
        scale: kpi.unit_scale,
        decimals: kpi.decimals,
        addsUp: kpi.adds_up,
      },
    ],
  ]);
  for (const { era, era_from, unit_scale, facts } of versions) {
    const counted = facts as Pick<Era, 'unit' | 'decimals' | 'addsUp'>;
    const { unit, decimals, addsUp } = counted;
    if (!eras.has(era)) eras.set(era, { era, from: era_from, unit, scale: unit_scale, decimals, addsUp });
  }
  return eras;
}

/** The era that a day lies in: the newest that had begun by then. Eras that a later one with an earlier day replaced hold nowhere. */
export function eraOn(day: string, eras: ReadonlyMap<number, Era>): Era {
  const newest = [...eras.values()].sort((a, b) => b.era - a.era);
  return newest.find(({ from }) => from === null || from <= day) ?? newest.at(-1)!;
}

/**
 * The eras of those KPIs, by key and by id, of which a given period lies before the present era: such a day is told in the unit of its own
 * time. Only they are asked for their versions, so that recording usually costs no question.
 */
export async function pastEras(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  given: readonly { kpi: string; period: string }[],
): Promise<Map<string, ReadonlyMap<number, Era>>> {
  const { calendar } = turn.organisation;
  const found = new Map<string, ReadonlyMap<number, Era>>();
  for (const kpi of kpis.filter(({ era_from }) => era_from !== null)) {
    const refs = [kpi.id, kpi.key];
    const reachesBack = given.some(
      (each) =>
        refs.includes(each.kpi) &&
        isPeriod(each.period, kpi.cadence) &&
        startOf(each.period, calendar) < kpi.era_from!,
    );
    if (!reachesBack) continue;
    const eras = erasOf(kpi, await versionsKnown(turn, kpi.id));
    for (const ref of refs) found.set(ref, eras);
  }
  return found;
}

type Typed = { era: number; unit_scale: number };

/** The lines of a threshold in the unit of an era. */
export function linesIn<T extends Typed & Lines>(row: T, era: Pick<Era, 'scale'>): T {
  const scaled = (value: number | null) => rescaled(value, row.unit_scale, era.scale);
  return {
    ...row,
    floor: scaled(row.floor),
    ceiling: scaled(row.ceiling),
    warning_floor: scaled(row.warning_floor),
    warning_ceiling: scaled(row.warning_ceiling),
    desired: scaled(row.desired),
  };
}

type Lines = Pick<Row<'threshold'>, 'floor' | 'ceiling' | 'warning_floor' | 'warning_ceiling' | 'desired'>;

/** A reading in the unit of an era. */
export function readingIn<T extends Typed & { value: number | null }>(row: T, era: Pick<Era, 'scale'>): T {
  return { ...row, value: rescaled(row.value, row.unit_scale, era.scale) };
}
