import { sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** The trackers of any organisation of which something is due, the longest first; must be asked for by `tandem.round`, as it crosses tenants. */
export async function dueTrackers(
  tx: Tx,
  now: string,
  limit: number,
): Promise<{ organisation: string; id: string }[]> {
  await sql`select set_config('tandem.round', 'on', true)`.execute(tx);
  const { rows } = await sql<{ organisation: string; id: string }>`
    select organisation, id from tracker
    where next_ask <= ${now}::timestamptz and (held_until is null or held_until <= ${now}::timestamptz)
    order by next_ask limit ${limit}`.execute(tx);
  return rows;
}

/** Takes a tracker that is due for some seconds; undefined when nothing is due, or somebody else has it. */
export async function holdTracker(
  tx: Tx,
  organisation: string,
  id: string,
  now: string,
  seconds: number,
): Promise<Row<'tracker'> | undefined> {
  const { rows } = await sql<Row<'tracker'>>`
    update tracker set claim = claim + 1, held_until = ${now}::timestamptz + make_interval(secs => ${seconds})
    where organisation = ${organisation} and id = (
      select id from tracker where organisation = ${organisation} and id = ${id} and next_ask <= ${now}::timestamptz
        and (held_until is null or held_until <= ${now}::timestamptz) for update skip locked)
    returning *`.execute(tx);
  return rows[0];
}

// What is closed or was dropped is asked for no more.
const live = sql`
  from initiative i
  join key_result k on k.organisation = i.organisation and k.id = i.key_result and k.dropped_at is null
  join objective o on o.organisation = k.organisation and o.id = k.objective and o.state <> 'dropped'
  join cycle c on c.organisation = o.organisation and c.id = o.cycle and c.state <> 'closed'`;

/** The keys of the issues that a tracker is to be asked for, those that have waited longest first. */
export async function dueIssues(
  tx: Tx,
  { organisation, id }: Pick<Row<'tracker'>, 'organisation' | 'id'>,
  now: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select i.link_key as key ${live}
    where i.organisation = ${organisation} and i.tracker = ${id} and i.next_ask <= ${now}::timestamptz
    group by i.link_key order by min(i.next_ask), i.link_key limit ${limit}`.execute(tx);
  return rows.map(({ key }) => key);
}

/** When the next issue of a tracker is due; null when it has none. */
export async function nextIssueDue(
  tx: Tx,
  { organisation, id }: Pick<Row<'tracker'>, 'organisation' | 'id'>,
): Promise<string | null> {
  const { rows } = await sql<{ next: string | null }>`
    select min(i.next_ask) as next ${live}
    where i.organisation = ${organisation} and i.tracker = ${id}`.execute(tx);
  return rows[0]!.next;
}

/** An initiative that follows an issue, and whether its objective is private. */
export type FollowingInitiative = Row<'initiative'> & { private: boolean };

/** The initiatives that follow these issues of a tracker, locked. */
export async function followingInitiatives(
  tx: Tx,
  { organisation, id }: Pick<Row<'tracker'>, 'organisation' | 'id'>,
  keys: readonly string[],
): Promise<FollowingInitiative[]> {
  const { rows } = await sql<FollowingInitiative>`
    select i.*, o.private ${live}
    where i.organisation = ${organisation} and i.tracker = ${id} and i.link_key = any(${keys}::text[])
    order by i.id for no key update of i`.execute(tx);
  return rows;
}

/** What became of an initiative that follows an issue. */
export type Heard = Pick<
  Row<'initiative'>,
  | 'id'
  | 'state'
  | 'state_from'
  | 'drop_reason'
  | 'typed'
  | 'heard_state'
  | 'heard_status'
  | 'heard_at'
  | 'next_ask'
  | 'failing_since'
  | 'fault'
>;

/** Stores what was heard, all in one statement. */
export async function storeHeard(tx: Tx, organisation: string, heard: readonly Heard[]): Promise<void> {
  const column = <K extends keyof Heard>(name: K) => heard.map((each) => each[name]);
  await sql`
    update initiative i set state = n.state, state_from = n.state_from, drop_reason = n.drop_reason, typed = n.typed,
      heard_state = n.heard_state, heard_status = n.heard_status, heard_at = n.heard_at, next_ask = n.next_ask,
      failing_since = n.failing_since, fault = n.fault
    from unnest(${column('id')}::uuid[], ${column('state')}::text[], ${column('state_from')}::text[],
      ${column('drop_reason')}::text[], ${column('typed')}::boolean[], ${column('heard_state')}::text[],
      ${column('heard_status')}::text[], ${column('heard_at')}::timestamptz[], ${column('next_ask')}::timestamptz[],
      ${column('failing_since')}::timestamptz[], ${column('fault')}::text[])
      as n (id, state, state_from, drop_reason, typed, heard_state, heard_status, heard_at, next_ask, failing_since, fault)
    where i.organisation = ${organisation} and i.id = n.id`.execute(tx);
}
