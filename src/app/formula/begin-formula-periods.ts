import { sql } from 'kysely';
import type { Event, Turn } from '#app/act.ts';
import { type Tandem, writeAudit } from '#app/perform.ts';
import { afterReadings } from '#app/reading/after-readings.ts';
import { turnOf } from '#app/reading/turn.ts';
import { transact } from '#app/transaction.ts';
import { lockDependencies } from '#db/dependants.ts';
import { withReadings } from '#db/dossier.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { insertReadings } from '#db/readings.ts';
import { periodOf, periodsBetween, shift } from '#domain/time/period.ts';
import { type FormulaKpi, formulaReadings } from './formula-readings.ts';
import { loaded } from './recompute.ts';

const atOnce = 200;

/**
 * Gives formulas that look back, as lag(mrr, 1) does, the value of the period that has begun: no reading changes then, so nothing else
 * would. A transaction of its own for every few, because formulas are locked after what they read.
 */
export async function beginFormulaPeriods(
  tandem: Tandem,
  organisation: string,
  request: string,
): Promise<void> {
  const { rows } = await transact(tandem.database, { organisation }, false, (tx) =>
    sql<{ id: string }>`
      select id from kpi where organisation = ${organisation} and formula like '%lag(%' and archived_at is null order by id`.execute(
      tx,
    ),
  );
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = rows.slice(from, from + atOnce).map(({ id }) => id);
    const now = tandem.ports.clock();
    const events = await transact(tandem.database, { organisation }, true, async (tx) => {
      const turn = await turnOf(tx, organisation, now);
      const events = turn ? await begun(turn, ids) : [];
      const deed = { organisation, person: null, token: null, operation: 'turnOfDay', at: now, request };
      writeAudit(tandem, tx, deed, events);
      return events;
    });
    if (events.length > 0) tandem.changed(organisation, events);
  }
}

async function begun(turn: Turn, ids: readonly string[]): Promise<Event[]> {
  await lockDependencies(turn.tx, turn.organisation.id, 'shared');
  const kpis = await loaded(turn, await listKpisByRef(turn.tx, turn.organisation.id, ids, true), () => []);
  const wanted = kpis.map((kpi) => ({ kpi, periods: newPeriods(turn, kpi) }));
  const rows = (await formulaReadings(turn, wanted, new Map())).filter(({ value }) => value !== null);
  if (rows.length === 0) return [];
  insertReadings(turn.tx, { organisation: turn.organisation.id, author: null, at: turn.now }, rows);
  const own = Map.groupBy(rows, ({ kpi }) => kpi);
  const changed = kpis.filter(({ row }) => own.has(row.id));
  const dossiers = new Map(
    changed.map(({ row, before }) => [row.id, withReadings(before, own.get(row.id)!)]),
  );
  const followed = await afterReadings(
    turn,
    changed.map(({ row }) => row),
    rows,
    dossiers,
  );
  const detail = { kpis: own.size, readings: rows.length };
  return [{ kind: 'readings.computed', subject: turn.organisation.id, detail }, ...followed];
}

// From the newest reading on: the server may have been off for more than one period.
function newPeriods({ today, organisation }: Turn, { row, before }: FormulaKpi): string[] {
  const now = periodOf(row.cadence, today, organisation.calendar);
  const newest = before.readings.at(-1)?.[0];
  return newest === undefined ? [now] : periodsBetween(shift(newest, 1), now);
}
