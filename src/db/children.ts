import { sql, type Transaction } from 'kysely';
import { besideItsEra, valueInEra } from './eras.ts';
import type { Database } from './schema.ts';

/** One child of a KPI with one of its readings, or with none when it has nothing to say of the days that were asked for. */
export type ChildReading = {
  child: string;
  archived_at: string | null;
  /** The first day of the first period for which the child has ever had a value. */
  since: string | null;
  period: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
};

/**
 * The present readings of all children of a KPI that start on these days, or all of them, in the children's present unit; a child without
 * any has one row of nulls. Those of earlier eras do not add up with the present ones, and are left out.
 */
export async function childReadings(
  tx: Transaction<Database>,
  organisation: string,
  parent: string,
  starts?: readonly string[],
): Promise<ChildReading[]> {
  const on = starts ? sql`and r.starts = any(${starts}::date[])` : sql``;
  const { rows } = await sql<ChildReading>`
    select k.id as child, k.archived_at, f.since, n.period, n.value, n.numerator, n.denominator
    from kpi k
    left join lateral (
      select r.starts as since from reading r
      where r.organisation = k.organisation and r.kpi = k.id and r.era = k.era and r.value is not null order by r.starts limit 1
    ) f on true
    left join lateral (
      select r.period, ${valueInEra} as value, r.numerator, r.denominator from (
        select distinct on (r.starts) * from reading r
        where r.organisation = k.organisation and r.kpi = k.id ${on} order by r.starts, r.revision desc
      ) r ${besideItsEra} where r.era = k.era
    ) n on true
    where k.organisation = ${organisation} and k.parent = ${parent}`.execute(tx);
  return rows;
}
