import { sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** A cycle by its id; `lock` keeps other changes of it out until the commit. */
export async function findCycle(
  tx: Tx,
  organisation: string,
  id: string,
  lock = false,
): Promise<Row<'cycle'> | undefined> {
  const query = tx
    .selectFrom('cycle')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', id);
  return (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
}

/** All cycles, the latest first. */
export async function listCycles(tx: Tx, organisation: string): Promise<Row<'cycle'>[]> {
  return tx
    .selectFrom('cycle')
    .selectAll()
    .where('organisation', '=', organisation)
    .orderBy('starts', 'desc')
    .orderBy('ends', 'desc')
    .orderBy('id')
    .execute();
}

export type CycleCount = { cycle: string; objectives: number; keyResults: number; graded: number };

/**
 * How many objectives and key results each cycle has of those that a person may see, dropped ones left out. Key results are found by
 * a list of objectives: beside large organisations the statistics know nothing of a small one, and a join of two of its tables was
 * planned as every row of one for each of the other.
 */
export async function countCycles(
  tx: Tx,
  organisation: string,
  hidden: readonly string[],
  cycle?: string,
): Promise<Map<string, CycleCount>> {
  const one = cycle ? sql`and cycle = ${cycle}` : sql``;
  const { rows } = await sql<CycleCount>`
    with o as materialized (
      select id, cycle from objective
      where organisation = ${organisation} and state <> 'dropped' and id <> all(${hidden}::uuid[]) ${one}
    ), k as materialized (
      select objective, count(*) as present, count(score) as graded from key_result
      where organisation = ${organisation} and dropped_at is null and objective = any(array(select id from o))
      group by objective
    )
    select o.cycle, count(*) as "objectives", coalesce(sum(k.present), 0)::int as "keyResults",
      coalesce(sum(k.graded), 0)::int as "graded"
    from o left join k on k.objective = o.id
    group by o.cycle`.execute(tx);
  return new Map(rows.map((row) => [row.cycle, row]));
}
