import { sql, type Transaction } from 'kysely';
import type { Contribution, Link } from '#domain/okr/alignment.ts';
import type { Database } from './schema.ts';

type Tx = Transaction<Database>;

/**
 * Takes the organisation's alignment until the commit: `shared` by all that writes key results or progress, `exclusive` by what
 * changes parents or the state of a cycle, so that the tree that a writer climbs stands still under it. Take row locks on KPIs
 * before it and those on key results and objectives after it, else two acts wait for each other.
 */
export async function lockAlignment(
  tx: Tx,
  organisation: string,
  how: 'shared' | 'exclusive',
): Promise<void> {
  const lock = sql.raw(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${lock}(hashtext('tandem: alignment'), hashtext(${organisation}))`.execute(tx);
}

/** Every contribution above some objectives, up to the roots. */
export async function contributionsAbove(
  tx: Tx,
  organisation: string,
  objectives: readonly string[],
): Promise<Contribution[]> {
  const { rows } = await sql<Contribution>`
    with recursive above as (
      select p.objective, p.parent, p.weight from objective_parent p
      where p.organisation = ${organisation} and p.objective = any(${objectives}::uuid[]) and p.kind = 'contributes to'
      union
      select p.objective, p.parent, p.weight from objective_parent p
      join above on p.objective = above.parent
      where p.organisation = ${organisation} and p.kind = 'contributes to'
    )
    select objective as child, parent, weight from above`.execute(tx);
  return rows;
}

/** Every link above some objectives, those that only support included. */
export async function linksAbove(
  tx: Tx,
  organisation: string,
  objectives: readonly string[],
): Promise<Link[]> {
  const { rows } = await sql<Link>`
    with recursive above as (
      select p.objective, p.parent from objective_parent p
      where p.organisation = ${organisation} and p.objective = any(${objectives}::uuid[])
      union
      select p.objective, p.parent from objective_parent p
      join above on p.objective = above.parent where p.organisation = ${organisation}
    )
    select objective as child, parent from above`.execute(tx);
  return rows;
}

export type Locked = { id: string; progress: number | null };

/**
 * Stores the progress of objectives that are locked and locks the next ones in the order of their ids, in one round trip. Gives
 * those of the next that still change: neither closed nor dropped.
 */
export async function storeAndLock(
  tx: Tx,
  organisation: string,
  found: readonly Locked[],
  next: readonly string[],
): Promise<Locked[]> {
  const stored =
    found.length === 0
      ? sql``
      : sql`with stored as (
          update objective o set progress = n.progress
          from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ progress }) => progress)}::float8[]) as n (id, progress)
          where o.organisation = ${organisation} and o.id = n.id)`;
  const { rows } = await sql<Locked & { state: string }>`
    ${stored} select id, progress, state from objective
    where organisation = ${organisation} and id = any(${next}::uuid[]) order by id for no key update`.execute(
    tx,
  );
  return rows.filter(({ state }) => state === 'draft' || state === 'active');
}

export type ProgressInput = {
  objective: string;
  kind: 'key result' | 'objective';
  id: string;
  progress: number | null;
  weight: number;
};

/** What counts in the progress of some objectives: their key results and contributors, those dropped left out. */
export async function progressInputs(
  tx: Tx,
  organisation: string,
  ids: readonly string[],
): Promise<ProgressInput[]> {
  const { rows } = await sql<ProgressInput>`
    select k.objective, 'key result' as kind, k.id, k.progress, k.weight from key_result k
    where k.organisation = ${organisation} and k.objective = any(${ids}::uuid[]) and k.dropped_at is null
    union all
    select p.parent, 'objective', o.id, o.progress, p.weight from objective_parent p
    join objective o on o.organisation = p.organisation and o.id = p.objective and o.state <> 'dropped'
    where p.organisation = ${organisation} and p.parent = any(${ids}::uuid[]) and p.kind = 'contributes to'
    order by 1, 2, 3`.execute(tx);
  return rows;
}
