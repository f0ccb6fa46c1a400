/** What a source says of a period. */
export type Said = { value: number; numerator: number | null; denominator: number | null };

/** The reading that stands there; a value of null is one that was withdrawn. */
export type Standing = Omit<Said, 'value'> & { value: number | null; source: string };

/**
 * What becomes of it: a new reading, a correction of what a source said before, nothing because both are the same, or nothing because
 * a person's reading stands and is `kept`.
 */
export type Verdict = 'create' | 'correct' | 'same' | 'keep';

/**
 * Weighs what a source says against what stands. What a person recorded, corrected or withdrew always stays. `isPresent`: the source
 * knows its present state only; for a period that is over, what it said first was nearer to that period's end and stays.
 */
export function verdictOf(said: Said, standing: Standing | undefined, isPresent: boolean): Verdict {
  if (!standing) return 'create';
  if (standing.source !== 'connector') return standing.value === said.value ? 'same' : 'keep';
  const isSame =
    standing.value === said.value &&
    standing.numerator === said.numerator &&
    standing.denominator === said.denominator;
  return isSame || isPresent ? 'same' : 'correct';
}
