import { sql, type Transaction } from 'kysely';
import type { Site } from '#domain/initiative/tracker.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** An initiative with what rules and pages need of its key result and of the tracker that is asked for its issue. */
export type InitiativeInGoal = Row<'initiative'> & {
  key_result_title: string;
  key_result_owner: string | null;
  key_result_dropped: boolean;
  objective: string;
  tracker_fault: string | null;
  tracker_failing_since: string | null;
};

export type InitiativeFilter = {
  ids?: readonly string[] | undefined;
  keyResult?: string | undefined;
  objective?: string | undefined;
  owner?: string | undefined;
  cycle?: string | undefined;
  open?: boolean | undefined;
};

/**
 * Initiatives by what is asked for, in the order of their key results and then in their own. Those of goals that were dropped are
 * found only under these goals.
 */
export async function listInitiatives(
  tx: Tx,
  organisation: string,
  { ids, keyResult, objective, owner, cycle, open = false }: InitiativeFilter,
): Promise<InitiativeInGoal[]> {
  const conditions = [
    ids && sql`i.id = any(${ids}::uuid[])`,
    keyResult && sql`i.key_result = ${keyResult}`,
    objective && sql`k.objective = ${objective}`,
    owner && sql`i.owner = ${owner}`,
    cycle && sql`o.cycle = ${cycle}`,
    open && sql`i.state in ('planned', 'in progress') and c.state <> 'closed'`,
    !ids && !keyResult && !objective && sql`o.state <> 'dropped' and k.dropped_at is null`,
  ].filter((each) => typeof each === 'object');
  const { rows } = await sql<InitiativeInGoal>`
    select i.*, k.title as key_result_title, k.owner as key_result_owner, k.dropped_at is not null as key_result_dropped,
      k.objective, t.fault as tracker_fault, t.failing_since as tracker_failing_since
    from initiative i
    join key_result k on k.organisation = i.organisation and k.id = i.key_result
    join objective o on o.organisation = k.organisation and o.id = k.objective
    join cycle c on c.organisation = o.organisation and c.id = o.cycle
    left join tracker t on t.organisation = i.organisation and t.id = i.tracker
    where i.organisation = ${organisation} and ${sql.join(conditions, sql` and `)}
    order by c.starts desc, o.title, o.id, k.position, k.id, i.position, i.id`.execute(tx);
  return rows;
}

/** Puts the initiatives of a key result into this order. */
export async function placeInitiatives(tx: Tx, organisation: string, ids: readonly string[]): Promise<void> {
  await sql`
    update initiative i set position = n.place - 1
    from unnest(${ids}::uuid[]) with ordinality as n (id, place)
    where i.organisation = ${organisation} and i.id = n.id and i.position <> n.place - 1`.execute(tx);
}

/** The trackers of an organisation by their addresses. */
export async function sitesOf(tx: Tx, organisation: string): Promise<(Site & { id: string })[]> {
  return tx
    .selectFrom('tracker')
    .select(['id', 'kind', 'address'])
    .where('organisation', '=', organisation)
    .orderBy('id')
    .execute();
}

/** Makes a tracker due for what was linked to it just now; one that fails keeps its rest, unless somebody wants to know. */
export async function wakeTracker(
  tx: Tx,
  organisation: string,
  tracker: string,
  now: string,
  asked = false,
): Promise<void> {
  await sql`
    update tracker set next_ask = case when ${asked}::boolean or failures = 0
      then least(next_ask, ${now}::timestamptz) else coalesce(next_ask, ${now}::timestamptz) end
    where organisation = ${organisation} and id = ${tracker}`.execute(tx);
}
