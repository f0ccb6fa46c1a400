import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** An entry of the audit log as far as it tells how something was before. */
export type Happened = { subject: string; kind: string; detail: Record<string, unknown> };

/** What the audit log holds of some kinds after an instant, oldest first; of all subjects, or of some. */
export async function happenedAfter(
  tx: Transaction<Database>,
  organisation: string,
  { after, kinds, subjects }: { after: string; kinds: readonly string[]; subjects?: readonly string[] },
): Promise<Happened[]> {
  const only = subjects ? sql`and subject = any(${[...subjects]}::text[])` : sql``;
  const { rows } = await sql<Happened>`
    select subject, kind, detail from audit
    where organisation = ${organisation} and at > ${after}::timestamptz and kind = any(${[...kinds]}::text[]) ${only}
    order by at, id`.execute(tx);
  return rows;
}

/** What each field of a thing was before the first of its changes, by subject: `{ owner: … }` of entries that say before and after. */
export function valuesBefore(happened: readonly Happened[]): Map<string, Record<string, unknown>> {
  const before = new Map<string, Record<string, unknown>>();
  for (const { subject, detail } of happened) {
    const known = before.get(subject) ?? {};
    for (const [field, change] of Object.entries(detail))
      if (typeof change === 'object' && change !== null && 'before' in change && !(field in known))
        known[field] = (change as { before: unknown }).before;
    before.set(subject, known);
  }
  return before;
}
