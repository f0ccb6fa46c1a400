import type { Turn } from '#app/act.ts';
import { type Changed, newReadings } from '#app/formula/computed-readings.ts';
import { todayIn } from '#app/today.ts';
import { type ChildReading, childReadings } from '#db/children.ts';
import type { Dossier } from '#db/dossier.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { NewReading } from '#db/readings.ts';
import { type Child, parentPoints } from '#domain/kpi/roll-up.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Period, periodOf, startOf } from '#domain/time/period.ts';

/** The readings of a parent that children which moved make different, to be appended. */
export async function parentReadings(
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
  return newReadings(turn, parent, 'children', before, periods, (period) => {
    const { value = null, numerator = null, denominator = null, missing = [] } = points.get(period) ?? {};
    return { value, numerator, denominator, missing, note: null };
  });
}

function movesFirst({ name, since }: Child, moved: readonly Changed[]): boolean {
  return moved.some(({ kpi, period }) => kpi === name && (since === undefined || period <= since));
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
