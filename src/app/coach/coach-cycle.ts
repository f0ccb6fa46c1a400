import type { Act } from '#app/act.ts';
import { maySee } from '#app/objective/objective-access.ts';
import {
  type CoachKeyResult,
  type CoachKpi,
  coachKeyResults,
  coachKpis,
  type KeyResultTitle,
  keyResultTitles,
} from '#db/coach.ts';
import { anyOf } from '#db/kpis.ts';
import { objectivesInCycle, type TreeObjectiveRow } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import type { OwnerLoad } from '#domain/coach/set/facts.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { Alike, CoachedKeyResult } from './coach-goal.ts';
import { indexOf, likest } from './coach-index.ts';

/** The goals of a cycle that the person may see: what is private to others is in no comparison and in no count. */
export type CycleGoals<K extends KeyResultTitle = KeyResultTitle> = {
  cycle: Row<'cycle'>;
  objectives: readonly TreeObjectiveRow[];
  /** By the id of their objective, in their order. */
  keyResults: ReadonlyMap<string, readonly K[]>;
  teams: ReadonlyMap<string, string>;
};

/** All that is to be known of the goals of a cycle. */
export async function wholeGoals(act: Act, cycle: Row<'cycle'>): Promise<CycleGoals<CoachKeyResult>> {
  return goalsWith(act, cycle, await coachKeyResults(act.tx, act.organisation.id, { cycle: cycle.id }));
}

/** The goals of a cycle as one of them is compared with the others. */
export async function goalsOf(act: Act, cycle: Row<'cycle'>): Promise<CycleGoals> {
  return goalsWith(act, cycle, await keyResultTitles(act.tx, act.organisation.id, cycle.id));
}

async function goalsWith<K extends KeyResultTitle>(
  act: Act,
  cycle: Row<'cycle'>,
  all: readonly K[],
): Promise<CycleGoals<K>> {
  const { tx, organisation } = act;
  const rows = await objectivesInCycle(tx, organisation.id, cycle.id);
  const objectives = rows.filter((row) => maySee(act, row));
  const seen = new Set(objectives.map(({ id }) => id));
  const keyResults = Map.groupBy(
    all.filter(({ objective }) => seen.has(objective)),
    ({ objective }) => objective,
  );
  const named = await tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('organisation', '=', organisation.id)
    .execute();
  const teams = new Map(named.map(({ id, name }) => [id, name]));
  return { cycle, objectives, keyResults, teams };
}

type Item = Alike[number]['item'];

/** Finds the goals of a cycle that say nearly the same as one; `id` is the goal itself, null while it is not written. */
export type Likeness = { objectives: Asking; keyResults: Asking };

export function likenessOf({ objectives, keyResults, teams }: CycleGoals): Likeness {
  const named = objectives.map(
    ({ id, title, team }): Item => ({ id, text: title, of: teams.get(team ?? '') }),
  );
  const counted = objectives.flatMap(({ id: objective, title: of }) =>
    (keyResults.get(objective) ?? []).map(({ id, title }): Item => ({ id, text: title, of, objective })),
  );
  return { objectives: alikeIn(named), keyResults: alikeIn(counted) };
}

type Asking = (id: string | null, text: string) => Alike;

// Whoever asks about objectives only needs no index of key results.
function alikeIn(items: readonly Item[]): Asking {
  let index: ReturnType<typeof indexOf<Item>> | undefined;
  return (id, text) => {
    index ??= indexOf(items);
    return likest(index, id, text);
  };
}

/** The KPIs that key results read, by their ids. */
export async function kpisBehind(
  act: Act,
  keyResults: readonly Pick<CoachKeyResult, 'kpi'>[],
): Promise<Map<string, CoachKpi>> {
  const ids = [...new Set(keyResults.flatMap(({ kpi }) => kpi ?? []))];
  return new Map((await coachKpis(act.tx, act.organisation.id, ids)).map((kpi) => [kpi.id, kpi]));
}

/** A key result that is there, as the coach checks it. */
export function coached(
  row: CoachKeyResult,
  objective: string,
  cycle: CoachedKeyResult['cycle'],
  kpis: ReadonlyMap<string, CoachKpi>,
): CoachedKeyResult {
  return {
    ...{ title: row.title, objective, cycle, deadline: row.deadline, current: row.current },
    ...{ guardrails: row.guardrails, initiatives: row.initiatives, decimals: row.decimals },
    measure: row.measure as Measure,
    unit: row.unit as Unit,
    kpi: kpis.get(row.kpi ?? '') ?? null,
    frozen: row.frozen ? { odds: row.odds } : null,
  };
}

/** What each person carries of the goals that may be seen: how many objectives and key results, and which. */
export function loadsOf({
  objectives,
  keyResults,
}: CycleGoals): Map<string, Omit<OwnerLoad, 'name'> & { ids: string[] }> {
  const loads = new Map<string, { objectives: number; keyResults: number; ids: string[] }>();
  const add = (owner: string | null, what: 'objectives' | 'keyResults', id: string): void => {
    if (!owner) return;
    const load = loads.get(owner) ?? { objectives: 0, keyResults: 0, ids: [] };
    load[what] += 1;
    load.ids.push(id);
    loads.set(owner, load);
  };
  for (const { id, owner } of objectives) {
    add(owner, 'objectives', id);
    for (const each of keyResults.get(id) ?? []) add(each.owner ?? owner, 'keyResults', each.id);
  }
  return loads;
}

/** The names of people of the organisation, by their ids. */
export async function namesOf(act: Act, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await act.tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', anyOf('uuid', ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
