import type { Act, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { refuseReadingsOf } from '#app/reading/record-readings.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import type { Token } from '#contract/tokens.ts';
import { anyOf, listKpisByRef } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { may, reaches } from '#domain/access.ts';
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
    const kpis = await act.tx
      .selectFrom('api_token_kpi')
      .select(['token', 'kpi'])
      .where('organisation', '=', act.organisation.id)
      .where(
        'token',
        '=',
        anyOf<string>(
          'uuid',
          rows.map(({ id }) => id),
        ),
      )
      .execute();
    const own = Map.groupBy(kpis, ({ token }) => token);
    return rows.map((row) => shown(row, own.get(row.id)?.map(({ kpi }) => kpi) ?? [], act.now));
  },

  create: async (act, input) => {
    const kpis = await pushed(act, input);
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
    const { organisation, id: token, name, scope, expires_at } = row;
    if (kpis.length > 0)
      await act.tx
        .insertInto('api_token_kpi')
        .values(kpis.map((kpi) => ({ organisation, token, kpi })))
        .execute();
    return [
      { token: shown(row, kpis, act.now), text: tokenText(row.organisation, row.id, secret) },
      {
        kind: 'token.created',
        subject: row.id,
        detail: { name, scope, expiresAt: expires_at, ...(kpis.length > 0 && { kpis }) },
      },
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

/** The ids of the KPIs that a push token is made for; refuses those that its person may not write, and none. */
async function pushed(act: Act, { scope, kpis }: Parsed<'tokens.create'>): Promise<string[]> {
  if ((scope === 'push') !== kpis.length > 0)
    throw new Refused(
      'invalid',
      scope === 'push'
        ? 'A push token is for some KPIs: name them.'
        : `A token with the scope ${scope} is for everything that you see: only a push token is for some KPIs.`,
      'kpis',
    );
  const refs = [...new Set(kpis)];
  const rows = await listKpisByRef(act.tx, act.organisation.id, refs);
  const missing = refs.find((ref) => !rows.some(({ id, key }) => id === ref || key === ref));
  if (missing) throw new Refused('not_found', `There is no KPI ${missing}.`, 'kpis');
  for (const row of rows) {
    refuseReadingsOf(row);
    if (!may(act.who, 'write', row))
      throw new Refused(
        'forbidden',
        `You may not record readings of ${row.name}, so neither may a token of yours.`,
        'kpis',
      );
  }
  return rows.map(({ id }) => id);
}

function shown(row: Row<'api_token'>, kpis: string[], now: string): Token {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    kpis,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    expired: row.expires_at !== null && Temporal.Instant.compare(row.expires_at, now) <= 0,
  };
}
