import { sql, type Transaction } from 'kysely';
import type { Database, Row } from './schema.ts';

/** Somebody who should know a definition, and the newest version that they acknowledged or wrote themselves. */
export type Reader = {
  person: string;
  name: string;
  as: 'owner' | 'lead' | 'member' | 'person';
  version: number | null;
  at: string | null;
};

/** The owner of a KPI, its team's leads and members and the person whom it is about, each once, those who are still here. */
export async function listReaders(
  tx: Transaction<Database>,
  organisation: string,
  { id, owner, team, person }: Pick<Row<'kpi'>, 'id' | 'owner' | 'team' | 'person'>,
): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    with reader as (
      select distinct on (person) person, role, rank from (
        select ${owner}::uuid as person, 'owner' as role, 1 as rank
        union all
        select m.person, case when m.lead then 'lead' else 'member' end, case when m.lead then 2 else 3 end
        from team_member m where m.organisation = ${organisation} and m.team = ${team}::uuid
        union all
        select ${person}::uuid, 'person', 4
      ) each where person is not null order by person, rank
    )
    select r.person, p.name, r.role as "as", a.version, a.at
    from reader r
    join person p on p.organisation = ${organisation} and p.id = r.person and p.active
    left join lateral (
      select version, at from (
        select version, at from acknowledgement
        where organisation = ${organisation} and kpi = ${id} and person = r.person
        union all
        select version, recorded_at from kpi_version
        where organisation = ${organisation} and kpi = ${id} and author = r.person
      ) each order by version desc, at limit 1
    ) a on true
    order by r.rank, lower(p.name), r.person`.execute(tx);
  return rows;
}
