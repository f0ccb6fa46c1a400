import { type RawBuilder, sql, type Transaction } from 'kysely';
import { besideItsEra, valueInEra } from './eras.ts';
import { isOneOf } from './kpis.ts';
import { sent } from './pipeline.ts';
import type { NewReading } from './readings.ts';
import type { Database, Row } from './schema.ts';

/**
 * All that a KPI is judged by, as it stands: its thresholds as they were typed, its phases and the readings of its present era in its
 * present unit, each oldest first. `past` are the readings of earlier eras, which do not convert: they are kept, and judged no more.
 */
export type Dossier = {
  kpi: string;
  thresholds: Row<'threshold'>[];
  phases: Row<'phase'>[];
  readings: StandingReading[];
  past: StandingReading[];
};

/** Period, value, numerator, denominator, the children that had not reported, revision and note: a tuple, because there are many. */
export type StandingReading = [
  period: string,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  missing: readonly string[] | null,
  revision: number,
  note: string | null,
];

/** The dossiers of KPIs by key or id, by id, in one query: a write of one reading is mostly round trips, and JSON is read faster than a row a reading. */
export async function dossiersOf(
  tx: Transaction<Database>,
  organisation: string,
  refs: readonly string[],
): Promise<Map<string, Dossier>> {
  const readings = (era: RawBuilder<boolean>) => sql`coalesce((
    select json_agg(json_build_array(r.period, ${valueInEra}, r.numerator, r.denominator, r.missing, r.revision, r.note) order by r.starts) from (
      select distinct on (starts) * from reading
      where organisation = ${organisation} and reading.kpi = kpi.id order by starts, revision desc
    ) r cross join lateral (select kpi.*) k ${besideItsEra} where ${era}
  ), '[]')`;
  const query = sql<Dossier>`
    select kpi.id as kpi,
      coalesce((
        select json_agg(t order by t.valid_from) from (
          select distinct on (valid_from) * from threshold
          where organisation = ${organisation} and threshold.kpi = kpi.id order by valid_from, revision desc
        ) t
      ), '[]') as thresholds,
      coalesce((
        select json_agg(p order by p.recorded_at) from phase p
        where organisation = ${organisation} and p.kpi = kpi.id and undone_at is null
      ), '[]') as phases,
      ${readings(sql`r.era = k.era`)} as readings,
      case when kpi.era = 1 then '[]' else ${readings(sql`r.era <> k.era`)} end as past
    from kpi where kpi.organisation = ${organisation} and ${isOneOf(refs)}`;
  const rows = await sent(tx, query.compile(tx));
  return new Map(rows.map((row) => [row.kpi, row]));
}

/** A dossier with readings that were appended to it. */
export function withReadings(dossier: Dossier, appended: readonly NewReading[]): Dossier {
  if (appended.length === 0) return dossier;
  const readings = new Map(dossier.readings.map((reading) => [reading[0], reading]));
  for (const { period, value, numerator, denominator, missing = null, revision, note } of appended)
    readings.set(period, [period, value, numerator, denominator, missing, revision, note]);
  return { ...dossier, readings: [...readings.values()] };
}
