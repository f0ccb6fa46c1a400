import { sql } from 'kysely';
import type { Event, Turn } from '#app/act.ts';
import { type PacedCycle, type PacedKeyResult, type PacedObjective, pacer } from '#app/objective/pace.ts';
import type { CycleState } from '#domain/time/cycle.ts';

type Awaited = PacedKeyResult &
  PacedObjective & {
    id: string;
    outdated_since: string | null;
    cycle: string;
  };

/** Marks the key results whose check-in and its grace days have gone by, takes the mark off those that are awaited again, and gives what became outdated. */
export async function markOutdated(turn: Turn): Promise<Event[]> {
  const { tx, organisation, today } = turn;
  const cycles = await tx
    .selectFrom('cycle')
    .select(['id', 'starts', 'ends', 'state', 'activated_at'])
    .where('organisation', '=', organisation.id)
    .where('state', '=', 'active')
    .execute();
  if (cycles.length === 0) return [];
  const paces = new Map(
    cycles.map((cycle) => [cycle.id, pacer(turn, cycle as PacedCycle & { state: CycleState })]),
  );
  const { rows } = await sql<Awaited>`
    select k.id, k.progress, k.deadline, k.plan, k.last_check_in, k.created_at, k.outdated_since, o.cycle, o.state,
      t.check_in_every, t.check_in_weekday
    from key_result k
    join objective o on o.organisation = k.organisation and o.id = k.objective and o.state = 'active'
    left join team t on t.organisation = o.organisation and t.id = o.team
    where k.organisation = ${organisation.id} and k.dropped_at is null and o.cycle = any(${cycles.map(({ id }) => id)}::uuid[])
    order by k.id
    for no key update of k`.execute(tx);
  const marks = rows.flatMap((row) => {
    const { outdatedFrom } = paces.get(row.cycle)!(row, row);
    const since = outdatedFrom !== null && outdatedFrom <= today ? outdatedFrom : null;
    return since === row.outdated_since ? [] : [{ id: row.id, since, before: row.outdated_since }];
  });
  if (marks.length === 0) return [];
  await sql`
    update key_result k set outdated_since = m.since
    from unnest(${marks.map(({ id }) => id)}::uuid[], ${marks.map(({ since }) => since)}::date[]) as m (id, since)
    where k.organisation = ${organisation.id} and k.id = m.id`.execute(tx);
  return marks
    .filter(({ since, before }) => since !== null && before === null)
    .map(({ id, since }) => ({ kind: 'keyResult.outdated', subject: id, detail: { since } }));
}
