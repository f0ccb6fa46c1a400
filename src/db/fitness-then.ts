import { sql, type Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** How many key results and objectives tied each KPI at an instant, by KPI: those of cycles that were planned or under way then. */
export async function tiesThen(
  tx: Tx,
  organisation: string,
  { kpis, hidden, asOf }: { kpis: readonly string[]; hidden: readonly string[]; asOf: string },
): Promise<Map<string, { targets: number; guardrails: number; improves: number }>> {
  const { rows } = await sql<{ kpi: string; targets: number; guardrails: number; improves: number }>`
    with happened as materialized (
      select kind, subject, at from audit where organisation = ${organisation} and kind in ('objective.dropped', 'cycle.gradingStarted')
    ),
    aim as materialized (
      select o.id from objective o join cycle c on c.organisation = o.organisation and c.id = o.cycle
      where o.organisation = ${organisation} and o.created_at <= ${asOf} and (c.closed_at is null or c.closed_at > ${asOf})
        and not exists (select from happened h where h.at <= ${asOf}
          and ((h.kind = 'objective.dropped' and h.subject = o.id::text) or (h.kind = 'cycle.gradingStarted' and h.subject = c.id::text)))
        and o.id <> all(${[...hidden]}::uuid[])
    ),
    goal as (
      select r.id, r.kpi from key_result r join aim on aim.id = r.objective
      where r.organisation = ${organisation} and r.created_at <= ${asOf} and (r.dropped_at is null or r.dropped_at > ${asOf})
    )
    select kpi, (count(*) filter (where kind = 't'))::int as targets, (count(*) filter (where kind = 'g'))::int as guardrails,
      (count(*) filter (where kind = 'i'))::int as improves
    from (
      select kpi, 't' as kind from goal
      union all
      select g.kpi, 'g' from guardrail g join goal on goal.id = g.key_result where g.organisation = ${organisation}
      union all
      select i.kpi, 'i' from objective_improves i join aim on aim.id = i.objective where i.organisation = ${organisation}
    ) each where kpi = any(${[...kpis]}::uuid[]) group by kpi`.execute(tx);
  return new Map(rows.map((row) => [row.kpi, row]));
}

type Known = Pick<Row<'kpi'>, 'id' | 'version' | 'owner' | 'team' | 'person'>;

/**
 * Who had acknowledged or written a version of a definition by an instant, of the owner and of those who see it; `same` is a KPI above that is
 * counted alike, whose readers know it too. Of owner and team those count who are here today.
 */
export async function readersThen(
  tx: Tx,
  organisation: string,
  { kpi, same, asOf }: { kpi: Known; same: Pick<Known, 'id' | 'version'> | undefined; asOf: string },
): Promise<{ owner: boolean | null; others: number; acknowledged: number }> {
  const { rows } = await sql<{ owner: boolean | null; others: number; acknowledged: number }>`
    with reader as (
      select p.id from person p where p.organisation = ${organisation} and p.active and (p.id = ${kpi.owner}::uuid or p.id = ${kpi.person}::uuid
        or exists (select from team_member m where m.organisation = p.organisation and m.team = ${kpi.team}::uuid and m.person = p.id))
    ),
    acquainted as (
      select a.person from acknowledgement a where a.organisation = ${organisation} and a.at <= ${asOf}
        and ((a.kpi = ${kpi.id} and a.version = ${kpi.version}) or (a.kpi = ${same?.id ?? null}::uuid and a.version = ${same?.version ?? null}::int))
      union
      select v.author from kpi_version v
      where v.organisation = ${organisation} and v.kpi = ${kpi.id} and v.version = ${kpi.version} and v.recorded_at <= ${asOf}
    )
    select bool_or(a.person is not null) filter (where r.id = ${kpi.owner}::uuid) as owner,
      (count(*) filter (where r.id is distinct from ${kpi.owner}::uuid))::int as others,
      (count(a.person) filter (where r.id is distinct from ${kpi.owner}::uuid))::int as acknowledged
    from reader r left join acquainted a on a.person = r.id`.execute(tx);
  return rows[0]!;
}

/** The KPIs that were there at an instant and that a person owns now, and of some others those that were there. */
export async function ownedOrNamed(
  tx: Tx,
  organisation: string,
  { owner, kpis, asOf }: { owner: string; kpis: readonly string[]; asOf: string },
): Promise<Pick<Row<'kpi'>, 'id' | 'parent' | 'owner'>[]> {
  return tx
    .selectFrom('kpi')
    .select(['id', 'parent', 'owner'])
    .where('organisation', '=', organisation)
    .where('created_at', '<=', asOf)
    .where((is) => is.or([is('archived_at', 'is', null), is('archived_at', '>', asOf)]))
    .where((is) => is.or([is('owner', '=', owner), is('id', '=', anyOf<string>('uuid', kpis))]))
    .execute();
}
