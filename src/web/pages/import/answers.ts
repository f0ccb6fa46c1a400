import type { Corrections } from '#contract/import-file.ts';
import type { ImportGuess } from '#contract/imports.ts';

/** What a person said to a guess: the guess as it was made, and the way to read it. */
export type Answer = { guess: ImportGuess; answer: ImportGuess['guess'] };

/** What tells a guess from the others of its file. */
export function guessId({ about, row, column }: ImportGuess): string {
  return `${about} ${row ?? ''} ${column ?? ''}`;
}

/** A person's answers as the corrections that the import understands. */
export function correctionsOf(answers: Iterable<Answer>): Corrections {
  const corrections: Corrections = {};
  for (const { guess, answer } of answers) {
    if (guess.about === 'dates') corrections.order = answer as NonNullable<Corrections['order']>;
    else if (guess.about === 'year') corrections.year = Number(answer);
    else {
      const [lines, at] =
        guess.row === null ? (['columns', guess.column] as const) : (['rows', guess.row] as const);
      const all = corrections[lines] ?? {};
      corrections[lines] = { ...all, [String(at)]: { ...all[String(at)], [guess.about]: answer } };
    }
  }
  return corrections;
}

/** The guesses that are still open and those that were answered, in one list that keeps its places. */
export function allGuesses(
  open: readonly ImportGuess[],
  answers: ReadonlyMap<string, Answer>,
): ImportGuess[] {
  const answered = [...answers.values()].map(({ guess }) => guess);
  const known = new Set(answered.map(guessId));
  return [...answered, ...open.filter((guess) => !known.has(guessId(guess)))].sort(
    (one, other) => (one.row ?? one.column ?? 0) - (other.row ?? other.column ?? 0),
  );
}

/** A guess as a question about its example: 'How is "04/05/2026" meant?'. */
export function question({ example }: ImportGuess): string {
  return `How is “${example}” meant?`;
}

/** Where a guess holds: 'in row 5, Answer time'. */
export function whereOf({ at, label }: ImportGuess): string {
  if (at === null) return 'in the whole file';
  return label ? `in ${at}, ${label}` : `in ${at}`;
}

/** One way to read an example, in words. */
export function readingOf({ about, example }: ImportGuess, answer: ImportGuess['guess']): string {
  if (about === 'dates') return answer === 'day first' ? 'day, then month' : 'month, then day';
  if (about === 'clock') return answer === 'h:mm' ? 'hours and minutes' : 'minutes and seconds';
  if (about === 'fraction') return answer === true ? 'a fraction: 0.95 is 95 %' : 'percent as it stands';
  if (about === 'decimal') return numberIn(example, answer === ',' ? ',' : '.');
  return String(answer);
}

function numberIn(example: string, decimal: '.' | ','): string {
  const [whole = '', part] = example.replaceAll(decimal === '.' ? ',' : '.', '').split(decimal);
  return part === undefined ? `${whole}, no decimals` : `${whole} point ${part}`;
}
