import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** The panel as the product reads it: one row kept beside each KPI. */
export const panelSql = `
  select k.id, k.key, k.name, k.owner, k.team, k.parent, k.labels, k.role, k.cadence, k.direction, k.unit, k.decimals, k.computed,
    s.newest_period, s.newest_value, s.status, s.signal, s.signal_sense, s.capability, s.level, s.missing_children, s.sparkline, s.floor, s.ceiling
  from kpi k join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
  where k.organisation = $1 and k.archived_at is null and k.parent is null order by k.name, k.id`;

/** The panel as one would first write it: the last 52 readings of every KPI joined on each request. */
export const panelJoinSql = `
  select k.id, k.key, k.name, k.owner, k.team, k.unit, k.decimals, k.direction, r.points
  from kpi k left join lateral (
    select json_agg(json_build_array(period, value) order by starts) as points from (
      select distinct on (starts) starts, period, value from reading
      where organisation = k.organisation and kpi = k.id order by starts desc, revision desc limit 52
    ) newest
  ) r on true
  where k.organisation = $1 and k.archived_at is null and k.parent is null order by k.name, k.id`;

/** The rows that a tree of objectives is made of. */
export const treeSql = [
  'select * from objective where organisation = $1 and cycle = $2',
  `select k.* from key_result k join objective o on o.organisation = k.organisation and o.id = k.objective
   where k.organisation = $1 and o.cycle = $2 order by k.position`,
  `select p.* from objective_parent p join objective o on o.organisation = p.organisation and o.id = p.objective
   where p.organisation = $1 and o.cycle = $2`,
];

/** What a write of one reading cannot do without: the KPI locked, the reading, its history read, the kept row and the audit entry, in one transaction. */
export async function writeOne(
  client: pg.ClientBase,
  organisation: string,
  { kpi, starts, period, value }: { kpi: string; starts: string; period: string; value: number },
): Promise<void> {
  await client.query('begin');
  await client.query('select * from kpi where organisation = $1 and id = $2 for no key update', [
    organisation,
    kpi,
  ]);
  await client.query(
    `insert into reading (organisation, kpi, starts, revision, period, value, source, recorded_at)
     select $1, $2, $3, coalesce(max(revision), 0) + 1, $4, $5, 'api', now() from reading where organisation = $1 and kpi = $2 and starts = $3`,
    [organisation, kpi, starts, period, value],
  );
  const { rows } = await client.query(
    'select distinct on (starts) period, value from reading where organisation = $1 and kpi = $2 order by starts, revision desc',
    [organisation, kpi],
  );
  await client.query(
    'update kpi_state set newest_period = $3, newest_value = $4, sparkline = $5, judged_at = now() where organisation = $1 and kpi = $2',
    [organisation, kpi, period, value, JSON.stringify(rows.slice(-52).map((row) => row.value))],
  );
  await client.query(
    `insert into audit (organisation, id, at, operation, kind, subject, detail, mac)
     values ($1, $2, now(), 'floor', 'reading.recorded', $3, $4, 'floor')`,
    [organisation, randomUUID(), kpi, JSON.stringify({ period, value })],
  );
  await client.query('commit');
}

/** One INSERT of a thousand rows. */
export async function insertThousand(
  client: pg.ClientBase,
  organisation: string,
  kpi: string,
  starts: readonly string[],
  revision: number,
): Promise<void> {
  await client.query(
    `insert into reading (organisation, kpi, starts, revision, period, value, source, recorded_at)
     select $1, $2, s, $4, s::text, random(), 'api', now() from unnest($3::date[]) s`,
    [organisation, kpi, starts, revision],
  );
}
