import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

type Tx = Transaction<Database>;

/** The ids of the objectives of a cycle, by title, that are not hidden; `total` is how many there are beyond the limit too. */
export async function objectiveIdsToPlan(
  tx: Tx,
  organisation: string,
  {
    cycle,
    team,
    hidden,
    dropped,
    limit,
  }: { cycle: string; team?: string | undefined; hidden: readonly string[]; dropped: boolean; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ id: string; total: string }>`
    select id, count(*) over () as total from objective
    where organisation = ${organisation} and cycle = ${cycle} and id <> all(${hidden}::uuid[])
      ${team ? sql`and team = ${team}` : sql``} ${dropped ? sql`` : sql`and state <> 'dropped'`}
    order by title, id limit ${limit}`.execute(tx);
  return { ids: rows.map(({ id }) => id), total: Number(rows[0]?.total ?? 0) };
}

/**
 * How much a team or a person has in a cycle, and what came of it; `thin` and `crowded` are objectives outside the usual number of key
 * results, `scored` are all key results with a score, `graded` those of them that can succeed.
 */
export type Load = {
  cycle: string;
  objectives: number;
  keyResults: number;
  scored: number;
  graded: number;
  reached: number;
  thin: number;
  crowded: number;
  teams: number;
};

type Wanted = {
  cycles: readonly string[];
  hidden: readonly string[];
  usual: { fewest: number; most: number };
};

/**
 * The loads of teams (null: objectives without one) and of people (the objectives that they own, the key results that they answer for),
 * in one pass. A score succeeds as domain/okr/grade.ts says it, on two decimals; learning has no threshold, and so is not counted.
 */
export async function cycleLoads(
  tx: Tx,
  organisation: string,
  { cycles, hidden, usual }: Wanted,
): Promise<{ teams: (Load & { team: string | null })[]; people: (Load & { person: string })[] }> {
  const { rows } = await sql<Load & { is_team: boolean; id: string | null }>`
    with o as materialized (
      select id, cycle, team, owner, commitment from objective
      where organisation = ${organisation} and cycle = any(${cycles}::uuid[]) and state <> 'dropped'
        and id <> all(${hidden}::uuid[])
    ), k as materialized (
      select objective, owner, count(*) as present, count(score) as scored,
        count(*) filter (where score > 0.69499999) as most, count(*) filter (where score > 0.99499999) as whole
      from key_result
      where organisation = ${organisation} and dropped_at is null and objective = any(array(select id from o))
      group by objective, owner
    ), j as materialized (
      select o.id, o.cycle, o.team, coalesce(k.owner, o.owner) as owner, k.present, k.scored,
        case when o.commitment = 'learning' then 0 else k.scored end as graded,
        case o.commitment when 'committed' then k.whole when 'aspirational' then k.most else 0 end as reached
      from o left join k on k.objective = o.id
    ), one as (
      select id, cycle, team, coalesce(sum(present), 0) as present, sum(scored) as scored, sum(graded) as graded,
        sum(reached) as reached
      from j group by id, cycle, team
    ), part as (
      select true as is_team, cycle, team as id, 1 as objectives, present, scored, graded, reached,
        (present < ${usual.fewest})::int as thin, (present > ${usual.most})::int as crowded, null::uuid as team
      from one
      union all
      select false, cycle, owner, 0, present, scored, graded, reached, 0, 0, team
      from j where owner is not null and present > 0
      union all
      select false, cycle, owner, 1, 0, 0, 0, 0, 0, 0, null from o where owner is not null
    )
    select is_team, cycle, id, sum(objectives)::int as objectives, coalesce(sum(present), 0)::int as "keyResults",
      coalesce(sum(scored), 0)::int as scored, coalesce(sum(graded), 0)::int as graded,
      coalesce(sum(reached), 0)::int as reached, sum(thin)::int as thin, sum(crowded)::int as crowded,
      count(distinct team)::int as teams
    from part group by is_team, cycle, id`.execute(tx);
  return {
    teams: rows.filter((row) => row.is_team).map(({ id, ...load }) => ({ ...load, team: id })),
    people: rows.filter((row) => !row.is_team).map(({ id, ...load }) => ({ ...load, person: id! })),
  };
}
