import { type ChildReading, childReadings } from '#db/children.ts';
import type { Dossier } from '#db/dossier.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { insertReadings, type NewReading, standingReadings } from '#db/readings.ts';
import { parentPoints } from '#domain/kpi/roll-up.ts';
import type { Point } from '#domain/kpi/series.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Period, periodOf, startOf } from '#domain/time/period.ts';
import type { Event, Turn } from './act.ts';
import { followKpis } from './follow-kpis.ts';
import { rejudgeRows } from './rejudge.ts';
import { todayIn } from './today.ts';

type Changed = { kpi: string; period: Period };

/**
 * Brings up to date what depends on readings that changed: parents up to the root, judgements, and key results that read one of them.
 * `dossiers` are those of the given KPIs with the change in them.
 */
export async function afterReadings(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  changed: readonly Changed[],
  dossiers: ReadonlyMap<string, Dossier>,
): Promise<Event[]> {
  const rowOf = new Map(kpis.map((row) => [row.id, row]));
  const touched = new Set(changed.map(({ kpi }) => kpi));
  let level: readonly KpiWithCounters[] = kpis;
  let moved = changed;
  while (moved.length > 0) {
    const parentOf = new Map(level.map((row) => [row.id, row.parent]));
    const slots = Map.groupBy(
      moved.filter(({ kpi }) => parentOf.get(kpi)),
      ({ kpi }) => parentOf.get(kpi)!,
    );
    if (slots.size === 0) break;
    // Locked in a statement of their own: what a later statement reads then includes what other writers have committed.
    level = await listKpisByRef(turn.tx, turn.organisation.id, [...slots.keys()], true);
    for (const parent of level) rowOf.set(parent.id, parent);
    const rows: NewReading[] = [];
    for (const parent of level)
      rows.push(
        ...(await computed(turn, parent, [...new Set(slots.get(parent.id)!.map(({ period }) => period))])),
      );
    if (rows.length > 0)
      await insertReadings(turn.tx, { organisation: turn.organisation.id, author: null, at: turn.now }, rows);
    for (const row of rows) touched.add(row.kpi);
    moved = rows;
  }
  await rejudgeRows(
    turn,
    [...touched].map((id) => rowOf.get(id)!),
    dossiers,
  );
  return followKpis(turn, [...touched]);
}

async function computed(
  turn: Turn,
  parent: KpiWithCounters,
  periods: readonly Period[],
): Promise<NewReading[]> {
  const { organisation, tx } = turn;
  const starts = periods.map((period) => startOf(period, organisation.calendar));
  const readings = await childReadings(tx, organisation.id, parent.id, starts);
  const children = [...Map.groupBy(readings, (row) => row.child)].map(([child, rows]) =>
    childOf(turn, parent, child, rows),
  );
  const points = new Map(
    parentPoints(children, { addsUp: parent.adds_up, unit: parent.unit as Unit }).map((point) => [
      point.period,
      point,
    ]),
  );
  const standing = new Map(
    (
      await standingReadings(
        tx,
        organisation.id,
        starts.map((start) => ({ kpi: parent.id, starts: start })),
      )
    ).map((row) => [row.starts, row]),
  );
  return periods.map((period, index) => {
    const point: Point = points.get(period) ?? { period, value: null };
    const before = standing.get(starts[index]!);
    return {
      kpi: parent.id,
      starts: starts[index]!,
      revision: (before?.revision ?? 0) + 1,
      period,
      value: point.value,
      numerator: point.numerator ?? null,
      denominator: point.denominator ?? null,
      source: 'children',
      note: null,
      reason: null,
      missing: point.missing ?? [],
    };
  });
}

function childOf(turn: Turn, parent: KpiWithCounters, child: string, rows: readonly ChildReading[]) {
  const { archived_at, since } = rows[0]!;
  const { calendar, timeZone } = turn.organisation;
  return {
    name: child,
    points: rows.flatMap(({ period, value, numerator, denominator }) =>
      period ? [{ period, value, numerator, denominator }] : [],
    ),
    since: since ? periodOf(parent.cadence, since, calendar) : undefined,
    until: archived_at ? periodOf(parent.cadence, todayIn(timeZone, archived_at), calendar) : undefined,
  };
}
