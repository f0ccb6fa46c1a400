import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

type Name = { id: string; key: string; name: string };

/** Where the same promise stands in another cycle. */
export type KindredRow = {
  keyResult: string;
  objective: string;
  cycle: { id: string; name: string; starts: string };
};

/** A key result with the names of the KPIs that it reads and that guard it. */
export type KeyResultWithLinks = Row<'key_result'> & {
  kpi_name: Name | null;
  guardrails: (Name & { status: string | null })[];
  /** How many initiatives it has that were not dropped. */
  initiatives: number;
  /** What it was carried over from, and to. */
  before: KindredRow | null;
  after: KindredRow | null;
  /** The KPI that it turned into. */
  became: Name | null;
};

const kindred = sql`json_build_object('keyResult', x.id, 'objective', x.objective,
  'cycle', json_build_object('id', c.id, 'name', c.name, 'starts', c.starts)) from key_result x
  join objective o on o.organisation = x.organisation and o.id = x.objective
  join cycle c on c.organisation = o.organisation and c.id = o.cycle`;

const columns = sql`k.*,
  (select ${kindred} where x.organisation = k.organisation and x.id = k.carried_from) as before,
  (select ${kindred} where x.organisation = k.organisation and x.carried_from = k.id order by x.id limit 1) as after,
  (select json_build_object('id', q.id, 'key', q.key, 'name', q.name) from kpi q
    where q.organisation = k.organisation and q.id = k.graduated_to) as became,
  (select json_build_object('id', q.id, 'key', q.key, 'name', q.name) from kpi q
    where q.organisation = k.organisation and q.id = k.kpi) as kpi_name,
  coalesce((select json_agg(json_build_object('id', q.id, 'key', q.key, 'name', q.name, 'status', s.status) order by q.name)
    from guardrail g join kpi q on q.organisation = g.organisation and q.id = g.kpi
    left join kpi_state s on s.organisation = g.organisation and s.kpi = g.kpi
    where g.organisation = k.organisation and g.key_result = k.id), '[]') as guardrails,
  (select count(*)::int from initiative i
    where i.organisation = k.organisation and i.key_result = k.id and i.state <> 'dropped') as initiatives`;

async function select(
  tx: Tx,
  organisation: string,
  rest: RawBuilder<unknown>,
): Promise<KeyResultWithLinks[]> {
  const { rows } = await sql<KeyResultWithLinks>`
    select ${columns} from key_result k where k.organisation = ${organisation} and ${rest}`.execute(tx);
  return rows;
}

/** A key result by its id; `lock` keeps other check-ins and changes of it out until the commit. */
export async function findKeyResult(
  tx: Tx,
  organisation: string,
  id: string,
  lock = false,
): Promise<KeyResultWithLinks | undefined> {
  return (await keyResultsById(tx, organisation, [id], lock))[0];
}

/** Key results by their ids, in the order of these. */
export async function keyResultsById(
  tx: Tx,
  organisation: string,
  ids: readonly string[],
  lock = false,
): Promise<KeyResultWithLinks[]> {
  const locking = lock ? sql`for no key update of k` : sql``;
  return select(tx, organisation, sql`k.id = any(${ids}::uuid[]) order by k.id ${locking}`);
}

/** The key results of objectives in their order, dropped ones last. */
export async function keyResultsOf(
  tx: Tx,
  organisation: string,
  objectives: readonly string[],
): Promise<KeyResultWithLinks[]> {
  return select(
    tx,
    organisation,
    sql`k.objective = any(${objectives}::uuid[]) order by k.dropped_at is not null, k.position, k.id`,
  );
}

export type TreeRow = Pick<
  Row<'key_result'>,
  | 'id'
  | 'objective'
  | 'title'
  | 'owner'
  | 'kpi'
  | 'measure'
  | 'unit'
  | 'decimals'
  | 'plan'
  | 'deadline'
  | 'current'
  | 'progress'
  | 'confidence'
  | 'last_check_in'
  | 'score'
  | 'created_at'
>;

/** From the key results k that count in a cycle, or in one objective of it, in their order; dropped ones do not. */
export function countingIn(organisation: string, cycle: string, objective?: string): RawBuilder<unknown> {
  return sql`from key_result k
    where k.organisation = ${organisation} and k.dropped_at is null and k.objective = any(array(
      select id from objective where organisation = ${organisation} and cycle = ${cycle} and state <> 'dropped'
        ${objective === undefined ? sql`` : sql`and id = ${objective}`}))
    order by k.position, k.id`;
}

/** What the page of a cycle shows of its key results, dropped ones left out. */
export async function keyResultsInCycle(tx: Tx, organisation: string, cycle: string): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    select k.id, k.objective, k.title, k.owner, k.kpi, k.measure, k.unit, k.decimals, k.plan, k.deadline,
      k.current, k.progress, k.confidence, k.last_check_in, k.score, k.created_at
    ${countingIn(organisation, cycle)}`.execute(tx);
  return rows;
}

/** The ids of the key results, not dropped, that read or guard a KPI, or that a person answers for. */
export async function keyResultIds(
  tx: Tx,
  organisation: string,
  { kpi, owner, cycle }: { kpi?: string | undefined; owner?: string | undefined; cycle?: string | undefined },
): Promise<string[]> {
  const conditions = [
    kpi &&
      sql`(k.kpi = ${kpi} or k.graduated_to = ${kpi} or exists (select from guardrail g
        where g.organisation = k.organisation and g.key_result = k.id and g.kpi = ${kpi}))`,
    owner && sql`coalesce(k.owner, o.owner) = ${owner}`,
    cycle && sql`o.cycle = ${cycle}`,
  ].filter((each) => typeof each === 'object');
  const { rows } = await sql<{ id: string }>`
    select k.id from key_result k
    join objective o on o.organisation = k.organisation and o.id = k.objective and o.state <> 'dropped'
    where k.organisation = ${organisation} and k.dropped_at is null
      and ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What a key result's facts change of its row. */
export type Standing = Pick<
  Row<'key_result'>,
  'id' | 'current' | 'current_day' | 'progress' | 'confidence' | 'last_check_in'
>;

/** Stores how key results stand, all in one statement. */
export async function storeStandings(
  tx: Tx,
  organisation: string,
  found: readonly Standing[],
): Promise<void> {
  const column = <K extends keyof Standing>(name: K) => found.map((each) => each[name]);
  await sql`
    update key_result k set current = n.current, current_day = n.current_day, progress = n.progress,
      confidence = n.confidence, last_check_in = n.last_check_in,
      outdated_since = case when k.last_check_in is distinct from n.last_check_in then null else k.outdated_since end
    from unnest(${column('id')}::uuid[], ${column('current')}::float8[], ${column('current_day')}::date[],
      ${column('progress')}::float8[], ${column('confidence')}::int[], ${column('last_check_in')}::date[])
      as n (id, current, current_day, progress, confidence, last_check_in)
    where k.organisation = ${organisation} and k.id = n.id`.execute(tx);
}
