import { sql } from 'kysely';
import type { Act } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';

type Ids = readonly (string | null | undefined)[];

/** Refuses with not_found a person who is not in the organisation; null and undefined are nobody. */
export async function refuseUnknownPeople(act: Act, people: Ids, field = 'owner'): Promise<void> {
  await refuseUnknown(act, 'person', people, field);
}

/** Refuses with not_found a team that is not in the organisation; null and undefined are none. */
export async function refuseUnknownTeams(act: Act, teams: Ids, field = 'team'): Promise<void> {
  await refuseUnknown(act, 'team', teams, field);
}

async function refuseUnknown(act: Act, what: 'person' | 'team', ids: Ids, field: string): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id != null))];
  if (wanted.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(what)} where organisation = ${act.organisation.id} and id = any(${wanted}::uuid[])
      ${what === 'team' ? sql`and removed_at is null` : sql``}`.execute(act.tx);
  const missing = wanted.find((id) => !rows.some((row) => row.id === id));
  if (missing) throw new Refused('not_found', `There is no ${what} ${missing}.`, field);
}
