import { sql } from 'kysely';
import type { Act } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import type { Team } from '#contract/teams.ts';

/** All teams that are not removed, each before those below it, siblings by name. */
export async function teamsOf(act: Act): Promise<Team[]> {
  const { rows } = await sql<Omit<Team, 'depth'>>`
    select t.id, t.key, t.name, t.parent, t.created_at as "createdAt",
      case when t.check_in_every is not null
        then jsonb_build_object('every', t.check_in_every, 'weekday', t.check_in_weekday) end as "checkIns",
      (count(p.id))::int as size,
      coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) filter (where m.lead and p.id is not null), '[]') as leads
    from team t
    left join team_member m on m.organisation = t.organisation and m.team = t.id
    left join person p on p.organisation = m.organisation and p.id = m.person and p.active
    where t.organisation = ${act.organisation.id} and t.removed_at is null
    group by t.organisation, t.id order by lower(t.name), t.id`.execute(act.tx);
  const children = Map.groupBy(rows, ({ parent }) => parent);
  const inOrder = (parent: string | null, depth: number): Team[] =>
    (children.get(parent) ?? []).flatMap((team) => [{ ...team, depth }, ...inOrder(team.id, depth + 1)]);
  return inOrder(null, 0);
}

/** A team by its key or id, with all the others; refuses one that is not there. */
export async function loadTeam(act: Act, ref: string): Promise<{ team: Team; all: Team[] }> {
  const all = await teamsOf(act);
  const team = all.find(({ id, key }) => id === ref || key === ref);
  if (!team) throw new Refused('not_found', `There is no team ${ref} here.`);
  return { team, all };
}

/** Refuses to hang a team below itself or below one of those that hang from it, and says by which way. */
export function checkMove(team: Team, parent: string | null, all: readonly Team[]): void {
  const byId = new Map(all.map((each) => [each.id, each]));
  if (parent !== null && !byId.has(parent))
    throw new Refused('not_found', 'There is no such team to put this one below.', 'parent');
  const way: string[] = [];
  for (let up = byId.get(parent ?? ''); up; up = byId.get(up.parent ?? '')) {
    way.push(up.name);
    if (up.id === team.id)
      throw new Refused(
        'conflict',
        `${team.name} cannot be below ${way[0]}: that closes a loop (${[team.name, ...way].join(' → ')}).`,
        'parent',
      );
  }
}
