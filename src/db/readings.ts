import { sql, type Transaction } from 'kysely';
import { besideItsEra, valueInEra } from './eras.ts';
import { anyOf } from './kpis.ts';
import { soon } from './pipeline.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** The readings of one KPI by period, oldest first: the newest revision of each, or the newest by an instant. */
export async function listReadings(
  tx: Tx,
  organisation: string,
  kpi: string,
  { from, to, asOf }: { from?: string | undefined; to?: string | undefined; asOf?: string | undefined } = {},
): Promise<Row<'reading'>[]> {
  let query = tx
    .selectFrom('reading')
    .selectAll()
    .distinctOn('starts')
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .orderBy('starts')
    .orderBy('revision', 'desc');
  if (from) query = query.where('starts', '>=', from);
  if (to) query = query.where('starts', '<=', to);
  if (asOf) query = query.where('recorded_at', '<=', asOf);
  return query.execute();
}

/** The readings of several KPIs as they were known at an instant, oldest first, by KPI. */
export async function readingsKnown(
  tx: Tx,
  organisation: string,
  kpis: readonly string[],
  asOf: string,
): Promise<Map<string, Row<'reading'>[]>> {
  const rows = await tx
    .selectFrom('reading')
    .selectAll()
    .distinctOn(['kpi', 'starts'])
    .where('organisation', '=', organisation)
    .where('kpi', '=', anyOf<string>('uuid', kpis))
    .where('recorded_at', '<=', asOf)
    .orderBy('kpi')
    .orderBy('starts')
    .orderBy('revision', 'desc')
    .execute();
  return Map.groupBy(rows, ({ kpi }) => kpi);
}

/** Every revision of the reading that starts on a day, newest first. */
export async function listRevisions(
  tx: Tx,
  organisation: string,
  kpi: string,
  starts: string,
): Promise<Row<'reading'>[]> {
  return tx
    .selectFrom('reading')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .where('starts', '=', starts)
    .orderBy('revision', 'desc')
    .execute();
}

export type NewReading = Omit<
  Row<'reading'>,
  'organisation' | 'author' | 'recorded_at' | 'missing' | 'era' | 'unit_scale'
> & {
  missing?: readonly string[];
  /** Of a reading of the past, the era and the scale of its unit; else those of its KPI. */
  era?: number;
  unit_scale?: number;
};

/** Appends readings in one statement, before the commit: their columns travel as arrays, so that a thousand rows are as many parameters as one. */
export function insertReadings(
  tx: Tx,
  by: { organisation: string; author: string | null; at: string },
  rows: readonly NewReading[],
): void {
  const column = <K extends keyof NewReading>(name: K) => rows.map((row) => row[name] ?? null);
  const insert = sql`
    insert into reading (organisation, kpi, starts, revision, period, value, numerator, denominator, source, note, reason, missing, era, unit_scale, author, recorded_at)
    select ${by.organisation}, r.kpi, r.starts, r.revision, r.period, r.value, r.numerator, r.denominator, r.source, r.note, r.reason,
      case when r.missing is null then null else string_to_array(r.missing, ',')::uuid[] end, coalesce(r.era, k.era), coalesce(r.unit_scale, k.unit_scale), ${by.author}::uuid, ${by.at}::timestamptz
    from unnest(${column('kpi')}::uuid[], ${column('starts')}::date[], ${column('revision')}::int[], ${column('period')}::text[],
      ${column('value')}::float8[], ${column('numerator')}::float8[], ${column('denominator')}::float8[], ${column('source')}::text[],
      ${column('note')}::text[], ${column('reason')}::text[], ${rows.map((row) => (row.missing?.length ? row.missing.join(',') : null))}::text[],
      ${column('era')}::int[], ${column('unit_scale')}::int[])
      as r (kpi, starts, revision, period, value, numerator, denominator, source, note, reason, missing, era, unit_scale)
    join kpi k on k.organisation = ${by.organisation} and k.id = r.kpi`;
  soon(tx, insert.compile(tx));
}

export type Amounts = {
  period: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  missing: string[] | null;
};

/** The whole history of several KPIs, oldest first, by KPI; each value in the unit of its era. */
export async function historyOf(
  tx: Tx,
  organisation: string,
  kpis: readonly string[],
): Promise<Map<string, Amounts[]>> {
  const { rows } = await sql<Amounts & { kpi: string }>`
    select r.kpi, r.period, ${valueInEra} as value, r.numerator, r.denominator, r.missing
    from (
      select distinct on (kpi, starts) * from reading
      where organisation = ${organisation} and kpi = any(${kpis}::uuid[]) order by kpi, starts, revision desc
    ) r
    join kpi k on k.organisation = r.organisation and k.id = r.kpi ${besideItsEra}
    order by r.kpi, r.starts`.execute(tx);
  return Map.groupBy(rows, (row) => row.kpi);
}

/** The first day of the first reading of each KPI that has one, by KPI. */
export async function firstReadings(
  tx: Tx,
  organisation: string,
  kpis: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ kpi: string; starts: string }>`
    select k.kpi, f.starts from unnest(${kpis}::uuid[]) as k (kpi)
    cross join lateral (
      select r.starts from reading r
      where r.organisation = ${organisation} and r.kpi = k.kpi order by r.starts limit 1
    ) f`.execute(tx);
  return new Map(rows.map(({ kpi, starts }) => [kpi, starts]));
}

/** The present readings of KPIs that begin between two days of each, by KPI: those of its present era, in its present unit. */
export async function readingsWithin(
  tx: Tx,
  organisation: string,
  spans: readonly { kpi: string; from: string; to: string }[],
): Promise<Map<string, Amounts[]>> {
  if (spans.length === 0) return new Map();
  const { rows } = await sql<Amounts & { kpi: string }>`
    select s.kpi, r.period, ${valueInEra} as value, r.numerator, r.denominator, r.missing
    from unnest(${spans.map(({ kpi }) => kpi)}::uuid[], ${spans.map(({ from }) => from)}::date[],
      ${spans.map(({ to }) => to)}::date[]) as s (kpi, first, last)
    join kpi k on k.organisation = ${organisation} and k.id = s.kpi
    cross join lateral (
      select distinct on (starts) * from reading
      where organisation = ${organisation} and kpi = s.kpi and starts between s.first and s.last order by starts, revision desc
    ) r ${besideItsEra} where r.era = k.era`.execute(tx);
  return Map.groupBy(rows, ({ kpi }) => kpi);
}
