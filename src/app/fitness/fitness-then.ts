import type { Act, Turn } from '#app/act.ts';
import { type EvidenceAt, evidenceThenOf } from '#app/kpi/evidence-at.ts';
import { isBy } from '#app/kpi/kpis-then.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import { todayIn } from '#app/today.ts';
import { arrivalsThen, type FitnessLine, kpisAbove } from '#db/fitness.ts';
import { ownedOrNamed, readersThen, tiesThen } from '#db/fitness-then.ts';
import { listDecisions } from '#db/gaps.ts';
import { happenedAfter, valuesBefore } from '#db/happened.ts';
import { sameRunOf } from '#domain/fitness/same-run.ts';
import { judge } from '#domain/kpi/judge.ts';
import { askedSince } from './asked-since.ts';

/** The lines that the fitness of a KPI was measured from on the day of a turn of the past: its own, then those of the KPIs above it. */
export async function fitnessLinesThen(turn: Act, kpi: string): Promise<FitnessLine[]> {
  const { tx, organisation, now: asOf } = turn;
  const chain = await kpisAbove(tx, organisation.id, kpi);
  const known = await evidenceThenOf(turn, chain);
  const hidden = await hiddenObjectives(turn);
  const ties = await tiesThen(tx, organisation.id, { kpis: chain, hidden, asOf });
  return Promise.all(
    [...known.values()].map(async (at) => {
      const tied = { targets: 0, guardrails: 0, improves: 0, ...ties.get(at.kpi.id) };
      return { ...lineOf(turn, at), ...tied, ...(at.kpi.id === kpi && (await ownLine(turn, at, known))) };
    }),
  );
}

/** What can be told of a KPI without asking more: enough for one above. */
function lineOf(
  { organisation }: Turn,
  { kpi }: EvidenceAt,
): Omit<FitnessLine, 'targets' | 'guardrails' | 'improves'> {
  const { id, key, name, owner, team, parent, cadence, unit, decimals, pillar, weight, grace_days } = kpi;
  return {
    ...{ id, key, name, owner, team, parent, cadence, unit, decimals, pillar, weight, grace_days },
    created: todayIn(organisation.timeZone, kpi.created_at),
    has_definition: kpi.definition.trim() !== '',
    has_purpose: kpi.purpose.trim() !== '',
    counters: kpi.counters.length,
    ...{ newest_value: null, same_run: null, same_repeats: null, same_pairs: null, newest: null },
    ...{ arrivals: null, has_threshold: null, asks: null, asks_since: null, owner_acknowledged: false },
    ...{ others: 0, acknowledged: 0, load: 0, decided_on: null, accepted_until: null },
  };
}

async function ownLine(
  turn: Turn,
  at: EvidenceAt,
  above: ReadonlyMap<string, EvidenceAt>,
): Promise<Partial<FitnessLine>> {
  const { tx, organisation, now: asOf } = turn;
  const { kpi } = at;
  const { timeZone } = organisation;
  const judged = judge(at.evidence);
  const came = await arrivalsThen(tx, organisation.id, {
    ...{ kpi: kpi.id, graceDays: kpi.grace_days, timeZone, asOf },
  });
  const parent = above.get(kpi.parent ?? '')?.kpi;
  const same = parent?.definition === kpi.definition ? parent : undefined;
  const readers = await readersThen(tx, organisation.id, { kpi, same, asOf });
  const decisions = (await listDecisions(tx, organisation.id, kpi.id)).filter(({ recorded_at }) =>
    isBy(recorded_at, asOf),
  );
  const accepted = decisions.flatMap(({ kind, until }) => (kind === 'accept' && until ? [until] : []));
  const asks = await askedSince(turn, at);
  const ends = sameRunOf(judged.sparkline);
  return {
    newest_value: judged.newest?.value ?? null,
    ...{ same_run: ends.run, same_repeats: ends.repeats, same_pairs: ends.pairs },
    ...{ newest: came?.newest ?? null, arrivals: came?.codes ?? '' },
    has_threshold: judged.threshold !== null,
    ...{ asks: asks?.what ?? null, asks_since: asks?.since ?? null },
    // Somebody who has left since is no owner who could be asked, today as then.
    owner: readers.owner === null ? null : kpi.owner,
    owner_acknowledged: readers.owner ?? false,
    ...{ others: readers.others, acknowledged: readers.acknowledged },
    load: kpi.owner === null ? 0 : await loadThen(turn, kpi.owner),
    decided_on: decisions[0] ? todayIn(timeZone, decisions[0].recorded_at) : null,
    accepted_until: accepted.sort().at(-1) ?? null,
  };
}

/** How many KPIs a person carried, parts of one fan-out counted once. */
async function loadThen({ tx, organisation, now: asOf }: Turn, owner: string): Promise<number> {
  const happened = await happenedAfter(tx, organisation.id, { after: asOf, kinds: ['kpi.changed'] });
  const before = valuesBefore(happened);
  const moved = [...before].flatMap(([kpi, fields]) => ('owner' in fields ? [kpi] : []));
  const rows = await ownedOrNamed(tx, organisation.id, { owner, kpis: moved, asOf });
  const theirs = rows.filter((row) => (before.get(row.id)?.owner ?? ownerNow(row, moved)) === owner);
  return new Set(theirs.map(({ id, parent }) => parent ?? id)).size;
}

function ownerNow(
  { id, owner }: { id: string; owner: string | null },
  moved: readonly string[],
): string | null {
  // One that nobody owned before it was moved is nobody's.
  return moved.includes(id) ? null : owner;
}

/** What of the fitness of a KPI is told as it is today although a past day is asked for, one sentence each with the reason. */
export function toldAsToday({ team }: Pick<FitnessLine, 'team'>): string[] {
  return [
    team
      ? 'Who is in its team, and who has left, is told as it is today: of a membership no day is kept.'
      : 'Whether its owner has left is told as it is today: of leaving no day is kept.',
    'Which objectives improve it, and which key results read it or are guarded by it, is told by today’s links, for those that were planned or under way then: of a link no day is kept.',
  ];
}
