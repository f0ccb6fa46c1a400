import { listAllowed } from '#app/connector/allowed-hosts.ts';
import { SourceFault } from '#app/connector/source.ts';
import type { Tandem } from '#app/perform.ts';
import { transact } from '#app/transaction.ts';
import type { Row } from '#db/schema.ts';
import { dueIssues, dueTrackers, holdTracker, nextIssueDue } from '#db/trackers.ts';
import { settleAnswers } from './synchronise-settle.ts';
import type { TrackerAsk } from './tracker.ts';
import { accountOf } from './tracker-account.ts';

/** A tracker of some organisation of which an issue is due. */
export type DueTracker = { organisation: string; tracker: string };

/** For how long a tracker is held by who asks it; then another process may. */
export const heldSeconds = 180;
// Shorter than it is held: whoever takes over later cannot meet it.
const patience = 120_000;
// GitHub is asked for one issue at a time, and allows 5,000 requests an hour.
const mostAtOnce = 60;
const mostPerRound = 5_000;

/** The trackers of which something is due, in whichever organisation. */
export async function waitingTrackers(tandem: Pick<Tandem, 'database' | 'ports'>): Promise<DueTracker[]> {
  const now = tandem.ports.clock();
  const due = await transact(tandem.database, {}, false, (tx) => dueTrackers(tx, now, mostPerRound));
  return due.map(({ organisation, id }) => ({ organisation, tracker: id }));
}

/**
 * Asks a tracker for the issues that are due, outside of any transaction, and records in one what it said. Does nothing when
 * somebody else is at it.
 */
export async function synchronise(tandem: Tandem, due: DueTracker, request: string): Promise<void> {
  const held = await hold(tandem, due);
  if (!held) return;
  const { tracker, keys, ask } = held;
  const answer = ask
    ? await tandem.ports.tracker.issues(ask, keys, AbortSignal.timeout(patience))
    : { answers: [], fault: new SourceFault(lostToken) };
  await settleAnswers(tandem, tracker, answer, request);
}

const lostToken =
  'The token of this account cannot be opened with the key of this installation: give it again.';

type Held = { tracker: Row<'tracker'>; keys: string[]; ask: TrackerAsk | undefined };

async function hold(tandem: Tandem, { organisation, tracker: id }: DueTracker): Promise<Held | undefined> {
  const now = tandem.ports.clock();
  return transact(tandem.database, { organisation }, true, async (tx) => {
    const tracker = await holdTracker(tx, organisation, id, now, heldSeconds);
    if (!tracker) return undefined;
    const keys = await dueIssues(tx, tracker, now, mostAtOnce);
    if (keys.length === 0) {
      const next = await nextIssueDue(tx, tracker);
      await tx
        .updateTable('tracker')
        .set({ held_until: null, next_ask: next })
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .execute();
      return undefined;
    }
    const account = accountOf(tandem.ports.sealingKeys, tracker);
    const allowed = await listAllowed({ tx, organisation: { id: organisation } });
    return { tracker, keys, ask: account && { ...account, allowed } };
  });
}
