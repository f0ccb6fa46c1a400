import { sql, type Transaction } from 'kysely';
import { newId } from '#app/id.ts';
import type { Tandem } from '#app/perform.ts';
import { transact } from '#app/transaction.ts';
import type { Schedule } from '#contract/connectors.ts';
import { due } from '#db/connectors.ts';
import type { Database } from '#db/schema.ts';
import { nextDue } from './next-due.ts';

/** A run that waits to be taken up, in whichever organisation. */
export type WaitingRun = { organisation: string; run: string };

// A round that finds more leaves them to the next one, a minute later.
const mostPerRound = 5_000;

/**
 * Makes a run of each connector that is due, and gives every run that may be taken up: these, those whose next try has come, and those
 * of a process that died. Who else looks at the same moment makes none twice.
 */
export async function waitingRuns(tandem: Pick<Tandem, 'database' | 'ports'>): Promise<WaitingRun[]> {
  const now = tandem.ports.clock();
  const ripe = await transact(tandem.database, {}, false, (tx) => due(tx, 'connector', now, mostPerRound));
  for (const [organisation, own] of Map.groupBy(ripe, (each) => each.organisation))
    await transact(tandem.database, { organisation }, true, (tx) =>
      begin(
        tx,
        organisation,
        own.map(({ id }) => id),
        now,
      ),
    );
  const waiting = await transact(tandem.database, {}, false, (tx) =>
    due(tx, 'connector_run', now, mostPerRound),
  );
  return waiting.map(({ organisation, id }) => ({ organisation, run: id }));
}

async function begin(
  tx: Transaction<Database>,
  organisation: string,
  ids: readonly string[],
  now: string,
): Promise<void> {
  const { time_zone: timeZone } = await tx
    .selectFrom('organisation')
    .select('time_zone')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ id: string; schedule: Schedule | null; idle: boolean }>`
    select c.id, c.schedule, k.archived_at is null and c.active and not exists (
      select from connector_run r where r.organisation = c.organisation and r.connector = c.id and r.next_try is not null
    ) as idle
    from connector c join kpi k on k.organisation = c.organisation and k.id = c.kpi
    where c.organisation = ${organisation} and c.id = any(${ids}::uuid[]) and c.next_due <= ${now}::timestamptz
    for update of c skip locked`.execute(tx);
  for (const { id, schedule } of rows)
    await tx
      .updateTable('connector')
      .set({ next_due: schedule && nextDue(schedule, timeZone, now) })
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .execute();
  const idle = rows.filter((row) => row.idle);
  if (idle.length === 0) return;
  await tx
    .insertInto('connector_run')
    .values(
      idle.map(({ id }) => ({
        organisation,
        connector: id,
        id: newId(),
        trigger: 'schedule' as const,
        state: 'waiting' as const,
        asked_by: null,
        from_period: null,
        to_period: null,
        next_try: now,
        sentence: null,
        created_at: now,
        started_at: null,
        ended_at: null,
      })),
    )
    // Somebody may have asked for one at this moment.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
