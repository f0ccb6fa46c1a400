import type { Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

/** The thresholds of KPIs by day, the newest revision of each day, or the newest by an instant, oldest day first. */
export async function listThresholds(
  tx: Transaction<Database>,
  organisation: string,
  kpis: readonly string[],
  asOf?: string,
): Promise<Row<'threshold'>[]> {
  const query = tx
    .selectFrom('threshold')
    .selectAll()
    .distinctOn(['kpi', 'valid_from'])
    .where('organisation', '=', organisation)
    .where('kpi', '=', anyOf<string>('uuid', kpis))
    .orderBy('kpi')
    .orderBy('valid_from')
    .orderBy('revision', 'desc');
  return (asOf ? query.where('recorded_at', '<=', asOf) : query).execute();
}

/** The phases of KPIs that have not been undone, in the order in which they were started; or that had not at an instant. */
export async function listPhases(
  tx: Transaction<Database>,
  organisation: string,
  kpis: readonly string[],
  asOf?: string,
): Promise<Row<'phase'>[]> {
  const query = tx
    .selectFrom('phase')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('kpi', '=', anyOf<string>('uuid', kpis))
    .orderBy('recorded_at');
  if (!asOf) return query.where('undone_at', 'is', null).execute();
  return query
    .where('recorded_at', '<=', asOf)
    .where((is) => is.or([is('undone_at', 'is', null), is('undone_at', '>', asOf)]))
    .execute();
}

/** The annotations of a KPI that have not been removed, or had not at an instant, by the period that they begin with. */
export async function listAnnotations(
  tx: Transaction<Database>,
  organisation: string,
  kpi: string,
  asOf?: string,
): Promise<Row<'annotation'>[]> {
  const query = tx
    .selectFrom('annotation')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .orderBy('from_period')
    .orderBy('recorded_at');
  if (!asOf) return query.where('removed_at', 'is', null).execute();
  return query
    .where('recorded_at', '<=', asOf)
    .where((is) => is.or([is('removed_at', 'is', null), is('removed_at', '>', asOf)]))
    .execute();
}
