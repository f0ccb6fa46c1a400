import { sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

/** What the panel shows of one KPI: its definition's short words and the row kept beside it. */
export type PanelLine = Pick<
  Row<'kpi'>,
  | 'id'
  | 'key'
  | 'name'
  | 'owner'
  | 'team'
  | 'parent'
  | 'labels'
  | 'role'
  | 'cadence'
  | 'direction'
  | 'unit'
  | 'decimals'
  | 'computed'
> &
  Pick<
    Row<'kpi_state'>,
    | 'newest_period'
    | 'newest_value'
    | 'status'
    | 'signal'
    | 'signal_sense'
    | 'capability'
    | 'level'
    | 'missing_children'
    | 'sparkline'
    | 'floor'
    | 'ceiling'
  >;

/** Of a line of the panel what tells a KPI beside other things. */
export type PanelGist = Pick<
  PanelLine,
  | 'id'
  | 'key'
  | 'name'
  | 'owner'
  | 'team'
  | 'unit'
  | 'decimals'
  | 'newest_period'
  | 'newest_value'
  | 'status'
  | 'signal_sense'
>;

/** The panel's lines by name: one row kept beside each KPI, no reading is touched. */
export async function listPanel(
  tx: Transaction<Database>,
  organisation: string,
  { parent, children }: { parent?: string | undefined; children: boolean },
): Promise<PanelLine[]> {
  let query = tx
    .selectFrom('kpi')
    .innerJoin('kpi_state as state', (join) =>
      join.onRef('state.organisation', '=', 'kpi.organisation').onRef('state.kpi', '=', 'kpi.id'),
    )
    .select([
      'kpi.id',
      'key',
      'name',
      'owner',
      'team',
      'parent',
      'labels',
      'role',
      'cadence',
      'direction',
      'unit',
      'decimals',
      'computed',
    ])
    .select(['newest_period', 'newest_value', 'status', 'signal', 'signal_sense', 'capability', 'level'])
    .select(['missing_children', 'sparkline', 'floor', 'ceiling'])
    .where('kpi.organisation', '=', organisation)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('kpi.id');
  if (parent) query = query.where('parent', '=', parent);
  else if (!children) query = query.where('parent', 'is', null);
  return query.execute();
}

/**
 * What changes with every committed change of anything that the panel shows: PostgreSQL stamps each version of a row with the
 * transaction that wrote it, so nobody has to count, and no writer waits for a counter that another holds.
 */
export async function panelVersion(tx: Transaction<Database>, organisation: string): Promise<string> {
  const stamp = (table: 'kpi' | 'kpi_state', id: 'id' | 'kpi') => sql`
    select count(*) || ' ' || coalesce(bit_xor(hash_record_extended((${sql.ref(id)}, xmin, ctid), 0)), 0)
    from ${sql.table(table)} where organisation = ${organisation}`;
  const { rows } = await sql<{ version: string }>`
    select (${stamp('kpi', 'id')}) || ' ' || (${stamp('kpi_state', 'kpi')}) as version`.execute(tx);
  return rows[0]!.version;
}
