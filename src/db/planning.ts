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

/** How much is promised in a cycle, and what came of it; `thin` and `crowded` are objectives outside the usual number of key results. */
export type CycleLoad = {
  cycle: string;
  objectives: number;
  keyResults: number;
  graded: number;
  reached: number;
  thin: number;
  crowded: number;
};

type Wanted = {
  cycles: readonly string[];
  hidden: readonly string[];
  usual: { fewest: number; most: number };
};

// A score succeeds as domain/okr/grade.ts says it; learning has no threshold, and so is not counted.
const goals = (organisation: string, { cycles, hidden }: Pick<Wanted, 'cycles' | 'hidden'>) => sql`
  o as materialized (
    select id, cycle, team, owner, commitment from objective
    where organisation = ${organisation} and cycle = any(${cycles}::uuid[]) and state <> 'dropped'
      and id <> all(${hidden}::uuid[])
  ), k as materialized (
    select id, objective, owner, round(score::numeric, 2) as score from key_result
    where organisation = ${organisation} and dropped_at is null and objective = any(array(select id from o))
  ), j as (
    select o.id, o.cycle, o.team, coalesce(k.owner, o.owner) as owner,
      (k.score is not null and o.commitment <> 'learning')::int as graded,
      coalesce((o.commitment = 'committed' and k.score >= 1) or (o.commitment = 'aspirational' and k.score >= 0.7), false)::int as reached
    from o join k on k.objective = o.id
  )`;

/** The load of each team in each cycle; a team of null is that of objectives without one. */
export async function teamLoads(
  tx: Tx,
  organisation: string,
  wanted: Wanted,
): Promise<(CycleLoad & { team: string | null })[]> {
  const { fewest, most } = wanted.usual;
  const { rows } = await sql<CycleLoad & { team: string | null }>`
    with ${goals(organisation, wanted)}, one as (
      select o.id, o.cycle, o.team, count(j.id) as present, coalesce(sum(j.graded), 0) as graded, coalesce(sum(j.reached), 0) as reached
      from o left join j on j.id = o.id group by o.id, o.cycle, o.team
    )
    select cycle, team, count(*)::int as objectives, sum(present)::int as "keyResults", sum(graded)::int as graded,
      sum(reached)::int as reached, (count(*) filter (where present < ${fewest}))::int as thin,
      (count(*) filter (where present > ${most}))::int as crowded
    from one group by cycle, team`.execute(tx);
  return rows;
}

export type PersonCycleLoad = Omit<CycleLoad, 'thin' | 'crowded'> & { person: string; teams: number };

/** The load of each person in each cycle: the objectives that they own and the key results that they answer for. */
export async function personLoads(
  tx: Tx,
  organisation: string,
  wanted: Omit<Wanted, 'usual'>,
): Promise<PersonCycleLoad[]> {
  const { rows } = await sql<PersonCycleLoad>`
    with ${goals(organisation, wanted)}, part as (
      select cycle, owner, 0 as objectives, count(*) as "keyResults", sum(graded) as graded, sum(reached) as reached,
        count(distinct team) as teams
      from j where owner is not null group by cycle, owner
      union all
      select cycle, owner, count(*), 0, 0, 0, 0 from o where owner is not null group by cycle, owner
    )
    select cycle, owner as person, sum(objectives)::int as objectives, sum("keyResults")::int as "keyResults",
      sum(graded)::int as graded, sum(reached)::int as reached, sum(teams)::int as teams
    from part group by cycle, owner`.execute(tx);
  return rows;
}
