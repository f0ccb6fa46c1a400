import { sql } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { Refused } from '#contract/refused.ts';
import type { Tracker } from '#contract/trackers.ts';
import type { Row } from '#db/schema.ts';
import type { SynchronisedKind } from '#domain/initiative/tracker.ts';
import { accountOf, flavourAt, sealedToken, shownTracker, siteAddress } from './tracker-account.ts';
import { relinkHost } from './tracker-links.ts';
import { testTracker } from './tracker-test.ts';

export const trackers: UseCases<'trackers'> = {
  list: async (act) => {
    const rows = await act.tx
      .selectFrom('tracker')
      .selectAll()
      .where('organisation', '=', act.organisation.id)
      .orderBy('address')
      .execute();
    const counts = await countLinked(act);
    return rows.map((row) => shownTracker(act, row, counts.get(row.id) ?? 0));
  },

  create: async (act, { kind, user, accessToken: token, ...given }) => {
    const address = siteAddress(given.address);
    await refuseSecond(act, address);
    const flavour = given.flavour ?? flavourAt(kind, address);
    refuseAccount({ kind, flavour, user, token });
    const place = { organisation: act.organisation.id, id: newId() };
    await act.tx
      .insertInto('tracker')
      .values({
        ...place,
        kind,
        address,
        flavour,
        sign_in_user: user,
        token: sealedToken(act.ports.sealingKeys, place, token),
        ...rested,
        last_success: null,
        author: act.who.id,
        created_at: act.now,
      })
      .execute();
    await relinkHost(act, [address]);
    const detail = { kind, address, flavour, user, token: token !== null };
    return [await shownById(act, place.id), { kind: 'tracker.created', subject: place.id, detail }];
  },

  change: async (act, { tracker: id, ...given }) => {
    const before = await loadTracker(act, id, true);
    const address = given.address === undefined ? before.address : siteAddress(given.address);
    if (address.toLowerCase() !== before.address.toLowerCase()) await refuseSecond(act, address);
    const flavour = given.flavour ?? before.flavour;
    const user = given.user === undefined ? before.sign_in_user : given.user;
    const stays = address === before.address && flavour === before.flavour && user === before.sign_in_user;
    // Sent elsewhere, or as somebody else, a kept token would go where nobody has given it for.
    const kept = stays ? (accountOf(act.ports.sealingKeys, before)?.token ?? null) : null;
    const token = given.accessToken === undefined ? kept : given.accessToken;
    refuseAccount({ kind: before.kind, flavour, user, token });
    await act.tx
      .updateTable('tracker')
      .set({
        address,
        flavour,
        sign_in_user: user,
        token: sealedToken(act.ports.sealingKeys, { organisation: act.organisation.id, id }, token),
        version: before.version + 1,
        ...rested,
      })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', id)
      .execute();
    await relinkHost(act, [before.address, address]);
    const after = await shownById(act, id);
    const detail = {
      ...changes(
        { address: before.address, flavour: before.flavour, user: before.sign_in_user },
        { address, flavour, user },
      ),
      tokenGiven: given.accessToken != null,
    };
    return [after, { kind: 'tracker.changed', subject: id, detail }];
  },

  remove: async (act, { tracker: id }) => {
    const row = await loadTracker(act, id, true);
    await act.tx
      .updateTable('initiative')
      .set({ tracker: null, next_ask: null, failing_since: null, fault: null })
      .where('organisation', '=', act.organisation.id)
      .where('tracker', '=', id)
      .execute();
    await act.tx
      .deleteFrom('tracker')
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', id)
      .execute();
    await relinkHost(act, [row.address]);
    const detail = { kind: row.kind, address: row.address };
    return [{ done: true }, { kind: 'tracker.removed', subject: id, detail }];
  },

  test: testTracker,
};

/** As it is before anything was asked with this account. */
const rested = {
  next_ask: null,
  held_until: null,
  failures: 0,
  rest_until: null,
  failing_since: null,
  fault: null,
} as const;

type Account = {
  kind: SynchronisedKind;
  flavour: 'cloud' | 'server';
  user: string | null;
  token: string | null;
};

/** Refuses an account with which a tracker cannot be signed in to. */
function refuseAccount({ kind, flavour, user, token }: Account): void {
  if (kind !== 'jira') {
    if (user !== null)
      throw new Refused(
        'invalid',
        'GitHub and GitLab know a token’s person by themselves: leave it out.',
        'user',
      );
    return;
  }
  if (flavour === 'cloud' && user === null)
    throw new Refused(
      'invalid',
      'Jira Cloud signs in with the e-mail address of the token’s person: give it.',
      'user',
    );
  if (flavour === 'cloud' && token === null)
    throw new Refused('invalid', 'Jira Cloud answers nobody without a token: give one.', 'accessToken');
}

async function refuseSecond(act: Act, address: string): Promise<void> {
  const there = await act.tx
    .selectFrom('tracker')
    .select('id')
    .where('organisation', '=', act.organisation.id)
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .executeTakeFirst();
  if (there)
    throw new Refused('conflict', `${address} is connected already: change that account.`, 'address');
}

async function loadTracker(act: Act, id: string, lock = false): Promise<Row<'tracker'>> {
  let query = act.tx
    .selectFrom('tracker')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw new Refused('not_found', 'There is no such tracker.', 'tracker');
  return row;
}

async function shownById(act: Act, id: string): Promise<Tracker> {
  const counts = await countLinked(act);
  return shownTracker(act, await loadTracker(act, id), counts.get(id) ?? 0);
}

async function countLinked(act: Act): Promise<Map<string, number>> {
  const rows = await act.tx
    .selectFrom('initiative')
    .select(['tracker', sql<number>`count(*)::int`.as('count')])
    .where('organisation', '=', act.organisation.id)
    .where('tracker', 'is not', null)
    .groupBy('tracker')
    .execute();
  return new Map(rows.map(({ tracker, count }) => [tracker!, count]));
}
