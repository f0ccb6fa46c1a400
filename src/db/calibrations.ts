import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** How many key results of a person, a team and a cycle were told with a confidence (null: none was), and how many were reached. */
export type ConfidenceTally = {
  cycle: string;
  person: string | null;
  team: string | null;
  confidence: number | null;
  count: number;
  reached: number;
};

/** Which confidence of a key result: the first that was told, the last by half time, or the last before the end. */
export type Telling = 'first' | 'halfway' | 'last';

/**
 * The graded key results of closed cycles by person, team and confidence, those of some objectives left out. The last confidence stands in the
 * row of the key result; for the others the check-ins are asked, of which those count that were written before the cycle's end.
 */
export async function confidenceTallies(
  tx: Transaction<Database>,
  organisation: string,
  { told, hidden, timeZone }: { told: Telling; hidden: readonly string[]; timeZone: string },
): Promise<ConfidenceTally[]> {
  const kept = told === 'last';
  const until = told === 'halfway' ? sql`and i.day <= c.starts + (c.ends - c.starts) / 2` : sql``;
  const asked = sql`left join lateral (
      select i.confidence from check_in i
      where i.organisation = ${organisation} and i.key_result = k.id and not i.late and i.confidence is not null
        and i.recorded_at < ((c.ends + 1)::timestamp at time zone ${timeZone}) ${until}
      order by i.day ${told === 'first' ? sql`asc` : sql`desc`}, i.recorded_at desc, i.id desc limit 1
    ) i on true`;
  const { rows } = await sql<ConfidenceTally>`
    select o.cycle, coalesce(k.owner, o.owner) as person, o.team, ${kept ? sql`k.confidence` : sql`i.confidence`} as confidence,
      count(*)::int as count, count(*) filter (where round(k.score::numeric, 2) >= 1)::int as reached
    from cycle c
    join objective o on o.organisation = c.organisation and o.cycle = c.id and o.state <> 'dropped'
    join key_result k on k.organisation = o.organisation and k.objective = o.id
    ${kept ? sql`` : asked}
    where c.organisation = ${organisation} and c.state = 'closed' and k.dropped_at is null and k.score is not null
      and o.id <> all(${hidden}::uuid[])
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}
