import { sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** A connector with what rules and sentences need of its KPI. */
export type ConnectorOfKpi = Row<'connector'> & {
  kpi_name: string;
  owner: string | null;
  team: string | null;
  person: string | null;
};

function connectorRows(tx: Tx, organisation: string) {
  return tx
    .selectFrom('connector')
    .innerJoin('kpi', (join) =>
      join.onRef('kpi.organisation', '=', 'connector.organisation').onRef('kpi.id', '=', 'connector.kpi'),
    )
    .selectAll('connector')
    .select(['kpi.name as kpi_name', 'kpi.owner', 'kpi.team', 'kpi.person'])
    .where('connector.organisation', '=', organisation)
    .where('connector.removed_at', 'is', null);
}

/** A connector that was not removed. */
export async function findConnector(
  tx: Tx,
  organisation: string,
  id: string,
): Promise<ConnectorOfKpi | undefined> {
  return connectorRows(tx, organisation).where('connector.id', '=', id).executeTakeFirst();
}

/** The connector of a KPI. */
export async function findConnectorOf(
  tx: Tx,
  organisation: string,
  kpi: string,
): Promise<ConnectorOfKpi | undefined> {
  return connectorRows(tx, organisation).where('connector.kpi', '=', kpi).executeTakeFirst();
}

/** The connectors of an organisation or of one KPI, those that fail first, then by the KPI's name. */
export async function listConnectors(tx: Tx, organisation: string, kpi?: string): Promise<ConnectorOfKpi[]> {
  let query = connectorRows(tx, organisation)
    .where('kpi.archived_at', 'is', null)
    .orderBy('connector.failing_since')
    .orderBy('kpi.name')
    .orderBy('connector.id');
  if (kpi) query = query.where('connector.kpi', '=', kpi);
  return query.execute();
}

const dueColumn = { connector: 'next_due', connector_run: 'next_try' } as const;

/** What is due in any organisation, the longest first; must be asked for by `tandem.round`, as it crosses tenants. */
export async function due(
  tx: Tx,
  what: keyof typeof dueColumn,
  now: string,
  limit: number,
): Promise<{ organisation: string; id: string }[]> {
  await sql`select set_config('tandem.round', 'on', true)`.execute(tx);
  const { rows } = await sql<{ organisation: string; id: string }>`
    select organisation, id from ${sql.table(what)}
    where ${sql.ref(dueColumn[what])} <= ${now}
    order by ${sql.ref(dueColumn[what])} limit ${limit}`.execute(tx);
  return rows;
}

/** The newest runs of a connector, or those before one. */
export async function listRuns(
  tx: Tx,
  organisation: string,
  connector: string,
  { before, limit, asOf }: { before?: string | undefined; limit: number; asOf?: string | undefined },
): Promise<Row<'connector_run'>[]> {
  let query = tx
    .selectFrom('connector_run')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('connector', '=', connector)
    // Ids are made in the order of time.
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  if (asOf) query = query.where('created_at', '<=', asOf);
  return query.execute();
}

export type StandingReading = Pick<
  Row<'reading'>,
  'period' | 'value' | 'numerator' | 'denominator' | 'source' | 'note'
>;

/** The readings of a KPI that stand in a span of days, by period. */
export async function standingReadings(
  tx: Tx,
  organisation: string,
  kpi: string,
  from: string,
  to: string,
): Promise<Map<string, StandingReading>> {
  const rows = await tx
    .selectFrom('reading')
    .select(['period', 'value', 'numerator', 'denominator', 'source', 'note'])
    .distinctOn('starts')
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .where('starts', '>=', from)
    .where('starts', '<=', to)
    .orderBy('starts')
    .orderBy('revision', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.period, row]));
}

/** What sources say where a person's reading stands, with that reading; those that agree by now are left out. */
export async function listKept(
  tx: Tx,
  organisation: string,
  connector: string,
): Promise<(Row<'connector_kept'> & { stands: number | null; source: Row<'reading'>['source'] })[]> {
  const { rows } = await sql<
    Row<'connector_kept'> & { stands: number | null; source: Row<'reading'>['source'] }
  >`
    select k.*, r.value as stands, r.source from connector_kept k
    join connector c on c.organisation = k.organisation and c.id = k.connector
    cross join lateral (
      select value, source from reading r
      where r.organisation = k.organisation and r.kpi = c.kpi and r.starts = k.starts order by revision desc limit 1
    ) r
    where k.organisation = ${organisation} and k.connector = ${connector}
      and r.source <> 'connector' and r.value is distinct from k.value
    order by k.starts desc`.execute(tx);
  return rows;
}
