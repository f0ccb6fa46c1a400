import { type RawBuilder, sql } from 'kysely';

/**
 * Beside a reading `r` of a KPI `k`: how long a unit `e.unit_scale` of the reading's era is, by the newest version of that era. Values of
 * one era are read in one unit, whichever they were typed in.
 */
export const besideItsEra: RawBuilder<unknown> = sql`cross join lateral (
  select case when r.era = k.era then k.unit_scale else (
    select v.unit_scale from kpi_version v
    where v.organisation = k.organisation and v.kpi = k.id and v.era = r.era order by v.version desc limit 1
  ) end as unit_scale
) e`;

/** The value of `r` in the unit of its era; what was typed in that unit comes back as it was typed. */
export const valueInEra: RawBuilder<number | null> =
  sql`case when r.unit_scale = e.unit_scale then r.value else r.value * r.unit_scale / e.unit_scale end`;
