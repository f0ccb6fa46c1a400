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
 * How many objectives and key results each cycle has of those that a person may see, dropped ones left out. Counted an objective at a
 * time: in a database with many organisations the statistics know nothing of a small one, and a join of two of its tables became
 * every row of one for each of the other.
 */
export async function countCycles(
  tx: Tx,
  organisation: string,
  hidden: readonly string[],
  cycle?: string,
): Promise<Map<string, CycleCount>> {
  const one = cycle ? sql`and o.cycle = ${cycle}` : sql``;
  const { rows } = await sql<CycleCount>`
    select o.cycle, count(*) as "objectives", sum(k.present)::int as "keyResults", sum(k.graded)::int as "graded"
    from objective o
    cross join lateral (
      select count(*) as present, count(score) as graded from key_result
      where organisation = ${organisation} and objective = o.id and dropped_at is null
    ) k
    where o.organisation = ${organisation} and o.state <> 'dropped' and o.id <> all(${hidden}::uuid[]) ${one}
    group by o.cycle`.execute(tx);
  return new Map(rows.map((row) => [row.cycle, row]));
}
