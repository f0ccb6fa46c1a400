import type { SelectQueryBuilder } from 'kysely';
import type { Turn } from '#app/act.ts';
import type { Database, Row } from '#db/schema.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import { type Cadence, endOf, periodOf, shift } from '#domain/time/period.ts';

/** Up to which day is forecast, and what that day is. */
export type Horizon = { until: Day; is: string };

// Without a cycle: a quarter or so, in the periods of the cadence.
const periodsAhead: Record<Cadence, number> = { daily: 28, weekly: 13, monthly: 3, quarterly: 4, yearly: 2 };

/** The end of the active cycle that holds today, of several the one that ends first; undefined when there is none. */
export async function presentCycleEnd(turn: Turn): Promise<Horizon | undefined> {
  return cycleEnd(turn, (query) => query.where('state', '=', 'active'));
}

/** The same on the day of a turn of the past: the cycle had been activated by then, and not closed. */
export async function cycleEndThen(turn: Turn): Promise<Horizon | undefined> {
  return cycleEnd(turn, (query) =>
    query
      .where('activated_at', '<=', turn.now)
      .where((is) => is.or([is('closed_at', 'is', null), is('closed_at', '>', turn.now)])),
  );
}

type Cycles = SelectQueryBuilder<Database, 'cycle', Pick<Row<'cycle'>, 'name' | 'ends'>>;

async function cycleEnd(
  { tx, organisation, today }: Turn,
  open: (query: Cycles) => Cycles,
): Promise<Horizon | undefined> {
  const query = tx
    .selectFrom('cycle')
    .select(['name', 'ends'])
    .where('organisation', '=', organisation.id)
    .where('starts', '<=', today)
    .where('ends', '>=', today)
    .orderBy('ends')
    .orderBy('name')
    .limit(1);
  const row = await open(query).executeTakeFirst();
  return row && { until: row.ends, is: `the end of ${row.name}` };
}

/** How far a KPI is forecast when nobody says: to the end of the cycle, and always over at least the next period of its cadence. */
export function horizonOf({ today, organisation }: Turn, cadence: Cadence, cycleEnd?: Horizon): Horizon {
  const next = endOf(periodOf(cadence, today, organisation.calendar), organisation.calendar);
  if (cycleEnd && cycleEnd.until >= next) return cycleEnd;
  const last = shift(periodOf(cadence, addDays(next, 1), organisation.calendar), periodsAhead[cadence] - 2);
  const is = cadence === 'daily' ? 'four weeks on' : `${periodsAhead[cadence]} periods on`;
  return { until: endOf(last, organisation.calendar), is };
}
