import type { Grade, Keep } from '#contract/grade.ts';
import type { KeyResult } from '#contract/key-results.ts';
import type { Measure } from '#contract/measures.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { band, type Commitment, succeeds } from '#domain/okr/grade.ts';
import { shownForesight } from './foresee.ts';
import type { Pace } from './pace.ts';

/** What grading keeps beside the columns: the wish that takes effect at the close, and what was known when it was given. */
export type Grading = {
  capped: boolean;
  keep: Keep | null;
  carryInto: string | null;
  breachedGuardrails: string[];
  movedGoalposts: number;
  /** What it was carried over to at the close. */
  carriedTo?: { objective: string; keyResult: string };
};

/** A key result in the contract's shape. */
export function shownKeyResult(row: KeyResultWithLinks, objective: ObjectiveInCycle, pace: Pace): KeyResult {
  return {
    id: row.id,
    objective: row.objective,
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
    guardrails: row.guardrails,
    frozen: row.frozen !== null,
    foreseen: shownForesight(row.foreseen),
    current: row.current,
    currentDay: row.current_day,
    progress: row.progress,
    expected: pace.expected,
    health: row.dropped_at ? null : pace.health,
    confidence: row.confidence,
    lastCheckIn: row.last_check_in,
    due: row.dropped_at ? null : pace.due,
    dropped: row.dropped_at ? { at: row.dropped_at, reason: row.drop_reason ?? '' } : null,
    grade: gradeOf(row, objective.commitment),
  };
}

/** The grade of a key result in the contract's shape, null before it is given. */
export function gradeOf(row: Row<'key_result'>, commitment: Commitment): Grade | null {
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
    by: row.graded_by,
    at: row.graded_at,
  };
}
