import { sql, type Transaction } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { enter } from '#app/transaction.ts';
import type { Person } from '#contract/people.ts';
import { Refused } from '#contract/refused.ts';
import type { Database, Row } from '#db/schema.ts';
import { mayAppoint, reaches } from '#domain/access.ts';

export const people: UseCases<'people'> = {
  me: async (act) => {
    const { id, name, timeZone } = act.organisation;
    const { demo } = await act.tx
      .selectFrom('organisation')
      .select('demo')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return {
      ...(await loadPerson(act, act.who.id)),
      organisation: { id, name, timeZone, demo },
      organisations: await organisationsOf(act),
      today: act.today,
      mayWrite: act.mayWrite,
    };
  },

  list: async (act, input) => {
    const part = input.search && `%${input.search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await sql<Row<'person'>>`
      select * from person
      where organisation = ${act.organisation.id} and active = ${input.active}
        and (${part ?? null}::text is null or name ilike ${part ?? null} or email ilike ${part ?? null})
        and (${input.role ?? null}::text is null or role = ${input.role ?? null})
        and (${input.team ?? null}::uuid is null or id in (
          select person from team_member where organisation = ${act.organisation.id} and team = ${input.team ?? null}))
        and (${input.after ?? null}::uuid is null or (lower(name), id) > (
          select lower(name), id from person where organisation = ${act.organisation.id} and id = ${input.after ?? null}))
      order by lower(name), id limit ${input.limit + 1}`.execute(act.tx);
    const page = rows.rows.slice(0, input.limit);
    const next = rows.rows.length > input.limit ? page.at(-1)!.id : null;
    return { people: await withTeams(act, page), next };
  },

  find: (act, input) => loadPerson(act, input.person),

  change: async (act, input) => {
    // Two owners who demote each other at once must not both pass: all owners' rows are held until the commit.
    await sql`select from person where organisation = ${act.organisation.id} and (role = 'owner' or id = ${input.person})
      order by id for update`.execute(act.tx);
    const before = await loadPerson(act, input.person);
    checkRights(act, before, input);
    if (before.role === 'owner' && (input.active === false || (input.role ?? 'owner') !== 'owner'))
      await checkOwners(act, before);
    await act.tx
      .updateTable('person')
      .set({ id: before.id, name: input.name, role: input.role, active: input.active })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', before.id)
      .execute();
    const after = await loadPerson(act, before.id);
    return [after, { kind: 'person.changed', subject: before.id, detail: changes(before, after) }];
  },
};

type Change = { name?: string | undefined; role?: Person['role'] | undefined; active?: boolean | undefined };

function checkRights({ who }: Act, before: Person, { name, role, active }: Change): void {
  if (name !== undefined && before.id !== who.id && !reaches(who.role, 'admin'))
    throw new Refused('forbidden', "Another person's name is changed by an admin.");
  if (role === undefined && active === undefined) return;
  if (mayAppoint(who, before.role, role ?? before.role)) return;
  const needed = before.role === 'owner' || role === 'owner' ? 'owner' : 'admin';
  throw new Refused('forbidden', `This needs the role ${needed}; yours is ${who.role}.`, 'role');
}

async function checkOwners(act: Act, leaving: Person): Promise<void> {
  const other = await act.tx
    .selectFrom('person')
    .select('id')
    .where('organisation', '=', act.organisation.id)
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .where('id', '<>', leaving.id)
    .executeTakeFirst();
  if (!other)
    throw new Refused(
      'conflict',
      `${leaving.name} is the last owner: make another person an owner first.`,
      'role',
    );
}

async function loadPerson(act: Act, id: string): Promise<Person> {
  const row = await act.tx
    .selectFrom('person')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refused('not_found', 'There is no such person here.');
  return (await withTeams(act, [row]))[0]!;
}

async function withTeams(act: Act, rows: Row<'person'>[]): Promise<Person[]> {
  const memberships = await act.tx
    .selectFrom('team_member as m')
    .innerJoin('team as t', (join) =>
      join.onRef('t.organisation', '=', 'm.organisation').onRef('t.id', '=', 'm.team'),
    )
    .select(['m.person', 'm.team', 'm.lead', 't.key', 't.name'])
    .where('m.organisation', '=', act.organisation.id)
    .where('m.person', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('t.name')
    .execute();
  const byPerson = Map.groupBy(memberships, ({ person }) => person);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active,
    teams: (byPerson.get(row.id) ?? []).map(({ person: _, ...membership }) => membership),
    createdAt: row.created_at,
  }));
}

// Row-level security shows the name of one organisation at a time, so each is entered in turn; nearly always there is one.
async function organisationsOf(act: Act): Promise<{ id: string; name: string }[]> {
  const { id, name } = act.organisation;
  const { rows } = await sql<{ organisation: string }>`
    select organisation from person where user_account = current_user_account() and active order by created_at`.execute(
    act.tx,
  );
  const found: { id: string; name: string }[] = [];
  for (const { organisation } of rows.length > 0 ? rows : [{ organisation: id }])
    found.push({ id: organisation, name: organisation === id ? name : await nameOf(act.tx, organisation) });
  await enter(act.tx, id);
  return found;
}

async function nameOf(tx: Transaction<Database>, organisation: string): Promise<string> {
  await enter(tx, organisation);
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return row.name;
}
