import { sql } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { Refused } from '#contract/refused.ts';
import type { Team } from '#contract/teams.ts';
import { may } from '#domain/access.ts';
import { checkMove, loadTeam, teamsOf } from './team-tree.ts';

export const teams: UseCases<'teams'> = {
  list: (act) => teamsOf(act),

  find: async (act, input) => {
    const { team, all } = await loadTeam(act, input.team);
    const byId = new Map(all.map((each) => [each.id, each]));
    const above: { id: string; name: string }[] = [];
    for (let up = byId.get(team.parent ?? ''); up; up = byId.get(up.parent ?? ''))
      above.unshift({ id: up.id, name: up.name });
    const people = await act.tx
      .selectFrom('team_member as m')
      .innerJoin('person as p', (join) =>
        join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'),
      )
      .select(['p.id', 'p.name', 'p.email', 'm.lead'])
      .where('m.organisation', '=', act.organisation.id)
      .where('m.team', '=', team.id)
      .where('p.active', '=', true)
      .orderBy('m.lead', 'desc')
      .orderBy('p.name')
      .execute();
    return { ...team, people, above, children: all.filter(({ parent }) => parent === team.id) };
  },

  create: async (act, input) => {
    checkMay(act, input.parent);
    await lockTree(act);
    if (input.parent !== null) await loadTeam(act, input.parent);
    const id = newId();
    const organisation = act.organisation.id;
    await act.tx
      .insertInto('team')
      .values({
        organisation,
        id,
        key: input.key,
        name: input.name,
        parent: input.parent,
        check_in_every: null,
        check_in_weekday: null,
        created_at: act.now,
        removed_at: null,
      })
      .execute();
    for (const person of new Set(input.leads))
      await act.tx.insertInto('team_member').values({ organisation, team: id, person, lead: true }).execute();
    const { team } = await loadTeam(act, id);
    return [
      team,
      {
        kind: 'team.created',
        subject: id,
        detail: { name: team.name, parent: team.parent, leads: input.leads },
      },
    ];
  },

  change: async (act, input) => {
    await lockTree(act);
    const { team: before, all } = await loadTeam(act, input.team);
    checkMay(act, before.id);
    const parent = input.parent === undefined ? before.parent : input.parent;
    if (parent !== before.parent) {
      checkMay(act, parent);
      checkMove(before, parent, all);
    }
    await act.tx
      .updateTable('team')
      .set({ id: before.id, key: input.key, name: input.name, parent, ...rhythmOf(input.checkIns) })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', before.id)
      .execute();
    const { team: after } = await loadTeam(act, before.id);
    return [after, { kind: 'team.changed', subject: before.id, detail: changes(before, after) }];
  },

  remove: async (act, input) => {
    await lockTree(act);
    const { team, all } = await loadTeam(act, input.team);
    checkMay(act, team.parent ?? null);
    const below = all.filter(({ parent }) => parent === team.id);
    if (below.length > 0)
      throw new Refused(
        'conflict',
        `${team.name} has teams below it (${below.map(({ name }) => name).join(', ')}): move or remove them first.`,
      );
    const left = await act.tx
      .deleteFrom('team_member')
      .where('organisation', '=', act.organisation.id)
      .where('team', '=', team.id)
      .returning('person')
      .execute();
    await act.tx
      .updateTable('team')
      .set({ removed_at: act.now })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', team.id)
      .execute();
    return [
      { done: true },
      {
        kind: 'team.removed',
        subject: team.id,
        detail: { name: team.name, people: left.map(({ person }) => person) },
      },
    ];
  },

  addMember: async (act, input) => {
    const { team } = await loadTeam(act, input.team);
    checkMay(act, team.id);
    await sql`insert into team_member (organisation, team, person, lead)
      values (${act.organisation.id}, ${team.id}, ${input.person}, ${input.lead})
      on conflict (organisation, team, person) do update set lead = excluded.lead`.execute(act.tx);
    const detail = { person: input.person, lead: input.lead };
    return [{ done: true }, { kind: 'team.memberAdded', subject: team.id, detail }];
  },

  removeMember: async (act, input) => {
    const { team } = await loadTeam(act, input.team);
    checkMay(act, team.id);
    const gone = await act.tx
      .deleteFrom('team_member')
      .where('organisation', '=', act.organisation.id)
      .where('team', '=', team.id)
      .where('person', '=', input.person)
      .returning('person')
      .executeTakeFirst();
    if (!gone) throw new Refused('not_found', `This person is not in ${team.name}.`);
    return [
      { done: true },
      { kind: 'team.memberRemoved', subject: team.id, detail: { person: input.person } },
    ];
  },
};

/** A lead edits their teams and what is below; what hangs from the top is the admins'. */
function checkMay(act: Act, team: string | null): void {
  const allowed = team === null ? may(act.who, 'administer', {}) : may(act.who, 'write', { team });
  if (!allowed)
    throw new Refused(
      'forbidden',
      team === null
        ? 'Teams at the top are made, moved and removed by an admin.'
        : 'A team is changed by its lead, the lead of a team above it, or an admin.',
    );
}

function rhythmOf(chosen: Team['checkIns'] | undefined) {
  if (chosen === undefined) return {};
  return { check_in_every: chosen?.every ?? null, check_in_weekday: chosen?.weekday ?? null };
}

// Two moves that are each right can make a loop together, so moves of one organisation go one after the other.
async function lockTree(act: Act): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tandem: teams'), hashtext(${act.organisation.id}))`.execute(
    act.tx,
  );
}
