import type { Transaction } from 'kysely';
import type { faultKinds, Verification } from '#contract/audit.ts';
import type { Database, Row } from '#db/schema.ts';
import { beginning, headMac, linkOf, unsealed } from './audit-chain.ts';
import { macOf } from './audit-row.ts';

type Kind = (typeof faultKinds)[number];
type Head = { place: number; hash: string };
type Log = { tx: Transaction<Database>; key: string; organisation: string };

const most = 100;
const batch = 2_000;

/** Reads the whole log of an organisation, in a transaction that has the chain's lock, and names what is not as it was written. */
export async function verification(log: Log, known?: Head): Promise<Verification> {
  const faults: Verification['faults'] = [];
  const fault = (kind: Kind, row: { place?: number | null; id?: string }, message: string) => {
    if (faults.length < most) faults.push({ kind, place: row.place ?? null, entry: row.id ?? null, message });
  };
  const walked = await walk(log, fault, known);
  const outside = await walkOutside(log, fault);
  const head = await checkHead(log, fault, walked.end);
  if (known && walked.end.place < known.place)
    fault(
      'rolled back',
      known,
      `The log ends at place ${walked.end.place}, before place ${known.place}, which was noted down.`,
    );
  return { sound: faults.length === 0, entries: walked.entries + outside, head, faults };
}

type Tell = (kind: Kind, row: { place?: number | null; id?: string }, message: string) => void;

async function walk(log: Log, fault: Tell, known?: Head): Promise<{ entries: number; end: Head }> {
  let end: Head = { place: 0, hash: beginning };
  let entries = 0;
  let last: { place: number; id: string } | undefined;
  for (;;) {
    const rows = await sealedAfter(log, last);
    for (const row of rows) {
      checkRow(log.key, row, end, fault);
      if (known?.place === row.place && known.hash !== row.hash)
        fault('rolled back', row, `Place ${row.place} is not the entry that was noted down.`);
      end = { place: Math.max(end.place, row.place), hash: row.hash };
      last = row;
    }
    entries += rows.length;
    if (rows.length < batch) return { entries, end };
  }
}

type SealedRow = Row<'audit'> & { place: number; hash: string };

async function sealedAfter(
  { tx, organisation }: Log,
  last?: { place: number; id: string },
): Promise<SealedRow[]> {
  const rows = await tx
    .selectFrom('audit')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('place', 'is not', null)
    .$if(last !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('place', 'id'), '>', tuple(last!.place, last!.id)),
      ),
    )
    .orderBy('place')
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows as SealedRow[];
}

function checkRow(key: string, row: SealedRow, before: Head, fault: Tell): void {
  const { place, mac } = row;
  if (place === 1 && row.kind !== 'organisation.created')
    fault('missing', row, 'The log does not begin with the making of the organisation.');
  if (place > before.place + 1)
    fault(
      'missing',
      { place: before.place + 1 },
      place === before.place + 2
        ? `The entry at place ${before.place + 1} is missing.`
        : `The entries at places ${before.place + 1} to ${place - 1} are missing.`,
    );
  if (place <= before.place) {
    fault('added', row, `A second entry stands at place ${place}: one of the two was added.`);
    return;
  }
  const linked = place > before.place + 1 || linkOf(before.hash, row) === row.hash;
  const genuine = macOf(key, row) === mac;
  if (!genuine && linked)
    fault('changed', row, `The entry at place ${place} was changed after it was written.`);
  else if (!genuine) fault('added', row, `The entry at place ${place} was not written by Tandem.`);
  else if (!linked)
    fault(
      'moved',
      row,
      `The entry at place ${place} does not follow from the one before it: entries were moved or taken out.`,
    );
}

// Entries of the last moments have no place yet; others without one were not sealed because Tandem did not write them.
async function walkOutside({ tx, key, organisation }: Log, fault: Tell): Promise<number> {
  let entries = 0;
  for (let after: string | undefined; ; ) {
    const rows = await unsealed(tx, organisation, after);
    for (const { mac, ...row } of rows)
      if (macOf(key, row) !== mac)
        fault('added', row, 'An entry outside the chain was not written by Tandem, or changed at once.');
    entries += rows.length;
    after = rows.at(-1)?.id;
    if (after === undefined) return entries;
  }
}

async function checkHead({ tx, key, organisation }: Log, fault: Tell, end: Head): Promise<Head | null> {
  const head = await tx
    .selectFrom('audit_head')
    .select(['place', 'hash', 'mac'])
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  if (!head) {
    fault(
      'missing',
      {},
      'The end of the chain is not on record: the log, or the last part of it, is missing.',
    );
    return null;
  }
  if (headMac(key, organisation, head) !== head.mac)
    fault('changed', head, 'The record of where the chain ends was not written by Tandem.');
  if (end.place < head.place)
    fault(
      'missing',
      { place: end.place + 1 },
      `The log ends at place ${end.place}, but it was sealed up to place ${head.place}: the last entries are missing.`,
    );
  else if (end.place > head.place)
    fault('added', { place: end.place }, `Entries stand behind place ${head.place}, where the chain ends.`);
  else if (end.hash !== head.hash)
    fault('changed', { place: end.place }, 'The chain does not end as it was sealed: it was computed anew.');
  return { place: head.place, hash: head.hash };
}
