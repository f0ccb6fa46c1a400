import { sql, type Transaction } from 'kysely';
import type { AddsUp } from '#domain/kpi/definition.ts';
import { needsAllChildren } from '#domain/kpi/roll-up.ts';
import type { Unit } from '#domain/kpi/unit.ts';
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
  const { rows } = await sql<KpiValue & { missing: string[] | null; adds_up: AddsUp; unit: Unit }>`
    select s.kpi, r.period, r.starts, r.value, r.missing, k.adds_up, k.unit
    from unnest(${spans.map(({ kpi }) => kpi)}::uuid[], ${spans.map(({ from }) => from)}::date[],
      ${spans.map(({ to }) => to)}::date[]) as s (kpi, from_day, to_day)
    cross join lateral (
      select distinct on (e.starts) e.period, e.starts, e.value, e.missing from reading e
      where e.organisation = ${organisation} and e.kpi = s.kpi and e.starts between s.from_day and s.to_day ${known}
      order by e.starts, e.revision desc
    ) r
    join kpi k on k.organisation = ${organisation} and k.id = s.kpi
    where r.value is not null
    order by s.kpi, r.starts`.execute(tx);
  // A sum to which children are missing is too low: it counts nowhere until they have reported.
  return rows.filter(
    ({ missing, adds_up: addsUp, unit }) => !missing?.length || !needsAllChildren({ addsUp, unit }),
  );
}
