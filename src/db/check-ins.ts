import { sql, type Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** The check-ins of key results by the day that they are about, the earliest first. */
export async function listCheckIns(
  tx: Tx,
  organisation: string,
  keyResults: readonly string[],
): Promise<Row<'check_in'>[]> {
  if (keyResults.length === 0) return [];
  return tx
    .selectFrom('check_in')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('key_result', '=', anyOf<string>('uuid', keyResults))
    .orderBy('key_result')
    .orderBy('day')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** The goalposts of key results that were moved, the earliest first. */
export async function listMovedGoalposts(
  tx: Tx,
  organisation: string,
  keyResults: readonly string[],
): Promise<Row<'moved_goalpost'>[]> {
  if (keyResults.length === 0) return [];
  return tx
    .selectFrom('moved_goalpost')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('key_result', '=', anyOf<string>('uuid', keyResults))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

export type KpiSpan = { kpi: string; from: string; to: string };
export type KpiValue = { kpi: string; period: string; starts: string; value: number };

/** The values of KPIs in the periods that start within a span each, oldest first, as they stand or stood at an instant; withdrawn ones are left out. */
export async function kpiValues(
  tx: Tx,
  organisation: string,
  spans: readonly KpiSpan[],
  asOf?: string,
): Promise<KpiValue[]> {
  if (spans.length === 0) return [];
  const known = asOf ? sql`and e.recorded_at <= ${asOf}` : sql``;
  const { rows } = await sql<KpiValue>`
    select s.kpi, r.period, r.starts, r.value
    from unnest(${spans.map(({ kpi }) => kpi)}::uuid[], ${spans.map(({ from }) => from)}::date[],
      ${spans.map(({ to }) => to)}::date[]) as s (kpi, from_day, to_day)
    cross join lateral (
      select distinct on (e.starts) e.period, e.starts, e.value from reading e
      where e.organisation = ${organisation} and e.kpi = s.kpi and e.starts between s.from_day and s.to_day ${known}
      order by e.starts, e.revision desc
    ) r
    where r.value is not null
    order by s.kpi, r.starts`.execute(tx);
  return rows;
}
