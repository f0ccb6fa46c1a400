import { sql } from 'kysely';
import type { Act } from '#app/act.ts';
import { sitesOf } from '#db/initiatives.ts';
import { linkColumns } from './initiative-link.ts';

/** Reads the links of initiatives to these hosts anew, because a tracker there has come, gone or moved, and makes those that have one due. */
export async function relinkHost(act: Act, addresses: readonly string[]): Promise<void> {
  const { tx, organisation, now } = act;
  const hosts = addresses.flatMap((address) => {
    const { host } = new URL(address);
    return [host, `www.${host}`];
  });
  const sites = await sitesOf(tx, organisation.id);
  const rows = await tx
    .selectFrom('initiative')
    .select(['id', 'link', 'tracker'])
    .where('organisation', '=', organisation.id)
    .where('link_host', 'in', hosts)
    .orderBy('id')
    .execute();
  const read = rows.map(({ id, link }) => ({ id, ...linkColumns(link!, sites, now) }));
  const column = (name: 'id' | 'link_kind' | 'link_key' | 'tracker') =>
    read.map((each) => each[name] ?? null);
  await sql`
    update initiative i set link_kind = n.link_kind, link_key = n.link_key, tracker = n.tracker,
      next_ask = case when n.tracker is null then null else ${now}::timestamptz end
    from unnest(${column('id')}::uuid[], ${column('link_kind')}::text[], ${column('link_key')}::text[],
      ${column('tracker')}::uuid[]) as n (id, link_kind, link_key, tracker)
    where i.organisation = ${organisation.id} and i.id = n.id`.execute(tx);
  await sql`
    update tracker t set next_ask = ${now}::timestamptz
    where t.organisation = ${organisation.id} and exists (
      select from initiative i where i.organisation = t.organisation and i.tracker = t.id and i.next_ask <= ${now}::timestamptz
    )`.execute(tx);
}
