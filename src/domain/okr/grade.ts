import { weightsFault } from './measure.ts';
import { clamp01 } from './progress.ts';
import { weightedMean } from './weighted-mean.ts';

export const commitments = ['committed', 'aspirational', 'learning'] as const;

/** What an objective promises: to be reached, to be stretched for, or to be learnt from. */
export type Commitment = (typeof commitments)[number];

export const fates = ['keep the gain', 'turn into a KPI', 'carry over', 'drop'] as const;

/** What becomes of a key result after its cycle. */
export type Fate = (typeof fates)[number];

export const bands = ['below 0.4', 'below 0.7', '0.7 and up'] as const;
/** The three ranges that scores are told apart by. */
export type Band = (typeof bands)[number];

/** The words that a grade can need beside its score. */
export type Asked = 'reason' | 'explanation' | 'learnt';

const successAt = { committed: 1, aspirational: 0.7, learning: undefined } as const;
const guardrailCap = 0.69;

/** The score that measured progress suggests: clamped, to two decimals; undefined when nothing was measured. */
export function suggestedScore(progress: number | undefined): number | undefined {
  return progress === undefined ? undefined : rounded(clamp01(progress));
}

/** What is wrong with a score, as a sentence for the person, or undefined for a number from 0 to 1. */
export function scoreFault(score: number): string | undefined {
  if (score >= 0 && score <= 1) return undefined;
  return `${score} is not a score: use a number from 0.0 to 1.0.`;
}

/** The band that a score lies in, judged on two decimals. */
export function band(score: number): Band {
  const shown = rounded(score);
  return shown < 0.4 ? 'below 0.4' : shown < 0.7 ? 'below 0.7' : '0.7 and up';
}

/** Whether a score is a success: 1.0 for committed, from 0.7 for aspirational; learning has no threshold (undefined). */
export function succeeds(commitment: Commitment, score: number): boolean | undefined {
  const threshold = successAt[commitment];
  return threshold === undefined ? undefined : rounded(score) >= threshold;
}

/** Whether a key result came out as its owner's confidence was about: reached in full. */
export function isReached(score: number): boolean {
  return rounded(score) >= 1;
}

/** Which words a score needs: a reason when it differs from the suggested one, an explanation of a committed miss, what was learnt. */
export function asksFor(grade: {
  commitment: Commitment;
  suggested: number | undefined;
  score: number;
}): Asked[] {
  const asked: Asked[] = [];
  if (grade.suggested === undefined || rounded(grade.score) !== rounded(grade.suggested))
    asked.push('reason');
  if (grade.commitment === 'committed' && !succeeds('committed', grade.score)) asked.push('explanation');
  if (grade.commitment === 'learning') asked.push('learnt');
  return asked;
}

const requests: Record<Asked, (suggested: number | undefined) => string> = {
  reason: (suggested) =>
    suggested === undefined
      ? 'Nothing was measured that suggests a score: give a reason for yours.'
      : `The score differs from the suggested ${suggested.toFixed(2)}: give a reason.`,
  explanation: () => 'This was committed and is missed: explain what happened.',
  learnt: () => 'This objective was set to learn: say what was learnt.',
};

/** What is wrong with a grade, as a sentence for the person, or undefined when its score and its words are complete. */
export function gradeFault(
  grade: { commitment: Commitment; suggested: number | undefined; score: number } & {
    [words in Asked]?: string | undefined;
  },
): string | undefined {
  const fault = scoreFault(grade.score);
  if (fault) return fault;
  const missing = asksFor(grade).filter((asked) => !grade[asked]?.trim());
  return missing.length === 0
    ? undefined
    : missing.map((asked) => requests[asked](grade.suggested)).join(' ');
}

/** What is wrong with a fate, as a sentence for the person, or undefined; a lesson in words goes with each. */
export function fateFault(fate: Fate, lesson: string): string | undefined {
  return lesson.trim() ? undefined : `To ${doing[fate]}, write the lesson in a sentence.`;
}

const doing: Record<Fate, string> = {
  'keep the gain': 'keep the gain',
  'turn into a KPI': 'turn it into a KPI',
  'carry over': 'carry it over',
  drop: 'drop it',
};

/** A score as a breached guardrail leaves it, when the organisation has chosen that it caps: at most 0.69. */
export function capped(score: number, guardrailBreached: boolean): number {
  return guardrailBreached ? Math.min(score, guardrailCap) : score;
}

/** The score of an objective: the weighted mean of its key results' scores to two decimals; undefined until all are graded. */
export function objectiveScore(
  keyResults: readonly { score: number | undefined; weight: number }[],
): number | undefined {
  if (weightsFault(keyResults.map((each) => each.weight))) return undefined;
  const graded = keyResults.flatMap(({ score, weight }) =>
    score === undefined ? [] : [{ value: score, weight }],
  );
  const mean = graded.length === keyResults.length ? weightedMean(graded) : undefined;
  return mean === undefined ? undefined : rounded(mean);
}

// The hair lifts 0.285, which binary keeps a little below, to 0.29 as a person rounds it.
function rounded(score: number): number {
  return Math.round(score * 100 + 1e-9) / 100;
}
