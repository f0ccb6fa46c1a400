import { sql } from 'kysely';
import type { Tandem } from './perform.ts';
import { transact } from './transaction.ts';

/** Every organisation with its time zone: the one thing that a round of the jobs sees across tenants. */
export async function organisationsOf(
  tandem: Pick<Tandem, 'database'>,
): Promise<{ id: string; time_zone: string }[]> {
  return transact(tandem.database, {}, false, async (tx) => {
    await sql`select set_config('tandem.round', 'on', true)`.execute(tx);
    return tx.selectFrom('organisation').select(['id', 'time_zone']).execute();
  });
}
