import { sql } from 'kysely';
import type { Event, Turn } from '#app/act.ts';
import { judgeWatches } from '#app/grade/sustain-watches.ts';
import { measuredIn } from '#app/kpi/facts.ts';
import { climb } from '#app/objective/climb.ts';
import { lockAlignment } from '#db/alignment.ts';
import { keyResultsById } from '#db/key-results.ts';
import { isOneOf } from '#db/kpis.ts';
import { objectivesById } from '#db/objectives.ts';
import { sent } from '#db/pipeline.ts';
import { refresh } from './standing.ts';

/**
 * Lets key results and sustain watches follow KPIs whose readings changed or whose period has ended, and everything above them.
 * The caller holds the KPIs' rows, so that whoever makes a key result read one of them comes before or after, never beside.
 */
export async function followKpis(
  turn: Turn,
  kpis: readonly string[],
  known?: Followers | undefined,
): Promise<Event[]> {
  if (kpis.length === 0) return [];
  const { readers, watched } = known ?? (await followersOf(turn, kpis));
  if (readers.length > 0) await lockAlignment(turn.tx, turn.organisation.id, 'shared');
  const changed = await refreshReaders(turn, readers);
  await climb(
    turn,
    changed.map(({ objective }) => objective),
  );
  return [
    ...changed.map(({ id, kpi, current, progress }) => ({
      kind: 'keyResult.followed',
      subject: id,
      detail: { kpi, current, progress },
    })),
    ...(watched ? await judgeWatches(turn, kpis) : []),
  ];
}

/** The open key results that read some KPIs, and whether a gain of one of them is watched. */
export type Followers = { readers: string[]; watched: boolean };

/** What follows KPIs, by key or id. One question for both, because most KPIs have neither and then it is the only one. */
export async function followersOf({ tx, organisation }: Turn, refs: readonly string[]): Promise<Followers> {
  const query = sql<Followers>`
    with named as (select id from kpi where organisation = ${organisation.id} and ${isOneOf(refs)})
    select array(
      select k.id from key_result k
      join objective o on o.organisation = k.organisation and o.id = k.objective and o.state in ('draft', 'active')
      where k.organisation = ${organisation.id} and k.kpi = any(array(select id from named)) and k.dropped_at is null
    ) as readers,
    exists (
      select from sustain_watch w
      where w.organisation = ${organisation.id} and w.kpi = any(array(select id from named)) and w.state = 'watching'
    ) as watched`;
  const [row] = await sent(tx, query.compile(tx));
  return row!;
}

async function refreshReaders(turn: Turn, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { tx, organisation } = turn;
  const rows = await keyResultsById(tx, organisation.id, ids, true);
  const objectives = await objectivesById(tx, organisation.id, [
    ...new Set(rows.map((row) => row.objective)),
  ]);
  const open = new Map(
    objectives.filter(({ state }) => state === 'draft' || state === 'active').map((row) => [row.id, row]),
  );
  return refresh(
    turn,
    rows.flatMap((row) => {
      const objective = open.get(row.objective);
      return objective ? [measuredIn(row, objective)] : [];
    }),
  );
}
