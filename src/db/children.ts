import { sql, type Transaction } from 'kysely';
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

/** The present readings of all children of a KPI that start on these days, or all of them; a child without any has one row of nulls. */
export async function childReadings(
  tx: Transaction<Database>,
  organisation: string,
  parent: string,
  starts?: readonly string[],
): Promise<ChildReading[]> {
  const on = starts ? sql`and r.starts = any(${starts}::date[])` : sql``;
  const { rows } = await sql<ChildReading>`
    select c.id as child, c.archived_at, f.since, n.period, n.value, n.numerator, n.denominator
    from kpi c
    left join lateral (
      select r.starts as since from reading r
      where r.organisation = c.organisation and r.kpi = c.id and r.value is not null order by r.starts limit 1
    ) f on true
    left join lateral (
      select distinct on (r.starts) r.period, r.value, r.numerator, r.denominator from reading r
      where r.organisation = c.organisation and r.kpi = c.id ${on} order by r.starts, r.revision desc
    ) n on true
    where c.organisation = ${organisation} and c.parent = ${parent}`.execute(tx);
  return rows;
}
