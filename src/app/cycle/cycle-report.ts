import type { Act } from '#app/act.ts';
import { calibrationOf, type Pair, sheetsOf } from '#app/grade/grade-sheets.ts';
import { shownWatches } from '#app/grade/sustain-watches.ts';
import { maySee } from '#app/objective/objective-access.ts';
import type { CycleReport, ReportKpi } from '#contract/cycle-report.ts';
import type { GradeSheet } from '#contract/grades.ts';
import { keyResultsOf } from '#db/key-results.ts';
import { listObjectives, type ObjectiveInCycle } from '#db/objectives.ts';
import { succeeds } from '#domain/okr/grade.ts';
import { weightedMean } from '#domain/okr/weighted-mean.ts';
import { loadCycle, shownCycleById } from './cycle-access.ts';
import { type CycleKpi, kpisInCycle, linksOfGoals } from './cycle-kpis.ts';

/** The report of a cycle from the goals that the person may see; what is private to others is in no number of it. */
export async function cycleReport(act: Act, id: string): Promise<CycleReport> {
  const { tx, organisation } = act;
  const cycle = await shownCycleById(act, id);
  const all = (await listObjectives(tx, organisation.id, { cycle: id, dropped: true })).filter((row) =>
    maySee(act, row),
  );
  const objectives = all.filter(({ state }) => state !== 'dropped');
  const rows = await keyResultsOf(
    tx,
    organisation.id,
    all.map((row) => row.id),
  );
  const byId = new Map(objectives.map((row) => [row.id, row]));
  const pairs = rows.flatMap((row): Pair[] => {
    const objective = byId.get(row.objective);
    return objective && !row.dropped_at ? [{ row, objective }] : [];
  });
  const sheets = Map.groupBy(await sheetsOf(act, cycle, pairs), ({ keyResult }) => keyResult.objective);
  const of = (each: ObjectiveInCycle) => sheets.get(each.id) ?? [];
  return {
    organisation: organisation.name,
    cycle,
    madeAt: act.now,
    today: act.today,
    isInterim: cycle.state !== 'closed',
    standing: standingOf(objectives, of),
    teams: await teamsOf(act, objectives, of),
    objectives: objectives.map((each) => {
      const { title, why, commitment, state, owner, team, progress, score } = each;
      const success = score === null ? null : (succeeds(commitment, score) ?? null);
      return {
        ...{ id: each.id, title, why, commitment, state, owner, team, progress, score, success },
        keyResults: of(each),
      };
    }),
    dropped: [
      ...all
        .filter(({ state }) => state === 'dropped')
        .map(({ id, title, drop_reason: reason }) => ({
          kind: 'objective' as const,
          id,
          title,
          reason: reason ?? '',
        })),
      ...rows
        .filter((row) => row.dropped_at && byId.has(row.objective))
        .map(({ id, title, drop_reason: reason }) => ({
          kind: 'key result' as const,
          id,
          title,
          reason: reason ?? '',
        })),
    ],
    calibration: calibrationOf(pairs),
    ...(await kpisOf(act, id, objectives, pairs)),
    sustainWatches: await shownWatches(act, { cycle: id }),
  };
}

type Sheets = (objective: ObjectiveInCycle) => readonly GradeSheet[];

function standingOf(objectives: readonly ObjectiveInCycle[], of: Sheets): CycleReport['standing'] {
  const sheets = objectives.flatMap((each) => of(each));
  const grades = sheets.flatMap(({ keyResult }) => keyResult.grade ?? []);
  const judged = grades.filter(({ success }) => success !== null);
  const scored = objectives.filter(({ score }) => score !== null);
  const mean = (value: 'score' | 'progress') =>
    weightedMean(
      objectives.flatMap((each) => {
        const own = each[value];
        return own === null ? [] : [{ value: Math.min(1, Math.max(0, own)), weight: each.weight }];
      }),
    ) ?? null;
  return {
    score: mean('score'),
    progress: mean('progress'),
    objectives: objectives.length,
    scored: scored.length,
    keyResults: sheets.length,
    graded: grades.length,
    succeeded: judged.filter(({ success }) => success).length,
    judged: judged.length,
  };
}

async function teamsOf(
  { tx, organisation }: Act,
  objectives: readonly ObjectiveInCycle[],
  of: Sheets,
): Promise<CycleReport['teams']> {
  const byTeam = Map.groupBy(objectives, ({ team }) => team);
  const ids = [...byTeam.keys()].filter((team) => team !== null);
  if (ids.length === 0) return [];
  const teams = await tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('organisation', '=', organisation.id)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  return teams.map(({ id, name }) => ({ team: id, name, ...standingOf(byTeam.get(id)!, of) }));
}

async function kpisOf(
  act: Act,
  id: string,
  objectives: readonly ObjectiveInCycle[],
  pairs: readonly Pair[],
): Promise<Pick<CycleReport, 'kpis' | 'kpisLeftOut' | 'kpisKept'>> {
  const row = await loadCycle(act, id);
  const links = await linksOfGoals(
    act,
    objectives,
    pairs.map((pair) => pair.row),
  );
  const kept = row.kpis_at_close as CycleKpi[] | null;
  const seen = kept ?? (await kpisInCycle(act, [...links.keys()], row));
  // At the close all goals were looked at; of these KPIs only those belong here that this person's goals name.
  const kpis = seen.flatMap((kpi): ReportKpi[] => {
    const own = links.get(kpi.id);
    return own ? [{ ...kpi, links: [...own] }] : [];
  });
  return { kpis, kpisLeftOut: links.size - kpis.length, kpisKept: kept !== null };
}
