import { type Expression, type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import { sent } from './pipeline.ts';
import type { Database, Row } from './schema.ts';

/** A KPI's row with the ids of its counter-metrics. */
export type KpiWithCounters = Row<'kpi'> & { counters: string[] };

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A KPI by its key or id; `lock` keeps other writers of its readings out until the commit. */
export async function findKpi(
  tx: Transaction<Database>,
  organisation: string,
  ref: string,
  lock = false,
): Promise<KpiWithCounters | undefined> {
  const query = kpiRows(tx, organisation).where(isId.test(ref) ? 'id' : 'key', '=', ref);
  return (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
}

/** KPIs by key or id, in the order of their ids; those that do not exist are left out. */
export async function listKpisByRef(
  tx: Transaction<Database>,
  organisation: string,
  refs: readonly string[],
  lock = false,
): Promise<KpiWithCounters[]> {
  const query = kpiRows(tx, organisation).where(isOneOf(refs)).orderBy('id');
  return sent(tx, (lock ? query.forNoKeyUpdate() : query).compile());
}

/** Whether a row of `kpi` has one of these keys or ids. */
export function isOneOf(refs: readonly string[]): RawBuilder<SqlBool> {
  // PostgreSQL takes a list that it does not know for ten, and would plan a prepared statement with one of one anew each time it runs.
  if (refs.length === 1)
    return isId.test(refs[0]!) ? sql<SqlBool>`kpi.id = ${refs[0]}` : sql<SqlBool>`kpi.key = ${refs[0]}`;
  const ids = refs.filter((ref) => isId.test(ref));
  const keys = refs.filter((ref) => !isId.test(ref));
  return sql<SqlBool>`(kpi.id = ${anyOf('uuid', ids)} or kpi.key = ${anyOf('text', keys)})`;
}

/** All KPIs of an organisation by name, archived ones only when they are asked for. */
export async function listKpis(
  tx: Transaction<Database>,
  organisation: string,
  { archived = false, parent }: { archived?: boolean; parent?: string | undefined } = {},
): Promise<KpiWithCounters[]> {
  let query = kpiRows(tx, organisation).orderBy('name').orderBy('id');
  if (!archived) query = query.where('archived_at', 'is', null);
  if (parent) query = query.where('parent', '=', parent);
  return query.execute();
}

function kpiRows(tx: Transaction<Database>, organisation: string) {
  return tx
    .selectFrom('kpi')
    .selectAll()
    .select(
      sql<
        string[]
      >`array(select counter from counter_metric c where c.organisation = kpi.organisation and c.kpi = kpi.id)`.as(
        'counters',
      ),
    )
    .where('organisation', '=', organisation);
}

/** `= any(array)` of one parameter: a list of thousands costs no more to prepare than one of two. */
export function anyOf<T>(type: 'uuid' | 'text' | 'date', values: readonly T[]): Expression<T> {
  return sql<T>`any(${values}::${sql.raw(type)}[])`;
}
