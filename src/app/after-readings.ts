import { type ChildReading, childReadings } from '#db/children.ts';
import { type Dossier, dossiersOf, type StandingReading, withReadings } from '#db/dossier.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { insertReadings, type NewReading } from '#db/readings.ts';
import { type Child, parentPoints } from '#domain/kpi/roll-up.ts';
import type { Point } from '#domain/kpi/series.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Period, periodOf, startOf } from '#domain/time/period.ts';
import type { Event, Turn } from './act.ts';
import { type Followers, followKpis } from './follow-kpis.ts';
import { rejudgeRows } from './rejudge.ts';
import { todayIn } from './today.ts';

type Changed = { kpi: string; period: Period };

/**
 * Brings up to date what depends on readings that changed: parents up to the root, judgements, and key results that read one of them.
 * `dossiers` are those of the given KPIs with the change in them, `followers` what follows just these.
 */
export async function afterReadings(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  changed: readonly Changed[],
  dossiers: ReadonlyMap<string, Dossier>,
  followers?: Followers,
): Promise<Event[]> {
  const rowOf = new Map(kpis.map((row) => [row.id, row]));
  const known = new Map(dossiers);
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
    const before = await dossiersOf(turn.tx, turn.organisation.id, [...slots.keys()]);
    const rows: NewReading[] = [];
    for (const parent of level) {
      const dossier = before.get(parent.id)!;
      const own = await computed(turn, parent, slots.get(parent.id)!, dossier);
      known.set(parent.id, withReadings(dossier, own));
      rows.push(...own);
    }
    if (rows.length > 0)
      insertReadings(turn.tx, { organisation: turn.organisation.id, author: null, at: turn.now }, rows);
    for (const row of rows) touched.add(row.kpi);
    moved = rows;
  }
  await rejudgeRows(
    turn,
    [...touched].map((id) => rowOf.get(id)!),
    known,
  );
  return followKpis(turn, [...touched], touched.size === kpis.length ? followers : undefined);
}

/** Brings the parents of a KPI that was archived up to date: they wait for it no longer than until now. */
export async function afterArchive(turn: Turn, { id, parent }: KpiWithCounters): Promise<Event[]> {
  if (parent === null) return [];
  const dossier = (await dossiersOf(turn.tx, turn.organisation.id, [parent])).get(parent)!;
  const [row] = await listKpisByRef(turn.tx, turn.organisation.id, [id]);
  const changed = dossier.readings.map(([period]) => ({ kpi: id, period }));
  return afterReadings(turn, [row!], changed, new Map());
}

async function computed(
  turn: Turn,
  parent: KpiWithCounters,
  moved: readonly Changed[],
  before: Dossier,
): Promise<NewReading[]> {
  const { calendar } = turn.organisation;
  let periods = [...new Set(moved.map(({ period }) => period))];
  // What was counted otherwise does not add up any more, and stays as it was.
  periods = periods.filter(
    (period) => parent.era_from === null || startOf(period, calendar) >= parent.era_from,
  );
  let children = await childrenOf(turn, parent, periods);
  // From its first reading on a child is waited for, so another first one tells every period anew who is missing.
  if (children.some((child) => movesFirst(child, moved))) {
    periods = [...new Set([...periods, ...before.readings.map(([period]) => period)])];
    children = await childrenOf(turn, parent, periods);
  }
  const adding = { addsUp: parent.adds_up, unit: parent.unit as Unit };
  const points = new Map(parentPoints(children, adding).map((point) => [point.period, point]));
  const standing = new Map(before.readings.map((reading) => [reading[0], reading]));
  return periods.flatMap((period) => {
    const point: Point = points.get(period) ?? { period, value: null };
    const stands = standing.get(period);
    if (stands && isSame(stands, point)) return [];
    return {
      kpi: parent.id,
      starts: startOf(period, calendar),
      revision: (stands?.[5] ?? 0) + 1,
      period,
      value: point.value,
      numerator: point.numerator ?? null,
      denominator: point.denominator ?? null,
      source: 'children' as const,
      note: null,
      reason: null,
      missing: point.missing ?? [],
    };
  });
}

function movesFirst({ name, since }: Child, moved: readonly Changed[]): boolean {
  return moved.some(({ kpi, period }) => kpi === name && (since === undefined || period <= since));
}

function isSame([, value, numerator, denominator, missing]: StandingReading, point: Point): boolean {
  return (
    value === point.value &&
    numerator === (point.numerator ?? null) &&
    denominator === (point.denominator ?? null) &&
    [...(missing ?? [])].sort().join() === [...(point.missing ?? [])].sort().join()
  );
}

async function childrenOf(turn: Turn, parent: KpiWithCounters, periods: readonly Period[]): Promise<Child[]> {
  const starts = periods.map((period) => startOf(period, turn.organisation.calendar));
  const readings = await childReadings(turn.tx, turn.organisation.id, parent.id, starts);
  return [...Map.groupBy(readings, (row) => row.child)].map(([child, rows]) =>
    childOf(turn, parent, child, rows),
  );
}

function childOf(turn: Turn, parent: KpiWithCounters, child: string, rows: readonly ChildReading[]): Child {
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
