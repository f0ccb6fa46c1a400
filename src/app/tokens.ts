import { Refused } from '#contract/refused.ts';
import type { Token } from '#contract/tokens.ts';
import type { Row } from '#db/schema.ts';
import { reaches } from '#domain/access.ts';
import type { UseCases } from './act.ts';
import { newId } from './id.ts';
import { hashOf, newSecret, tokenText } from './secret.ts';

export const tokens: UseCases<'tokens'> = {
  list: async (act) => {
    const rows = await act.tx
      .selectFrom('api_token')
      .selectAll()
      .where('organisation', '=', act.organisation.id)
      .where('person', '=', act.who.id)
      .where('revoked_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => shown(row, act.now));
  },

  create: async (act, input) => {
    const secret = newSecret();
    const now = Temporal.Instant.from(act.now);
    const row = {
      organisation: act.organisation.id,
      id: newId(),
      person: act.who.id,
      name: input.name,
      scope: input.scope,
      secret_hash: hashOf(secret),
      created_at: act.now,
      expires_at: input.days === null ? null : now.add({ hours: 24 * input.days }).toString(),
      revoked_at: null,
    };
    await act.tx.insertInto('api_token').values(row).execute();
    const { name, scope, expires_at } = row;
    return [
      { token: shown(row, act.now), text: tokenText(row.organisation, row.id, secret) },
      { kind: 'token.created', subject: row.id, detail: { name, scope, expiresAt: expires_at } },
    ];
  },

  revoke: async (act, input) => {
    const revoked = await act.tx
      .updateTable('api_token')
      .set({ revoked_at: act.now })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', input.token)
      .where('revoked_at', 'is', null)
      .$if(!reaches(act.who.role, 'admin'), (query) => query.where('person', '=', act.who.id))
      .returning(['name', 'person'])
      .executeTakeFirst();
    if (!revoked) throw new Refused('not_found', 'There is no such token that still works.');
    return [{ done: true }, { kind: 'token.revoked', subject: input.token, detail: revoked }];
  },
};

function shown(row: Row<'api_token'>, now: string): Token {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    expired: row.expires_at !== null && Temporal.Instant.compare(row.expires_at, now) <= 0,
  };
}
