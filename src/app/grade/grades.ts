import type { Act, UseCases } from '#app/act.ts';
import { type Grading, gradeOf } from '#app/key-result/key-result-shown.ts';
import { type Answerable, loadAnswerable, loadObjective } from '#app/objective/objective-access.ts';
import { told } from '#app/told.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { keyResultsOf } from '#db/key-results.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import { asksFor, capped, fateFault, gradeFault, objectiveScore, suggestedScore } from '#domain/okr/grade.ts';
import { wishOf } from './fate.ts';
import { gradeSheets } from './grade-sheets.ts';
import { evidenceNow } from './graded-evidence.ts';

export const grades: UseCases<'grades'> = {
  list: async (act, input) => gradeSheets(act, input),

  record: async (act, input) => {
    const loaded = await loadAnswerable(act, input.keyResult, 'grade');
    const { keyResult, objective } = loaded;
    await loadObjective(act, objective.id, true);
    const { known, evidence } = await evidenceOf(act, loaded);
    const measured = suggestedScore(evidence.progress ?? undefined);
    const suggested = evidence.suggested ?? undefined;
    const score = capped(input.score, evidence.cap !== null);
    refuseGrade(objective, suggested, score, input);
    const wish = await wishOf(act, loaded, input);
    const grading: Grading = {
      ...wish,
      capped: score < input.score || (measured !== undefined && suggested! < measured),
      ...known,
      evidence,
    };
    await act.tx
      .updateTable('key_result')
      .set({
        suggested_score: suggested ?? null,
        score,
        score_reason: input.reason || null,
        explanation: input.explanation || null,
        fate: input.fate,
        lesson: input.lesson,
        grading: JSON.stringify(grading),
        graded_by: act.who.id,
        graded_at: act.now,
      })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', keyResult.id)
      .execute();
    const total = await scoreObjective(act, objective.id);
    const after = (await keyResultsOf(act.tx, act.organisation.id, [objective.id])).find(
      ({ id }) => id === keyResult.id,
    )!;
    return [
      { grade: gradeOf(after, objective.commitment)!, objectiveScore: total },
      {
        kind: keyResult.score === null ? 'grade.recorded' : 'grade.changed',
        subject: keyResult.id,
        detail: told(objective, {
          score,
          suggested: suggested ?? null,
          fate: input.fate,
          before: keyResult.score,
        }),
      },
    ];
  },
};

type Given = Parsed<'grades.record'>;

function refuseGrade(
  { commitment }: ObjectiveInCycle,
  suggested: number | undefined,
  score: number,
  { reason, explanation, fate, lesson }: Given,
): void {
  const words = { reason, explanation, learnt: lesson };
  const fault = gradeFault({ commitment, suggested, score, ...words });
  if (fault) {
    const missing = asksFor({ commitment, suggested, score }).find((asked) => !words[asked]?.trim());
    throw new Refused('invalid', fault, missing === 'learnt' ? 'lesson' : missing);
  }
  const missing = fateFault(fate, lesson);
  if (missing) throw new Refused('invalid', missing, 'lesson');
}

// What is known is kept with the grade: it must not read better or worse in a year.
async function evidenceOf(act: Act, { keyResult, objective }: Answerable) {
  const { evidence, goalposts } = await evidenceNow(act, [keyResult], objective);
  const own = evidence.get(keyResult.id)!;
  const breached = own.guardrails.filter(({ breaches }) => breaches.length > 0).map(({ id }) => id);
  const movedGoalposts = goalposts.get(keyResult.id)?.length ?? 0;
  return { evidence: own, known: { breachedGuardrails: breached, movedGoalposts } };
}

async function scoreObjective(act: Act, id: string): Promise<number | null> {
  const rows = (await keyResultsOf(act.tx, act.organisation.id, [id])).filter((row) => !row.dropped_at);
  const score =
    objectiveScore(rows.map((row) => ({ score: row.score ?? undefined, weight: row.weight }))) ?? null;
  await act.tx
    .updateTable('objective')
    .set({ score })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', id)
    .execute();
  return score;
}
