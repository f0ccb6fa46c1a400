import type { Act } from '#app/act.ts';
import { evidenceNow, shownEvidence } from '#app/grade/graded-evidence.ts';
import { knownOf, measuredIn, shownFacts } from '#app/kpi/facts.ts';
import { type Answerable, mayAnswerFor } from '#app/objective/objective-access.ts';
import { pacer } from '#app/objective/pace.ts';
import type { CheckIn } from '#contract/check-ins.ts';
import type { MovedGoalpost } from '#contract/grade.ts';
import type { Output } from '#contract/index.ts';
import type { Report } from '#contract/measures.ts';
import type { Row } from '#db/schema.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { whyProgress } from '#domain/okr/why.ts';
import { shownKeyResult } from './key-result-shown.ts';

/** One key result with all that is known of it. */
export async function detailOf(
  act: Act,
  { keyResult, objective }: Answerable,
): Promise<Output<'keyResults.find'>> {
  const measure = keyResult.measure as Measure;
  const measured = [measuredIn(keyResult, objective)];
  const known = (await knownOf(act, measured)).get(keyResult.id)!;
  // After the close a KPI may still learn of the cycle: the score stands, and so does what it was made of.
  const closed = keyResult.kpi && objective.closed_at ? (keyResult.graded_at ?? objective.closed_at) : null;
  const judged = closed ? (await knownOf(act, measured, closed)).get(keyResult.id)! : known;
  const { evidence, goalposts } = await evidenceNow(act, [keyResult], {
    ...objective,
    closedAt: objective.closed_at,
  });
  const shown = shownEvidence(keyResult, evidence.get(keyResult.id)!, objective.closed_at !== null);
  const pace = pacer(act, { ...objective, state: objective.cycle_state })(keyResult, objective);
  return {
    ...shownKeyResult(keyResult, objective, pace),
    why: whyProgress(measure, judged.facts, {
      unit: keyResult.unit as Unit,
      decimals: keyResult.decimals,
      progress: (closed ? shown.progress : keyResult.progress) ?? undefined,
    }),
    facts: shownFacts(measure, judged.facts),
    values: judged.values,
    lateValues: known.values.filter(
      (each) => !judged.values.some(({ period, value }) => period === each.period && value === each.value),
    ),
    checkIns: known.checkIns.map(shownCheckIn).reverse(),
    movedGoalposts: (goalposts.get(keyResult.id) ?? []).map(shownGoalpost),
    changedSince: shown.changedSince,
    mayChange: mayAnswerFor(act, objective, keyResult.owner),
  };
}

/** A check-in in the contract's shape. */
export function shownCheckIn(row: Row<'check_in'>): CheckIn {
  return {
    id: row.id,
    keyResult: row.key_result,
    day: row.day,
    report: row.report as Report | null,
    progress: row.progress,
    confidence: row.confidence,
    changed: row.changed,
    blocks: row.blocks,
    needs: row.needs,
    late: row.late,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}

/** A moved goalpost in the contract's shape. */
export function shownGoalpost(row: Row<'moved_goalpost'>): MovedGoalpost {
  return {
    field: row.field,
    before: row.before,
    after: row.after,
    reason: row.reason,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}
