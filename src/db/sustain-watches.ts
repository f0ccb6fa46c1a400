import { sql, type Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** A watch with the decimals in which its KPI is told. */
export type WatchRow = Row<'sustain_watch'> & { decimals: number };

/** A watch with the names of what it watches and where it came from. */
export type NamedWatch = WatchRow & {
  kpi_key: string;
  kpi_name: string;
  key_result_title: string;
  objective: string;
  objective_title: string;
};

/** Watches of an organisation, those still watching first, then the newest. */
export async function listWatches(
  tx: Tx,
  organisation: string,
  filter: {
    kpi?: string | undefined;
    objective?: string | undefined;
    cycle?: string | undefined;
    state?: string | undefined;
  },
): Promise<NamedWatch[]> {
  const conditions = [
    filter.kpi && sql`w.kpi = ${filter.kpi}`,
    filter.objective && sql`k.objective = ${filter.objective}`,
    filter.cycle && sql`o.cycle = ${filter.cycle}`,
    filter.state && sql`w.state = ${filter.state}`,
  ].filter((each) => typeof each === 'object');
  const { rows } = await sql<NamedWatch>`
    select w.*, q.decimals, q.key as kpi_key, q.name as kpi_name, k.title as key_result_title,
      o.id as objective, o.title as objective_title
    from sustain_watch w
    join kpi q on q.organisation = w.organisation and q.id = w.kpi
    join key_result k on k.organisation = w.organisation and k.id = w.key_result
    join objective o on o.organisation = w.organisation and o.id = k.objective
    where w.organisation = ${organisation} and ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}
    order by w.state <> 'watching', w.created_at desc, w.id`.execute(tx);
  return rows;
}

/** The undecided watches of KPIs, locked. */
export async function lockWatches(
  tx: Tx,
  organisation: string,
  kpis: readonly string[],
): Promise<WatchRow[]> {
  return tx
    .selectFrom('sustain_watch as w')
    .innerJoin('kpi as q', (join) =>
      join.onRef('q.organisation', '=', 'w.organisation').onRef('q.id', '=', 'w.kpi'),
    )
    .selectAll('w')
    .select('q.decimals')
    .where('w.organisation', '=', organisation)
    .where('w.kpi', '=', anyOf<string>('uuid', kpis))
    .where('w.state', '=', 'watching')
    .orderBy('w.id')
    .forNoKeyUpdate('w')
    .execute();
}
