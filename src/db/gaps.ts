import { sql, type Transaction } from 'kysely';
import type { Who } from '#domain/access.ts';
import type { Database, Row } from './schema.ts';

/** A KPI with what its gap is judged by, the newest decision, and the objectives that it led to and one may see. */
export type GapLine = Row<'kpi'> &
  Pick<Row<'kpi_state'>, 'judgement' | 'sparkline' | 'forecast'> & {
    decision: Row<'gap_decision'> | null;
    objectives: { id: string; title: string }[];
  };

/** The KPIs at the top of their trees that something is asked of, or one KPI. */
export async function gapLines(
  tx: Transaction<Database>,
  organisation: string,
  who: Who,
  kpi?: string,
): Promise<GapLine[]> {
  const only = kpi
    ? sql`and k.id = ${kpi}`
    : sql`and k.parent is null and k.archived_at is null and s.judgement ->> 'threshold' is not null`;
  const { rows } = await sql<GapLine>`
    select k.*, s.judgement, s.sparkline, s.forecast, row_to_json(d.*) as decision, coalesce(o.list, '[]') as objectives
    from kpi k
    join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
    left join lateral (
      select * from gap_decision d where d.organisation = k.organisation and d.kpi = k.id
      order by d.recorded_at desc, d.id desc limit 1
    ) d on true
    left join lateral (
      select json_agg(json_build_object('id', o.id, 'title', o.title) order by o.created_at) as list
      from objective o
      where o.organisation = k.organisation and o.gap_kpi = k.id and o.state in ('draft', 'active')
        and (not o.private or o.owner = ${who.id} or o.person = ${who.id})
    ) o on true
    where k.organisation = ${organisation} ${only}
    order by k.name`.execute(tx);
  return rows;
}

/** The objectives that a gap had led to at an instant and that were open then; of private ones those that one may see. */
export async function objectivesOfGapThen(
  tx: Transaction<Database>,
  organisation: string,
  { kpi, who, asOf }: { kpi: string; who: Who; asOf: string },
): Promise<GapLine['objectives']> {
  const { rows } = await sql<GapLine['objectives'][number]>`
    select o.id, o.title from objective o
    join cycle c on c.organisation = o.organisation and c.id = o.cycle and (c.closed_at is null or c.closed_at > ${asOf})
    where o.organisation = ${organisation} and o.gap_kpi = ${kpi} and o.created_at <= ${asOf}
      and (not o.private or o.owner = ${who.id} or o.person = ${who.id})
      -- When an objective was dropped only the audit log knows.
      and (o.state <> 'dropped' or exists (select from audit a where a.organisation = o.organisation
        and a.kind = 'objective.dropped' and a.subject = o.id::text and a.at > ${asOf}))
    order by o.created_at`.execute(tx);
  return rows;
}

/** All decisions about a KPI's gap, newest first. */
export async function listDecisions(
  tx: Transaction<Database>,
  organisation: string,
  kpi: string,
): Promise<Row<'gap_decision'>[]> {
  return tx
    .selectFrom('gap_decision')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Keeps a decision. */
export async function insertDecision(
  tx: Transaction<Database>,
  decision: Row<'gap_decision'>,
): Promise<void> {
  await tx.insertInto('gap_decision').values(decision).execute();
}
