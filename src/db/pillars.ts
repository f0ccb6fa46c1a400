import { sql, type Transaction } from 'kysely';
import type { PanelGist, PanelLine } from './panel.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** A pillar with how much carries it. */
export type CountedPillar = Row<'pillar'> & { kpis: number; objectives: number };

/** The pillars that were not removed, in their order, counting the objectives that are not hidden from a person. */
export async function listPillars(
  tx: Tx,
  organisation: string,
  hidden: readonly string[],
): Promise<CountedPillar[]> {
  const { rows } = await sql<CountedPillar>`
    select p.*,
      (select count(*)::int from kpi k where k.organisation = p.organisation and k.pillar = p.name
        and k.parent is null and k.archived_at is null) as kpis,
      (select count(*)::int from objective o where o.organisation = p.organisation and o.pillar = p.name
        and o.state <> 'dropped' and o.id <> all(${hidden}::uuid[])) as objectives
    from pillar p where p.organisation = ${organisation} and p.removed_at is null
    order by p.position, lower(p.name)`.execute(tx);
  return rows;
}

/** The pillar of a name, whatever its capitals, held against renaming until the commit; one that was removed is found too. */
export async function findPillarNamed(
  tx: Tx,
  organisation: string,
  name: string,
): Promise<Row<'pillar'> | undefined> {
  const { rows } = await sql<Row<'pillar'>>`
    select * from pillar where organisation = ${organisation} and lower(name) = lower(${name}) for key share`.execute(
    tx,
  );
  return rows[0];
}

/** Adds a pillar at the end, or brings one back that was removed; false when another act has just added it. */
export async function addPillar(
  tx: Tx,
  pillar: Pick<Row<'pillar'>, 'organisation' | 'id' | 'name' | 'description' | 'created_at'>,
): Promise<boolean> {
  const { organisation, id, name, description, created_at } = pillar;
  const { rows } = await sql<{ id: string }>`
    insert into pillar (organisation, id, name, description, position, created_at)
    select ${organisation}, ${id}, ${name}, ${description}, coalesce(max(position) + 1, 0), ${created_at}
    from pillar where organisation = ${organisation}
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/**
 * Gives a pillar another name, or none, in all that carries it, and tells what that was. Closed cycles are read as they were: there a new name is the same
 * pillar, but one that is taken away stays. Lock the pillar before and the alignment after the KPIs (see lockAlignment): hence two calls.
 */
export async function renameInKpis(
  tx: Tx,
  organisation: string,
  from: string,
  to: string | null,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    with held as materialized (
      select id from kpi where organisation = ${organisation} and pillar = ${from} order by id for no key update
    ) update kpi k set pillar = ${to} from held where k.organisation = ${organisation} and k.id = held.id
    returning k.id`.execute(tx);
  return rows;
}

/** The same in objectives; the alignment is locked. */
export async function renameInObjectives(
  tx: Tx,
  organisation: string,
  from: string,
  to: string | null,
): Promise<{ id: string; private: boolean }[]> {
  const open =
    to === null
      ? sql`and cycle in (select id from cycle where organisation = ${organisation} and state <> 'closed')`
      : sql``;
  const { rows } = await sql<{ id: string; private: boolean }>`
    with held as materialized (
      select id from objective where organisation = ${organisation} and pillar = ${from} ${open} order by id for no key update
    ) update objective o set pillar = ${to} from held where o.organisation = ${organisation} and o.id = held.id
    returning o.id, o.private`.execute(tx);
  return rows;
}

export type PillarCount = { pillar: string | null; status: string; count: number };

const carrying = sql`k.archived_at is null and (k.parent is null or k.pillar is not null)`;

/** How many KPIs of each status carry each pillar or none; the parts of a KPI that is fanned out only where they carry one themselves. */
export async function countKpisByPillar(tx: Tx, organisation: string): Promise<PillarCount[]> {
  const { rows } = await sql<PillarCount>`
    select k.pillar, s.status, count(*)::int as count from kpi k
    join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
    where k.organisation = ${organisation} and ${carrying} group by 1, 2`.execute(tx);
  return rows;
}

/** A KPI as the strategy lists it: a part of its line on the panel. */
export type PillarKpi = PanelGist &
  Pick<PanelLine, 'sparkline' | 'floor' | 'ceiling'> & { pillar: string | null };

/** The KPIs of each pillar and of none, at most so many of each, the worst status first. */
export async function kpisByPillar(tx: Tx, organisation: string, most: number): Promise<PillarKpi[]> {
  const { rows } = await sql<PillarKpi>`
    select id, key, name, owner, team, unit, decimals, pillar, newest_period, newest_value, status, signal_sense, sparkline, floor, ceiling
    from (
      select k.id, k.key, k.name, k.owner, k.team, k.unit, k.decimals, k.pillar,
        s.newest_period, s.newest_value, s.status, s.signal_sense, s.sparkline, s.floor, s.ceiling,
        row_number() over (partition by k.pillar order by
          array_position(array['breach', 'overdue', 'warning', 'no data', 'no threshold', 'healthy'], s.status), lower(k.name), k.id
        ) as place
      from kpi k join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
      where k.organisation = ${organisation} and ${carrying}
    ) ranked where place <= ${most} order by place`.execute(tx);
  return rows;
}
