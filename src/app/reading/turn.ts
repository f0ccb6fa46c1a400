import type { Transaction } from 'kysely';
import type { Turn } from '#app/act.ts';
import { rulesOf } from '#app/identify.ts';
import { todayIn } from '#app/today.ts';
import type { Database } from '#db/schema.ts';

/** An organisation's rules and its day at an instant, for what nobody in particular does; undefined when there is no such organisation. */
export async function turnOf(
  tx: Transaction<Database>,
  organisation: string,
  now: string,
): Promise<Turn | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', organisation)
    .executeTakeFirst();
  return row && { tx, organisation: rulesOf(row), now, today: todayIn(row.time_zone, now) };
}
