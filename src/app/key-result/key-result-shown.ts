import type { Pace } from '#app/objective/pace.ts';
import type { Grade, Graduate, Keep } from '#contract/grade.ts';
import type { GradeSheet } from '#contract/grades.ts';
import type { KeyResult } from '#contract/key-results.ts';
import type { Measure } from '#contract/measures.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { band, type Commitment, succeeds } from '#domain/okr/grade.ts';
import { shownForesight } from './foresee.ts';

/** What grading keeps beside the columns: the wish that takes effect at the close, and what was known when it was given. */
export type Grading = {
  capped: boolean;
  keep: Keep | null;
  carryInto: string | null;
  /** Absent in grades of before there were initiatives. */
  carryInitiatives?: boolean;
  /** Grades of before there was this fate do not speak of it. */
  graduate?: Graduate | null;
  breachedGuardrails: string[];
  movedGoalposts: number;
  /** Grades of before it was kept have none. */
  evidence?: Kept;
};

/** What a key result was graded on. Readings are corrected later; the page of a grade goes on showing what was judged. */
export type Kept = Pick<
  GradeSheet,
  'suggested' | 'cap' | 'asFrozen' | 'guardrails' | 'signal' | 'confidence'
> &
  Pick<KeyResult, 'current' | 'currentDay' | 'progress'>;

/** The evidence that was kept with a grade, if there is one. */
export function keptOf({ score, grading }: KeyResultWithLinks): Kept | undefined {
  return score === null ? undefined : (grading as Grading | null)?.evidence;
}

/** A key result in the contract's shape. */
export function shownKeyResult(row: KeyResultWithLinks, objective: ObjectiveInCycle, pace: Pace): KeyResult {
  const { current, currentDay, progress, guardrails } = standingOf(row, objective);
  return {
    id: row.id,
    objective: row.objective,
    initiatives: row.initiatives,
    position: row.position,
    title: row.title,
    owner: row.owner,
    weight: row.weight,
    deadline: row.deadline,
    measure: row.measure as Measure,
    unit: row.unit as Unit,
    decimals: row.decimals,
    plan: row.plan as { day: string; expected: number }[] | null,
    kpi: row.kpi_name,
    guardrails,
    frozen: row.frozen !== null,
    foreseen: shownForesight(row.foreseen),
    ...{ current, currentDay, progress },
    expected: pace.expected,
    health: row.dropped_at ? null : pace.health,
    confidence: row.confidence,
    lastCheckIn: row.last_check_in,
    due: row.dropped_at ? null : pace.due,
    dropped: row.dropped_at ? { at: row.dropped_at, reason: row.drop_reason ?? '' } : null,
    carriedFrom: row.before,
    grade: gradeOf(row, objective.commitment),
  };
}

// In a closed cycle it stands as it was graded.
function standingOf(
  row: KeyResultWithLinks,
  { cycle_state: state }: ObjectiveInCycle,
): Pick<KeyResult, 'current' | 'currentDay' | 'progress' | 'guardrails'> {
  const kept = state === 'closed' ? keptOf(row) : undefined;
  const { current, current_day: currentDay, progress, guardrails } = row;
  if (!kept) return { current, currentDay, progress, guardrails };
  const named = kept.guardrails.map(({ id, key, name, status }) => ({ id, key, name, status }));
  return { ...kept, guardrails: named };
}

/** The grade of a key result in the contract's shape, null before it is given. */
export function gradeOf(row: KeyResultWithLinks, commitment: Commitment): Grade | null {
  if (row.score === null || row.fate === null || row.graded_at === null) return null;
  const grading = row.grading as Grading | null;
  return {
    suggested: row.suggested_score,
    score: row.score,
    band: band(row.score),
    success: succeeds(commitment, row.score) ?? null,
    capped: grading?.capped ?? false,
    reason: row.score_reason,
    explanation: row.explanation,
    fate: row.fate,
    lesson: row.lesson ?? '',
    keep: grading?.keep ?? null,
    carryInto: grading?.carryInto ?? null,
    carryInitiatives: grading?.carryInitiatives ?? false,
    carriedTo: row.after,
    graduate: grading?.graduate ?? null,
    becameKpi: row.became,
    by: row.graded_by,
    at: row.graded_at,
  };
}
