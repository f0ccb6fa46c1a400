import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportGuess } from '#contract/imports.ts';
import { allGuesses, guessId, question, readingOf, whereOf } from './answers.ts';
import classes from './Import.module.css';
import type { Importing } from './useImport.ts';

type Props = Pick<Importing, 'answers' | 'answer'> & { open: readonly ImportGuess[] };

/** The formats that were guessed, each as a question with its answers; the file is read again at once. */
export function Guesses({ open, answers, answer }: Props): ReactNode {
  const guesses = allGuesses(open, answers);
  if (guesses.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>Read as guessed</h2>
      <p className={classes.quiet}>These can be meant in two ways. What is marked was taken.</p>
      <ul className={classes.guesses}>
        {guesses.map((guess) => {
          const choices = [guess.guess, ...guess.alternatives];
          const current = answers.get(guessId(guess))?.answer ?? guess.guess;
          return (
            <li key={guessId(guess)}>
              <span>
                {question(guess)} <small>{whereOf(guess)}</small>
              </span>
              <SegmentedControl
                size="xs"
                aria-label={`${question(guess)} ${whereOf(guess)}`}
                data={choices.map((each) => ({ value: String(each), label: readingOf(guess, each) }))}
                value={String(current)}
                onChange={(text) => answer(guess, choices.find((each) => String(each) === text)!)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
