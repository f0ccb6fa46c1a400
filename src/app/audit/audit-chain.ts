import { createHash, createHmac } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { macOf } from './audit-row.ts';

/** What the first link of a chain is made of in place of a link before it. */
export const beginning = '0'.repeat(64);

const batch = 1_000;

/** The hash of one link: who takes an entry out, or puts one between, has to change all hashes after it. */
export function linkOf(previous: string, row: { place: number; id: string; mac: string }): string {
  return createHash('sha256').update(`${previous}\n${row.place}\n${row.id}\n${row.mac}`).digest('hex');
}

/** The keyed digest of a chain's end: hashes can be computed anew by anyone, this one cannot. */
export function headMac(key: string, organisation: string, head: Head): string {
  return createHmac('sha256', key).update(`head\n${organisation}\n${head.place}\n${head.hash}`).digest('hex');
}

type Head = { place: number; hash: string };
type Sealing = { key: string; organisation: string };

/** Whether this transaction may seal: only one at a time does, for each organisation. */
export async function lockChain(
  tx: Transaction<Database>,
  organisation: string,
  waits: boolean,
): Promise<boolean> {
  const name = waits ? 'pg_advisory_xact_lock' : 'pg_try_advisory_xact_lock';
  const { rows } = await sql<{ locked: unknown }>`
    select ${sql.raw(name)}(hashtext('tandem: audit'), hashtext(${organisation})) as locked`.execute(tx);
  return rows[0]!.locked !== false;
}

/**
 * Gives the entries that have none a place in the chain, oldest first, in a transaction that has the chain's lock. Entries that
 * Tandem did not write (their digest is not right) stay outside, where a verification finds them; so do all when the chain's end is
 * not the one that was sealed. Gives how many were sealed.
 */
export async function seal(tx: Transaction<Database>, { key, organisation }: Sealing): Promise<number> {
  let head: Head | undefined = await soundHead(tx, { key, organisation });
  if (!head) return 0;
  let sealed = 0;
  for (let after: string | undefined, full = true; full; ) {
    const rows = await unsealed(tx, organisation, after);
    full = rows.length === batch;
    after = rows.at(-1)?.id;
    const links: { id: string; place: number; hash: string }[] = [];
    for (const { mac, ...row } of rows) {
      if (macOf(key, row) !== mac) continue;
      const place: number = head.place + 1;
      head = { place, hash: linkOf(head.hash, { place, id: row.id, mac }) };
      links.push({ id: row.id, ...head });
    }
    if (links.length > 0) await store(tx, { key, organisation }, links, head);
    sealed += links.length;
  }
  return sealed;
}

// Sealing on from a forged end would make it genuine.
async function soundHead(
  tx: Transaction<Database>,
  { key, organisation }: Sealing,
): Promise<Head | undefined> {
  const { rows } = await sql<{ newest: number | null }>`
    select max(place) as newest from audit where organisation = ${organisation}`.execute(tx);
  const newest = rows[0]?.newest ?? 0;
  const head = await tx
    .selectFrom('audit_head')
    .select(['place', 'hash', 'mac'])
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  if (!head) return newest === 0 ? { place: 0, hash: beginning } : undefined;
  return headMac(key, organisation, head) === head.mac && newest <= head.place ? head : undefined;
}

/** The entries without a place, oldest first, a batch at a time. */
export function unsealed(tx: Transaction<Database>, organisation: string, after?: string) {
  return tx
    .selectFrom('audit')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('place', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(batch)
    .execute();
}

async function store(
  tx: Transaction<Database>,
  { key, organisation }: Sealing,
  links: { id: string; place: number; hash: string }[],
  head: Head,
): Promise<void> {
  const [ids, places, hashes] = [
    links.map(({ id }) => id),
    links.map(({ place }) => place),
    links.map(({ hash }) => hash),
  ];
  await sql`update audit set place = link.place, hash = link.hash
    from unnest(${ids}::uuid[], ${places}::bigint[], ${hashes}::text[]) as link (id, place, hash)
    where audit.organisation = ${organisation} and audit.id = link.id`.execute(tx);
  const mac = headMac(key, organisation, head);
  await sql`insert into audit_head (organisation, place, hash, mac)
    values (${organisation}, ${head.place}, ${head.hash}, ${mac})
    on conflict (organisation) do update set place = excluded.place, hash = excluded.hash, mac = excluded.mac`.execute(
    tx,
  );
}
