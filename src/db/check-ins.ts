import { sql, type Transaction } from 'kysely';
import type { AddsUp } from '#domain/kpi/definition.ts';
import { needsAllChildren } from '#domain/kpi/roll-up.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { besideItsEra, valueInEra } from './eras.ts';
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
export type KpiValue = {
  kpi: string;
  period: string;
  starts: string;
  value: number;
  unit: Unit;
  era: number;
};

/** The values of KPIs in the periods that start within a span each, oldest first, as they stand or stood at an instant; withdrawn ones are left out. Each in the unit of its era: the KPI's present one, but for the past that does not convert. */
export async function kpiValues(
  tx: Tx,
  organisation: string,
  spans: readonly KpiSpan[],
  asOf?: string,
): Promise<KpiValue[]> {
  if (spans.length === 0) return [];
  const known = asOf ? sql`and o.recorded_at <= ${asOf}` : sql``;
  const { rows } = await sql<KpiValue & { missing: string[] | null; adds_up: AddsUp }>`
    select s.kpi, r.period, r.starts, ${valueInEra} as value, r.missing, r.era, k.adds_up, case when r.era = k.era then k.unit else (
      select v.facts -> 'unit' from kpi_version v
      where v.organisation = k.organisation and v.kpi = k.id and v.era = r.era order by v.version desc limit 1
    ) end as unit
    from unnest(${spans.map(({ kpi }) => kpi)}::uuid[], ${spans.map(({ from }) => from)}::date[],
      ${spans.map(({ to }) => to)}::date[]) as s (kpi, from_day, to_day)
    cross join lateral (
      select distinct on (o.starts) o.period, o.starts, o.value, o.missing, o.era, o.unit_scale from reading o
      where o.organisation = ${organisation} and o.kpi = s.kpi and o.starts between s.from_day and s.to_day ${known}
      order by o.starts, o.revision desc
    ) r
    join kpi k on k.organisation = ${organisation} and k.id = s.kpi ${besideItsEra}
    where r.value is not null
    order by s.kpi, r.starts`.execute(tx);
  // A sum to which children are missing is too low: it counts nowhere until they have reported.
  return rows.filter(
    ({ missing, adds_up: addsUp, unit }) => !missing?.length || !needsAllChildren({ addsUp, unit }),
  );
}
