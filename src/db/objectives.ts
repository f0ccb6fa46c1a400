import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** The rhythm that the team of an objective chose; null for both where it chose none, or where there is no team. */
type ChosenRhythm = Pick<Row<'team'>, 'check_in_every' | 'check_in_weekday'>;

/** An objective with the facts of its cycle and with those who may see it when it is private. */
export type ObjectiveInCycle = Row<'objective'> &
  ChosenRhythm & {
    cycle_name: string;
    cycle_state: Row<'cycle'>['state'];
    starts: string;
    ends: string;
    activated_at: string | null;
    closed_at: string | null;
    viewer_people: string[];
    viewer_teams: string[];
    /** Whoever answers for one of its key results sees it too. */
    key_result_owners: string[];
  };

const viewers = sql`
  case when o.private then array(select v.person from objective_viewer v
    where v.organisation = o.organisation and v.objective = o.id and v.person is not null) else '{}' end as viewer_people,
  case when o.private then array(select v.team from objective_viewer v
    where v.organisation = o.organisation and v.objective = o.id and v.team is not null) else '{}' end as viewer_teams,
  case when o.private then array(select distinct k.owner from key_result k
    where k.organisation = o.organisation and k.objective = o.id and k.owner is not null and k.dropped_at is null)
    else '{}' end as key_result_owners`;

const columns = sql`o.*, c.name as cycle_name, c.state as cycle_state, c.starts, c.ends, c.activated_at, c.closed_at, t.check_in_every, t.check_in_weekday, ${viewers}`;

const ofTeam = sql`left join team t on t.organisation = o.organisation and t.id = o.team`;

/** What the page of a cycle shows of an objective, and what decides who may see it. */
export type TreeObjectiveRow = Pick<
  ObjectiveInCycle,
  | 'id'
  | 'title'
  | 'cycle'
  | 'owner'
  | 'team'
  | 'person'
  | 'state'
  | 'commitment'
  | 'progress'
  | 'score'
  | 'private'
  | 'pillar'
  | 'check_in_every'
  | 'check_in_weekday'
  | 'viewer_people'
  | 'viewer_teams'
  | 'key_result_owners'
>;

/** The objectives of a cycle for its page, by title, dropped ones left out. */
export async function objectivesInCycle(
  tx: Tx,
  organisation: string,
  cycle: string,
): Promise<TreeObjectiveRow[]> {
  const { rows } = await sql<TreeObjectiveRow>`
    select o.id, o.title, o.cycle, o.owner, o.team, o.person, o.state, o.commitment, o.progress, o.score, o.private, o.pillar,
      t.check_in_every, t.check_in_weekday, ${viewers}
    from objective o ${ofTeam} where o.organisation = ${organisation} and o.cycle = ${cycle} and o.state <> 'dropped'
    order by o.title, o.id`.execute(tx);
  return rows;
}

async function select(tx: Tx, organisation: string, rest: RawBuilder<unknown>): Promise<ObjectiveInCycle[]> {
  const { rows } = await sql<ObjectiveInCycle>`
    select ${columns} from objective o
    join cycle c on c.organisation = o.organisation and c.id = o.cycle
    ${ofTeam}
    where o.organisation = ${organisation} and ${rest}`.execute(tx);
  return rows;
}

/** Objectives by their ids, in the order of these; `lock` keeps other changes of them out until the commit. */
export async function objectivesById(
  tx: Tx,
  organisation: string,
  ids: readonly string[],
  lock = false,
): Promise<ObjectiveInCycle[]> {
  if (ids.length === 0) return [];
  // `for update` reads each row again once it is locked; the id decides the order in which that happens.
  return select(
    tx,
    organisation,
    sql`o.id = any(${ids}::uuid[]) order by o.id ${lock ? sql`for no key update of o` : sql``}`,
  );
}

export type ObjectiveFilter = {
  cycle?: string | undefined;
  team?: string | undefined;
  owner?: string | undefined;
  /** A KPI that it is to improve, or whose gap it came from. */
  kpi?: string | undefined;
  dropped?: boolean | undefined;
};

/** Objectives by cycle, team, owner or KPI, the latest cycle first, then by title. */
export async function listObjectives(
  tx: Tx,
  organisation: string,
  { cycle, team, owner, kpi, dropped = false }: ObjectiveFilter,
): Promise<ObjectiveInCycle[]> {
  const conditions = [
    cycle && sql`o.cycle = ${cycle}`,
    team && sql`o.team = ${team}`,
    owner && sql`o.owner = ${owner}`,
    kpi &&
      sql`(o.gap_kpi = ${kpi} or exists (select from objective_improves i
        where i.organisation = o.organisation and i.objective = o.id and i.kpi = ${kpi}))`,
    !dropped && sql`o.state <> 'dropped'`,
  ].filter((each) => typeof each === 'object');
  const where = conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
  return select(tx, organisation, sql`${where} order by c.starts desc, o.title, o.id`);
}

/** Every private objective: few, so that whether one may be seen is asked of the rules and not of SQL. */
export async function privateObjectives(tx: Tx, organisation: string): Promise<ObjectiveInCycle[]> {
  return select(tx, organisation, sql`o.private`);
}

export type ObjectiveLinks = {
  improves: { id: string; key: string; name: string }[];
  gap: { id: string; key: string; name: string } | null;
  parents: Pick<Row<'objective_parent'>, 'parent' | 'kind' | 'weight'>[];
};

/** The KPIs and parents that one objective names. */
export async function linksOf(tx: Tx, organisation: string, objective: string): Promise<ObjectiveLinks> {
  const { rows } = await sql<ObjectiveLinks>`
    select
      coalesce((select json_agg(json_build_object('id', q.id, 'key', q.key, 'name', q.name) order by q.name)
        from objective_improves i join kpi q on q.organisation = i.organisation and q.id = i.kpi
        where i.organisation = o.organisation and i.objective = o.id), '[]') as improves,
      (select json_build_object('id', q.id, 'key', q.key, 'name', q.name) from kpi q
        where q.organisation = o.organisation and q.id = o.gap_kpi) as gap,
      coalesce((select json_agg(json_build_object('parent', p.parent, 'kind', p.kind, 'weight', p.weight) order by p.parent)
        from objective_parent p where p.organisation = o.organisation and p.objective = o.id), '[]') as parents
    from objective o where o.organisation = ${organisation} and o.id = ${objective}`.execute(tx);
  return rows[0]!;
}

/** The links from the objectives of a cycle to their parents, in whichever cycle these are; a parent that was dropped is none. */
export async function parentsInCycle(
  tx: Tx,
  organisation: string,
  cycle: string,
): Promise<Pick<Row<'objective_parent'>, 'objective' | 'parent' | 'kind'>[]> {
  const { rows } = await sql<Pick<Row<'objective_parent'>, 'objective' | 'parent' | 'kind'>>`
    select p.objective, p.parent, p.kind from objective_parent p
    join objective o on o.organisation = p.organisation and o.id = p.objective
    join objective a on a.organisation = p.organisation and a.id = p.parent and a.state <> 'dropped'
    where p.organisation = ${organisation} and o.cycle = ${cycle}`.execute(tx);
  return rows;
}

/** The ids of the KPIs that objectives are to improve. */
export async function improvedBy(
  tx: Tx,
  organisation: string,
  objectives: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ kpi: string }>`
    select distinct kpi from objective_improves
    where organisation = ${organisation} and objective = any(${objectives}::uuid[]) order by kpi`.execute(tx);
  return rows.map(({ kpi }) => kpi);
}
