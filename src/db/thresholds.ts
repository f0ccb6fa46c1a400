import type { Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

/** The thresholds of KPIs by day, the newest revision of each day, oldest day first. */
export async function listThresholds(
  tx: Transaction<Database>,
  organisation: string,
  kpis: readonly string[],
): Promise<Row<'threshold'>[]> {
  return tx
    .selectFrom('threshold')
    .selectAll()
    .distinctOn(['kpi', 'valid_from'])
    .where('organisation', '=', organisation)
    .where('kpi', '=', anyOf<string>('uuid', kpis))
    .orderBy('kpi')
    .orderBy('valid_from')
    .orderBy('revision', 'desc')
    .execute();
}

/** The phases of KPIs that have not been undone, in the order in which they were started. */
export async function listPhases(
  tx: Transaction<Database>,
  organisation: string,
  kpis: readonly string[],
): Promise<Row<'phase'>[]> {
  return tx
    .selectFrom('phase')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('kpi', '=', anyOf<string>('uuid', kpis))
    .where('undone_at', 'is', null)
    .orderBy('recorded_at')
    .execute();
}

/** The annotations of a KPI that have not been removed, by the period that they begin with. */
export async function listAnnotations(
  tx: Transaction<Database>,
  organisation: string,
  kpi: string,
): Promise<Row<'annotation'>[]> {
  return tx
    .selectFrom('annotation')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .where('removed_at', 'is', null)
    .orderBy('from_period')
    .orderBy('recorded_at')
    .execute();
}
