import type { ReactNode } from 'react';
import classes from './Counts.module.css';
import type { Glyph } from './glyphs.ts';
import { glyphs, Mark, type Tone } from './Mark.tsx';

const numbers = new Intl.NumberFormat('en-GB');

/** A count for people: 1,697. */
export function counted(count: number): string {
  return numbers.format(count);
}

/** One of the numbers: how many, of what. */
export type Count = { count: number; words: string; glyph: Glyph; tone: Tone };

/** What something would do, in a few large numbers; none of a kind is said as quietly as it matters. */
export function Counts({ of }: { of: readonly Count[] }): ReactNode {
  return (
    <ul className={classes.counts}>
      {of.map(({ count, words, glyph, tone }) => (
        <li key={words} data-none={count === 0 || undefined}>
          <strong className="numbers">{counted(count)}</strong>
          <Mark glyph={glyphs[glyph]} tone={count === 0 ? 'quiet' : tone}>
            {words}
          </Mark>
        </li>
      ))}
    </ul>
  );
}
