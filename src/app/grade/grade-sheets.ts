import type { Act } from '#app/act.ts';
import { shownCycleById } from '#app/cycle/cycle-access.ts';
import { shownCheckIn, shownGoalpost } from '#app/key-result/key-result-detail.ts';
import { shownKeyResult } from '#app/key-result/key-result-shown.ts';
import { loadObjective, mayAnswerFor, maySee } from '#app/objective/objective-access.ts';
import { pacer } from '#app/objective/pace.ts';
import type { GradeSheet } from '#contract/grades.ts';
import type { Output, Parsed } from '#contract/index.ts';
import { type KeyResultWithLinks, keyResultsOf } from '#db/key-results.ts';
import { listObjectives, type ObjectiveInCycle } from '#db/objectives.ts';
import { brierScore } from '#domain/okr/confidence.ts';
import { asksFor, isReached, suggestedScore } from '#domain/okr/grade.ts';
import { counterfactualSentence } from '#domain/okr/graded.ts';
import type { GradedCycle } from './grade-evidence.ts';
import { evidenceNow, shownEvidence } from './graded-evidence.ts';
import { reachedLevels } from './reached-levels.ts';

/** A key result with its objective. */
export type Pair = { row: KeyResultWithLinks; objective: ObjectiveInCycle };

/** The grading of a cycle: every key result that the person may see, or only those that they may grade, with what lies beside its score. */
export async function gradeSheets(
  act: Act,
  { cycle: id, objective, mine }: Parsed<'grades.list'>,
): Promise<Output<'grades.list'>> {
  const { tx, organisation } = act;
  const cycle = await shownCycleById(act, id);
  if (objective) await loadObjective(act, objective);
  const all = (await listObjectives(tx, organisation.id, { cycle: id })).filter((row) => maySee(act, row));
  const keyResults = await keyResultsOf(
    tx,
    organisation.id,
    all.map((row) => row.id),
  );
  const byId = new Map(all.map((row) => [row.id, row]));
  const pairs = keyResults
    .filter((row) => !row.dropped_at)
    .map((row): Pair => ({ row, objective: byId.get(row.objective)! }));
  const wanted = pairs.filter(
    (pair) =>
      (!objective || pair.objective.id === objective) &&
      (!mine || mayAnswerFor(act, pair.objective, pair.row.owner)),
  );
  const sheets = Map.groupBy(await sheetsOf(act, cycle, wanted), (sheet) => sheet.keyResult.objective);
  return {
    cycle,
    objectives: all
      .filter((row) => sheets.has(row.id))
      .map(({ id, title, commitment, owner, team, score }) => ({
        id,
        title,
        commitment,
        owner,
        team,
        score,
        keyResults: sheets.get(id)!,
      })),
    calibration: calibrationOf(pairs),
  };
}

/** What lies beside the score of each key result, in the order given. */
export async function sheetsOf(act: Act, cycle: GradedCycle, pairs: readonly Pair[]): Promise<GradeSheet[]> {
  const rows = pairs.map(({ row }) => row);
  const { evidence, checkIns, goalposts } = await evidenceNow(act, rows, cycle);
  const gains = await reachedLevels(act, pairs);
  return pairs.map(({ row, objective }): GradeSheet => {
    const isClosed = objective.cycle_state === 'closed';
    const shown = shownEvidence(row, evidence.get(row.id)!, isClosed);
    const { suggested, cap, asFrozen, guardrails, signal, confidence, changedSince, progress } = shown;
    const keyResult = shownKeyResult(
      row,
      objective,
      pacer(act, { ...objective, state: objective.cycle_state })(row, objective),
    );
    const { foreseen } = keyResult;
    return {
      keyResult,
      ...{ suggested, cap, asFrozen, guardrails, signal, confidence, changedSince },
      counterfactual: foreseen && {
        score: suggestedScore(foreseen.progress ?? undefined) ?? null,
        sentence: counterfactualSentence(foreseen, suggestedScore(progress ?? undefined)),
      },
      asks: asksFor({
        commitment: objective.commitment,
        suggested: suggested ?? undefined,
        score: suggested ?? 0,
      }),
      movedGoalposts: (goalposts.get(row.id) ?? []).map(shownGoalpost),
      late: (checkIns.get(row.id) ?? []).filter(({ late }) => late).map(shownCheckIn),
      mayKeepGain: row.kpi !== null,
      gain: gains.get(row.id) ?? null,
      mayGrade: mayAnswerFor(act, objective, row.owner),
    };
  });
}

/** The last confidence that was told before the end against what came of it, for each person and each team. */
export function calibrationOf(pairs: readonly Pair[]): Output<'grades.list'>['calibration'] {
  const judged = pairs.flatMap(({ row, objective }) =>
    row.score === null || row.confidence === null
      ? []
      : [
          {
            person: row.owner ?? objective.owner,
            team: objective.team,
            confidence: row.confidence,
            reached: isReached(row.score),
          },
        ],
  );
  const people = [
    ...Map.groupBy(
      judged.filter(({ person }) => person),
      ({ person }) => person,
    ),
  ];
  const teams = [
    ...Map.groupBy(
      judged.filter(({ team }) => team),
      ({ team }) => team,
    ),
  ];
  return [
    ...people.map(([person, own]) => ({
      person,
      team: null,
      keyResults: own.length,
      brier: brierScore(own)!,
    })),
    ...teams.map(([team, own]) => ({ person: null, team, keyResults: own.length, brier: brierScore(own)! })),
  ];
}
