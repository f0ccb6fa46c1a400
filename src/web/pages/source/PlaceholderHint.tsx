import type { ReactNode } from 'react';
import classes from './Source.module.css';

/** What a question may name, so that it asks about the periods that are wanted. */
export function PlaceholderHint({ sign }: { sign: '{}' | ':' }): ReactNode {
  const name = (word: string) => <code>{sign === ':' ? `:${word}` : `{${word}}`}</code>;
  return (
    <p className={classes.hint}>
      {name('from')} and {name('to')} are the first and last day that are asked for, {name('until')} the day
      after; {name('start')} and {name('end')} the same as instants, {name('period')} the period itself.
    </p>
  );
}
