import type { Turn, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import type { AllowedHost } from '#contract/allowed-hosts.ts';
import { Refused } from '#contract/refused.ts';
import type { Row } from '#db/schema.ts';

export const allowedHosts: UseCases<'allowedHosts'> = {
  list: async (act) => {
    const rows = await act.tx
      .selectFrom('allowed_host')
      .selectAll()
      .where('organisation', '=', act.organisation.id)
      .orderBy('host')
      .execute();
    return rows.map(shown);
  },

  add: async (act, { host, reason }) => {
    if (!act.ports.isPlace(host))
      throw new Refused(
        'invalid',
        `"${host}" is no place in a network: write it as grafana.lan, grafana.lan:3000, 10.1.2.3 or 10.0.0.0/8.`,
        'host',
      );
    const row = {
      organisation: act.organisation.id,
      id: newId(),
      host: host.toLowerCase(),
      reason,
      author: act.who.id,
      created_at: act.now,
    };
    const made = await act.tx
      .insertInto('allowed_host')
      .values(row)
      .onConflict((conflict) => conflict.columns(['organisation', 'host']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Refused('conflict', `${row.host} is allowed already.`, 'host');
    return [shown(row), { kind: 'allowedHost.added', subject: row.id, detail: { host: row.host, reason } }];
  },

  remove: async (act, { allowedHost }) => {
    const removed = await act.tx
      .deleteFrom('allowed_host')
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', allowedHost)
      .returning(['host', 'reason'])
      .executeTakeFirst();
    if (!removed) throw new Refused('not_found', 'There is no such allowed host.', 'allowedHost');
    return [{ done: true }, { kind: 'allowedHost.removed', subject: allowedHost, detail: removed }];
  },
};

/** The private places that the connectors of an organisation may reach, as the sources read them. */
export async function listAllowed({
  tx,
  organisation,
}: Pick<Turn, 'tx'> & { organisation: Pick<Turn['organisation'], 'id'> }): Promise<string[]> {
  const rows = await tx
    .selectFrom('allowed_host')
    .select('host')
    .where('organisation', '=', organisation.id)
    .execute();
  return rows.map(({ host }) => host);
}

function shown({ id, host, reason, author, created_at }: Row<'allowed_host'>): AllowedHost {
  return { id, host, reason, author, createdAt: created_at };
}
