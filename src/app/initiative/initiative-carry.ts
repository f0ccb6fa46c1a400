import type { Act } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { listInitiatives, wakeTracker } from '#db/initiatives.ts';
import { isOpen } from '#domain/initiative/state.ts';

/** Writes the open initiatives of a key result under the one that it was carried over to, as they stand, and gives their ids. */
export async function carryInitiatives(act: Act, from: string, to: string): Promise<string[]> {
  const { tx, organisation, now } = act;
  const rows = (await listInitiatives(tx, organisation.id, { keyResult: from })).filter(({ state }) =>
    isOpen(state),
  );
  if (rows.length === 0) return [];
  const copies = rows.map(
    (
      {
        key_result_title,
        key_result_owner,
        key_result_dropped,
        objective,
        tracker_fault,
        tracker_failing_since,
        ...row
      },
      position,
    ) => ({
      ...row,
      id: newId(),
      key_result: to,
      position,
      carried_from: row.id,
      // In the closed cycle it is asked for no more.
      next_ask: row.tracker === null ? null : now,
      author: act.who.id,
      created_at: now,
    }),
  );
  await tx.insertInto('initiative').values(copies).execute();
  for (const tracker of new Set(rows.flatMap(({ tracker }) => tracker ?? [])))
    await wakeTracker(tx, organisation.id, tracker, now);
  return copies.map(({ id }) => id);
}
