import { createHmac } from 'node:crypto';
import type { Event } from '#app/act.ts';
import { newId } from '#app/id.ts';
import type { AuditRow } from '#db/schema.ts';

/** Who did what, beside the events themselves. */
export type Deed = {
  organisation: string;
  person: string | null;
  token: string | null;
  operation: string;
  at: string;
  request: string;
};

/** The columns that the digest covers, in its order. */
export type Sealed = Omit<AuditRow, 'detail' | 'mac' | 'place' | 'hash'> & { detail: unknown };

/** The audit row of one event, with a keyed digest: a row that somebody else adds by hand does not have it. */
export function auditRow(
  key: string,
  deed: Deed,
  event: Event,
): Omit<Sealed, 'detail'> & { detail: string; mac: string } {
  const row: Sealed = {
    ...deed,
    id: newId(),
    kind: event.kind,
    subject: event.subject,
    detail: event.detail ?? {},
  };
  return { ...row, detail: JSON.stringify(sorted(row.detail)), mac: macOf(key, row) };
}

/** The keyed digest of a row; `at` is compared as an instant and `detail` by its sorted keys, because the database rewrites both. */
export function macOf(key: string, row: Sealed): string {
  const at = Temporal.Instant.from(row.at).epochNanoseconds.toString();
  const parts = [
    row.organisation,
    row.id,
    at,
    row.person,
    row.token,
    row.operation,
    row.kind,
    row.subject,
    row.request,
  ];
  return createHmac('sha256', key)
    .update(JSON.stringify([...parts, sorted(row.detail)]))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  // Half a surrogate pair is a JavaScript string, but no text for PostgreSQL.
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name.toWellFormed(), sorted(each)]),
  );
}
