import type { Act } from '#app/act.ts';
import { gaps } from '#app/gap/gaps.ts';
import { shownWatches } from '#app/grade/sustain-watches.ts';
import { hiddenObjectives, mayChange, maySee } from '#app/objective/objective-access.ts';
import { namedObjective } from '#app/objective/objective-shown.ts';
import type { Output, Parsed } from '#contract/index.ts';
import type { CyclePlan } from '#contract/planning.ts';
import { type CycleCount, listCycles } from '#db/cycles.ts';
import { type KeyResultWithLinks, keyResultsOf } from '#db/key-results.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import { cycleLoads, type Load, objectiveIdsToPlan } from '#db/planning.ts';
import type { Row } from '#db/schema.ts';
import { type LastTime, personAdvice, teamAdvice, usual } from '#domain/okr/capacity.ts';
import { addDays } from '#domain/time/day.ts';
import { loadCycle, shownCycle } from './cycle-access.ts';

const most = { lessons: 100, drafted: 200, gaps: 20, people: 100 };

/** All that a cycle is planned from, as far as the person may see it. */
export async function planOf(act: Act, wanted: Parsed<'cycles.plan'>): Promise<Output<'cycles.plan'>> {
  const cycle = await loadCycle(act, wanted.cycle);
  const last = wanted.last ? await loadCycle(act, wanted.last) : await cycleBefore(act, cycle);
  const hidden = await hiddenObjectives(act);
  const cycles = last ? [cycle.id, last.id] : [cycle.id];
  const loads = await cycleLoads(act.tx, act.organisation.id, { cycles, hidden, usual: usual.keyResults });
  const { gaps: open } = (await gaps.list(act, {})) as Output<'gaps.list'>;
  return {
    cycle: shownCycle(act, cycle, countOf(cycle.id, loads.teams)),
    last: last ? shownCycle(act, last, countOf(last.id, loads.teams)) : null,
    ...(await lessonsOf(act, last, wanted.team, hidden)),
    gaps: open.slice(0, most.gaps),
    moreGaps: Math.max(0, open.length - most.gaps),
    gains: await gainsBefore(act, cycle.starts),
    ...(await draftedIn(act, cycle.id, wanted.team, hidden)),
    ...loadsOf(loads, cycle.id, last?.id),
  };
}

// A quarter learns from the quarter before, although a year may have ended since.
async function cycleBefore(act: Act, cycle: Row<'cycle'>): Promise<Row<'cycle'> | undefined> {
  const before = (await listCycles(act.tx, act.organisation.id)).filter(
    ({ id, starts, state }) => id !== cycle.id && starts < cycle.starts && state !== 'planning',
  );
  return before.find(({ kind }) => kind === cycle.kind) ?? before[0];
}

async function lessonsOf(
  act: Act,
  last: Row<'cycle'> | undefined,
  team: string | undefined,
  hidden: readonly string[],
): Promise<Pick<CyclePlan, 'lessons' | 'moreLessons' | 'undecided'>> {
  if (!last) return { lessons: [], moreLessons: 0, undecided: [] };
  const { objectives, keyResults, more } = await goalsOf(act, last.id, team, hidden, {
    ...{ dropped: true, limit: most.lessons },
  });
  const lessons = objectives.map((row) => ({
    ...namedObjective(row),
    dropReason: row.drop_reason,
    mayCopy: mayChange(act, row),
    keyResults: (keyResults.get(row.id) ?? []).map(lessonOf),
  }));
  const undecided = objectives.flatMap(({ id, title }) =>
    (keyResults.get(id) ?? [])
      .filter((row) => row.fate === 'carry over' && !row.after && !wishes(row).carryInto)
      .map((row) => ({ id: row.id, title: row.title, objective: { id, title } })),
  );
  return { lessons, moreLessons: more, undecided };
}

function wishes({ grading }: KeyResultWithLinks): { carryInto?: string | null } {
  return (grading as { carryInto?: string | null } | null) ?? {};
}

function lessonOf(row: KeyResultWithLinks): CyclePlan['lessons'][number]['keyResults'][number] {
  const { id, title, owner, progress, score, fate, lesson, after, became } = row;
  const dropped = row.dropped_at ? (row.drop_reason ?? '') : null;
  return { id, title, owner, progress, score, fate, lesson, carriedTo: after, becameKpi: became, dropped };
}

async function draftedIn(
  act: Act,
  cycle: string,
  team: string | undefined,
  hidden: readonly string[],
): Promise<Pick<CyclePlan, 'drafted' | 'moreDrafted'>> {
  const { objectives, keyResults, more } = await goalsOf(act, cycle, team, hidden, {
    ...{ dropped: false, limit: most.drafted },
  });
  const gapKpis = await namesOf(
    act,
    objectives.flatMap(({ gap_kpi }) => gap_kpi ?? []),
  );
  const drafted = objectives.map((row) => {
    const own = (keyResults.get(row.id) ?? []).filter((each) => !each.dropped_at);
    return {
      ...namedObjective(row),
      keyResults: own.length,
      carriedFrom: own.find((each) => each.before)?.before?.cycle.name ?? null,
      gapKpi: (row.gap_kpi && gapKpis.get(row.gap_kpi)) || null,
    };
  });
  return { drafted, moreDrafted: more };
}

async function namesOf(act: Act, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; key: string; name: string }>();
  const rows = await act.tx
    .selectFrom('kpi')
    .select(['id', 'key', 'name'])
    .where('organisation', '=', act.organisation.id)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function goalsOf(
  act: Act,
  cycle: string,
  team: string | undefined,
  hidden: readonly string[],
  how: { dropped: boolean; limit: number },
): Promise<{ objectives: ObjectiveInCycle[]; keyResults: Map<string, KeyResultWithLinks[]>; more: number }> {
  const { tx, organisation } = act;
  const { ids, total } = await objectiveIdsToPlan(tx, organisation.id, { cycle, team, hidden, ...how });
  const rows = (await objectivesById(tx, organisation.id, ids)).filter((row) => maySee(act, row));
  const place = new Map(ids.map((id, index) => [id, index]));
  const objectives = rows.sort((one, other) => place.get(one.id)! - place.get(other.id)!);
  const keyResults = Map.groupBy(await keyResultsOf(tx, organisation.id, ids), (row) => row.objective);
  return { objectives, keyResults, more: Math.max(0, total - ids.length) };
}

// What was decided long ago teaches the next cycle nothing new.
async function gainsBefore(act: Act, starts: string): Promise<CyclePlan['gains']> {
  const since = addDays(starts, -366);
  const watches = await shownWatches(act, {});
  return watches.filter(({ state, createdAt }) => state === 'watching' || createdAt.slice(0, 10) >= since);
}

const nothing: LastTime = { objectives: 0, keyResults: 0, graded: 0, reached: 0 };

// Every objective is one of a team's, or of none.
function countOf(cycle: string, teams: readonly Load[]): CycleCount {
  const own = teams.filter((each) => each.cycle === cycle);
  const sum = (of: (load: Load) => number) => own.reduce((total, each) => total + of(each), 0);
  return {
    cycle,
    objectives: sum(({ objectives }) => objectives),
    keyResults: sum(({ keyResults }) => keyResults),
    graded: sum(({ scored }) => scored),
  };
}

function loadsOf(
  { teams: byTeam, people: byPerson }: Awaited<ReturnType<typeof cycleLoads>>,
  cycle: string,
  last: string | undefined,
): Pick<CyclePlan, 'teams' | 'people'> {
  const teams = [...Map.groupBy(byTeam, ({ team }) => team)].map(([team, own]) => {
    const now = own.find((row) => row.cycle === cycle);
    const load = {
      ...{ objectives: now?.objectives ?? 0, keyResults: now?.keyResults ?? 0 },
      ...{ thin: now?.thin ?? 0, crowded: now?.crowded ?? 0 },
      last: lastOf(own, last),
    };
    return { team, ...load, advice: teamAdvice(load) };
  });
  const people = [...Map.groupBy(byPerson, ({ person }) => person)].flatMap(([person, own]) => {
    const now = own.find((row) => row.cycle === cycle);
    if (!now) return [];
    const { objectives, keyResults } = now;
    const load = { objectives, keyResults, teams: now.teams, last: lastOf(own, last) };
    return { person, ...load, advice: personAdvice(load) };
  });
  return {
    teams: teams.sort((one, other) => byLoad(one, other) || compare(one.team ?? '', other.team ?? '')),
    people: people
      .sort((one, other) => byLoad(one, other) || compare(one.person, other.person))
      .slice(0, most.people),
  };
}

type Counts = { objectives: number; keyResults: number };

function byLoad(one: Counts, other: Counts): number {
  return other.keyResults - one.keyResults || other.objectives - one.objectives;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function lastOf(own: readonly (LastTime & { cycle: string })[], last: string | undefined): LastTime {
  const row = own.find(({ cycle }) => cycle === last);
  if (!row) return nothing;
  const { objectives, keyResults, graded, reached } = row;
  return { objectives, keyResults, graded, reached };
}
