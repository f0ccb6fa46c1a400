import { sql } from 'kysely';
import type { Act, Event, OutsideAct, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import type { Invitation } from '#contract/invitations.ts';
import { Refused } from '#contract/refused.ts';
import type { Row } from '#db/schema.ts';
import { accountFor } from './accounts.ts';
import { hashOf, linkParts, linkText, newSecret } from './secret.ts';

export const invitations: UseCases<'invitations'> = {
  list: async (act) => {
    const rows = await open(act).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
    return rows.map(shown);
  },

  create: async (act, input) => {
    await checkNew(act, input.email);
    const secret = newSecret();
    const row = {
      organisation: act.organisation.id,
      id: newId(),
      email: input.email,
      name: input.name,
      role: input.role,
      team: input.team,
      secret_hash: hashOf(secret),
      invited_by: act.who.id,
      created_at: act.now,
      expires_at: Temporal.Instant.from(act.now)
        .add({ hours: 24 * input.days })
        .toString(),
      accepted_at: null,
      revoked_at: null,
    };
    const ended = await end(act, (query) => query.where(sql`lower(email)`, '=', input.email.toLowerCase()));
    await act.tx.insertInto('invitation').values(row).execute();
    const link = `/invitations/${linkText(row.organisation, row.id, secret)}`;
    const { email, name, role, team } = row;
    return [
      { invitation: shown(row), link },
      { kind: 'invitation.created', subject: row.id, detail: { email, name, role, team } },
      ...ended,
    ];
  },

  revoke: async (act, input) => {
    const [event] = await end(act, (query) => query.where('id', '=', input.invitation));
    if (!event) throw new Refused('not_found', 'There is no such invitation that is still open.');
    return [{ done: true }, event];
  },

  find: async (act, input) => {
    const invitation = await loadByLink(act, input.link);
    const organisation = await act.tx.selectFrom('organisation').select('name').executeTakeFirstOrThrow();
    const { name, email, role, expires_at } = invitation;
    const hasAccount = (await act.ports.accounts.findByEmail(email)) !== undefined;
    return { organisation: organisation.name, name, email, role, expiresAt: expires_at, hasAccount };
  },

  accept: async (act, input) => {
    const invitation = await loadByLink(act, input.link, true);
    const { organisation, email, role, team } = invitation;
    const account = await accountFor(act.ports, { name: input.name, email, password: input.password });
    const person = await comeIn(act, invitation, { account, name: input.name });
    await act.enter(organisation, person);
    if (team)
      await sql`insert into team_member (organisation, team, person) select organisation, id, ${person} from team
        where organisation = ${organisation} and id = ${team} and removed_at is null on conflict do nothing`.execute(
        act.tx,
      );
    await act.tx
      .updateTable('invitation')
      .set({ accepted_at: act.now })
      .where('organisation', '=', organisation)
      .where('id', '=', invitation.id)
      .execute();
    return [
      { organisation, person },
      { kind: 'invitation.accepted', subject: invitation.id, detail: { person, email, role, team } },
    ];
  },
};

function open(act: Pick<Act, 'tx' | 'organisation'>) {
  return act.tx
    .selectFrom('invitation')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null);
}

type Query = ReturnType<typeof open>;

/** Ends the open invitations that a condition picks; an event for each. */
async function end(act: Act, picked: (query: Query) => Query): Promise<Event[]> {
  const rows = await picked(open(act)).forUpdate().execute();
  for (const { id } of rows)
    await act.tx
      .updateTable('invitation')
      .set({ revoked_at: act.now })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', id)
      .execute();
  return rows.map(({ id, email }) => ({ kind: 'invitation.revoked', subject: id, detail: { email } }));
}

async function checkNew(act: Act, email: string): Promise<void> {
  const there = await act.tx
    .selectFrom('person')
    .select('name')
    .where('organisation', '=', act.organisation.id)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('active', '=', true)
    .where('user_account', 'is not', null)
    .executeTakeFirst();
  if (there) throw new Refused('conflict', `${there.name} (${email}) is here already.`, 'email');
}

/** The invitation of a link, with its organisation made current; refuses alike what never was and what is wrong in one letter. */
async function loadByLink(act: OutsideAct, link: string, toAccept = false): Promise<Row<'invitation'>> {
  const parts = linkParts(link);
  if (!parts) throw unknownLink();
  await act.enter(parts.organisation);
  const query = act.tx
    .selectFrom('invitation')
    .selectAll()
    .where('organisation', '=', parts.organisation)
    .where('id', '=', parts.id)
    .where('secret_hash', '=', hashOf(parts.secret));
  const row = await (toAccept ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw unknownLink();
  if (row.accepted_at) throw new Refused('closed', 'This invitation has been accepted already: sign in.');
  if (row.revoked_at || Temporal.Instant.compare(row.expires_at, act.now) <= 0)
    throw new Refused('closed', 'This invitation is no longer valid. Ask for a new one.');
  return row;
}

function unknownLink(): Refused {
  return new Refused(
    'not_found',
    'There is no such invitation. Check that the link is whole, or ask for a new one.',
  );
}

type Comer = { account: string; name: string };

/** Makes the person; one who is known but had no account, or had left, keeps the id and with it what they own. */
async function comeIn(
  act: OutsideAct,
  invitation: Row<'invitation'>,
  { account, name }: Comer,
): Promise<string> {
  const { organisation, email, role } = invitation;
  const { rows } = await sql<{ id: string }>`
    insert into person (organisation, id, user_account, name, email, role, created_at)
    values (${organisation}, ${newId()}, ${account}, ${name}, ${email}, ${role}, ${act.now})
    on conflict (organisation, lower(email)) do update
      set user_account = excluded.user_account, name = excluded.name, role = excluded.role, active = true
      where not person.active or person.user_account is null
    returning id`.execute(act.tx);
  if (rows[0]) return rows[0].id;
  throw new Refused('conflict', `${email} belongs to the organisation already: sign in.`);
}

function shown(row: Row<'invitation'>): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    team: row.team,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
