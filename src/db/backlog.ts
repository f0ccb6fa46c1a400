import { sql, type Transaction } from 'kysely';
import { nextOf } from './dependants.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** Marks what is made of KPIs directly as to be computed anew, for inputs that changed between two days. */
export async function markBacklog(
  tx: Tx,
  organisation: string,
  spans: readonly { kpi: string; first: string; last: string }[],
  at: string,
): Promise<void> {
  await sql`
    insert into recompute_backlog as b (organisation, kpi, input, first, last, marked_at)
    select ${organisation}, next."to", reached.kpi, reached.first, reached.last, ${at}::timestamptz
    from unnest(${spans.map(({ kpi }) => kpi)}::uuid[], ${spans.map(({ first }) => first)}::date[],
      ${spans.map(({ last }) => last)}::date[]) as reached (kpi, first, last)
    cross join lateral (${nextOf(organisation)}) next
    on conflict (organisation, kpi, input)
      do update set first = least(b.first, excluded.first), last = greatest(b.last, excluded.last)`.execute(
    tx,
  );
}

/** Takes some KPIs off the backlog, those that wait longest first, with all their marks; what somebody else is taking is left. */
export async function takeBacklog(
  tx: Tx,
  organisation: string,
  most: number,
): Promise<Pick<Row<'recompute_backlog'>, 'kpi' | 'input' | 'first' | 'last'>[]> {
  const { rows } = await sql<Pick<Row<'recompute_backlog'>, 'kpi' | 'input' | 'first' | 'last'>>`
    delete from recompute_backlog b using (
      select kpi, input from recompute_backlog where organisation = ${organisation}
      order by marked_at, kpi limit ${most} for update skip locked
    ) taken
    where b.organisation = ${organisation} and b.kpi = taken.kpi and b.input = taken.input
    returning b.kpi, b.input, b.first, b.last`.execute(tx);
  return rows;
}

/** Whether anything waits to be computed anew. */
export async function hasBacklog(tx: Tx, organisation: string): Promise<boolean> {
  const row = await tx
    .selectFrom('recompute_backlog')
    .select('kpi')
    .where('organisation', '=', organisation)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
