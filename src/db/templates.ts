import { sql, type Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

/** The KPIs, not archived, that have one of these keys or names; names are compared without their case. */
export async function listKpisByName(
  tx: Transaction<Database>,
  organisation: string,
  keys: readonly string[],
  names: readonly string[],
): Promise<Pick<Row<'kpi'>, 'id' | 'key' | 'name' | 'unit' | 'decimals'>[]> {
  return tx
    .selectFrom('kpi')
    .select(['id', 'key', 'name', 'unit', 'decimals'])
    .where('organisation', '=', organisation)
    .where('archived_at', 'is', null)
    .where((is) =>
      is.or([
        is('key', '=', anyOf<string>('text', keys)),
        is(
          sql<string>`lower(name)`,
          '=',
          anyOf<string>(
            'text',
            names.map((name) => name.toLowerCase()),
          ),
        ),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
