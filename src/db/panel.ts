import type { Transaction } from 'kysely';
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
