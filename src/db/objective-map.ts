import { sql, type Transaction } from 'kysely';
import type { PanelGist } from './panel.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** How one objective hangs below another. */
export type ParentLink = Pick<Row<'objective_parent'>, 'objective' | 'parent' | 'kind' | 'weight'>;

/** Every link from the objectives of a cycle upwards to the roots, in whichever cycles these are; dropped ones have none. */
export async function linksAboveCycle(tx: Tx, organisation: string, cycle: string): Promise<ParentLink[]> {
  const { rows } = await sql<ParentLink>`
    with recursive above as (
      select p.objective, p.parent, p.kind, p.weight from objective_parent p
      join objective o on o.organisation = p.organisation and o.id = p.objective
      where p.organisation = ${organisation} and o.cycle = ${cycle} and o.state <> 'dropped'
      union
      select p.objective, p.parent, p.kind, p.weight from objective_parent p
      join above on p.objective = above.parent where p.organisation = ${organisation}
    )
    select a.* from above a
    join objective o on o.organisation = ${organisation} and o.id = a.parent and o.state <> 'dropped'
    order by a.objective, a.kind, a.parent`.execute(tx);
  return rows;
}

/** Every link to the objectives of a cycle from below, in whichever cycles what is below them is; dropped ones have none. */
export async function linksBelowCycle(tx: Tx, organisation: string, cycle: string): Promise<ParentLink[]> {
  const { rows } = await sql<ParentLink>`
    select p.objective, p.parent, p.kind, p.weight from objective_parent p
    join objective c on c.organisation = p.organisation and c.id = p.objective and c.state <> 'dropped'
    where p.organisation = ${organisation} and p.parent = any(array(
      select id from objective where organisation = ${organisation} and cycle = ${cycle} and state <> 'dropped'
    ))`.execute(tx);
  return rows;
}

export type KpiLink = { objective: string; kpi: string; kind: 'improves' | 'measured by' | 'guardrail' };

/** How objectives are tied to KPIs that are not archived, by themselves and by their key results. */
export async function kpiLinksOf(
  tx: Tx,
  organisation: string,
  objectives: readonly string[],
): Promise<KpiLink[]> {
  const { rows } = await sql<KpiLink>`
    with k as materialized (
      select id, objective, kpi from key_result
      where organisation = ${organisation} and objective = any(${objectives}::uuid[]) and dropped_at is null
    ), tied as (
      select objective, kpi, 'improves' as kind from objective_improves
      where organisation = ${organisation} and objective = any(${objectives}::uuid[])
      union select objective, kpi, 'measured by' from k where kpi is not null
      union select k.objective, g.kpi, 'guardrail' from k
      join guardrail g on g.organisation = ${organisation} and g.key_result = k.id
    )
    select t.* from tied t
    join kpi q on q.organisation = ${organisation} and q.id = t.kpi and q.archived_at is null
    order by 1, 3, 2`.execute(tx);
  return rows;
}

/** KPIs by their ids with what the panel knows of them, by name. */
export async function mapKpis(tx: Tx, organisation: string, ids: readonly string[]): Promise<PanelGist[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PanelGist>`
    select k.id, k.key, k.name, k.owner, k.team, k.unit, k.decimals,
      s.newest_period, s.newest_value, s.status, s.signal_sense
    from kpi k join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
    where k.organisation = ${organisation} and k.id = any(${ids}::uuid[])
    order by lower(k.name), k.id`.execute(tx);
  return rows;
}
