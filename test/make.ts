import { newId } from '#app/id.ts';
import { hashOf, newSecret, tokenText } from '#app/people/secret.ts';
import { writeAudit } from '#app/perform.ts';
import { transact } from '#app/transaction.ts';
import type { Role } from '#domain/access.ts';
import type { TestApp } from './app.ts';

/** Where things are made: a test's application, or the bench's. */
type Place = Pick<TestApp, 'tandem' | 'clock'>;

/** A person who is there, with a token of each scope. */
export type MadePerson = {
  id: string;
  organisation: string;
  name: string;
  email: string;
  role: Role;
  tokens: { write: string; read: string };
};

/** An organisation with one person of each role. */
export type MadeOrganisation = {
  id: string;
  owner: MadePerson;
  admin: MadePerson;
  member: MadePerson;
  viewer: MadePerson;
};

type Settings = { timeZone?: string; yearStartsIn?: number };

/** Makes an organisation (`acme` by default) with Olga Owner, Adam Admin, Mia Member and Vera Viewer. */
export async function makeOrganisation(
  app: Place,
  name = 'acme',
  { timeZone = 'UTC', yearStartsIn = 1 }: Settings = {},
): Promise<MadeOrganisation> {
  const id = newId();
  const deed = { organisation: id, person: null, token: null, operation: 'organisations.create' };
  await transact(app.tandem.database, { organisation: id }, true, async (tx) => {
    await tx
      .insertInto('organisation')
      .values({ id, name, time_zone: timeZone, year_starts_in: yearStartsIn, created_at: app.clock.now })
      .execute();
    writeAudit(app.tandem, tx, { ...deed, at: app.clock.now, request: 'made' }, [
      { kind: 'organisation.created', subject: id },
    ]);
  });
  const person = (role: Role, name: string) => makePerson(app, { id }, { role, name });
  return {
    id,
    owner: await person('owner', 'Olga Owner'),
    admin: await person('admin', 'Adam Admin'),
    member: await person('member', 'Mia Member'),
    viewer: await person('viewer', 'Vera Viewer'),
  };
}

type Wanted = { role?: Role; name?: string; email?: string; password?: string };

/** Makes a person of an organisation; with a password, one who can sign in. */
export async function makePerson(
  app: Place,
  { id: organisation }: { id: string },
  { role = 'member', name = 'Pat Person', email, password }: Wanted = {},
): Promise<MadePerson> {
  const id = newId();
  const address = email ?? `${name.toLowerCase().replaceAll(/\W+/g, '.')}.${id.slice(-6)}@example.org`;
  const account = password
    ? await app.tandem.ports.accounts.create({ name, email: address, password })
    : null;
  const at = { organisation, created_at: app.clock.now };
  const tokens = { write: newSecret(), read: newSecret() };
  const ids = { write: newId(), read: newId() };
  await transact(app.tandem.database, { organisation }, true, async (tx) => {
    await tx
      .insertInto('person')
      .values({ ...at, id, user_account: account, name, email: address, role })
      .execute();
    await tx
      .insertInto('api_token')
      .values(
        (['write', 'read'] as const).map((scope) => ({
          ...at,
          id: ids[scope],
          person: id,
          name: scope,
          scope,
          secret_hash: hashOf(tokens[scope]),
          expires_at: null,
          revoked_at: null,
        })),
      )
      .execute();
  });
  const text = (scope: 'write' | 'read') => tokenText(organisation, ids[scope], tokens[scope]);
  return {
    id,
    organisation,
    name,
    email: address,
    role,
    tokens: { write: text('write'), read: text('read') },
  };
}

type WantedTeam = {
  key?: string;
  name?: string;
  parent?: string;
  leads?: MadePerson[];
  members?: MadePerson[];
};

/** Makes a team of an organisation, below a parent when one is given, and gives its id. */
export async function makeTeam(
  app: Place,
  { id: organisation }: { id: string },
  { key = 'team', name = key, parent, leads = [], members = [] }: WantedTeam = {},
): Promise<string> {
  const id = newId();
  await transact(app.tandem.database, { organisation }, true, async (tx) => {
    await tx
      .insertInto('team')
      .values({
        organisation,
        id,
        key,
        name,
        parent: parent ?? null,
        check_in_every: null,
        check_in_weekday: null,
        created_at: app.clock.now,
        removed_at: null,
      })
      .execute();
    const rows = [
      ...leads.map((person) => ({ person, lead: true })),
      ...members.map((person) => ({ person, lead: false })),
    ];
    for (const { person, lead } of rows)
      await tx
        .insertInto('team_member')
        .values({ organisation, team: id, person: person.id, lead })
        .execute();
  });
  return id;
}
