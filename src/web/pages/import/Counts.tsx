import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/imports.ts';
import { glyphs, Mark, type Tone } from '../../parts/Mark.tsx';
import classes from './Import.module.css';

const numbers = new Intl.NumberFormat('en-GB');

/** A count for people: 1,697. */
export function counted(count: number): string {
  return numbers.format(count);
}

type Line = { count: number; words: string; glyph: keyof typeof glyphs; tone: Tone };

/** What a file would do, in five numbers; what it would not do is as large as the rest. */
export function Counts({ preview }: { preview: ImportPreview }): ReactNode {
  const { create, change, same, unreadable, skip } = preview.counts;
  const what = preview.kind === 'definitions' ? 'KPIs' : 'readings';
  const lines: Line[] = [
    { count: create, words: `${what} to create`, glyph: 'check', tone: create > 0 ? 'good' : 'quiet' },
    { count: change, words: `${what} to change`, glyph: 'diamond', tone: change > 0 ? 'warn' : 'quiet' },
    { count: same, words: `${what} the same`, glyph: 'dash', tone: 'quiet' },
    {
      count: unreadable,
      words: 'cells that cannot be read',
      glyph: 'cross',
      tone: unreadable > 0 ? 'bad' : 'quiet',
    },
    { count: skip, words: 'cells skipped', glyph: 'dashed', tone: 'quiet' },
  ];
  return (
    <ul className={classes.counts}>
      {lines.map(({ count, words, glyph, tone }) => (
        <li key={words} data-none={count === 0 || undefined}>
          <strong className="numbers">{counted(count)}</strong>
          <Mark glyph={glyphs[glyph]} tone={tone}>
            {words}
          </Mark>
        </li>
      ))}
    </ul>
  );
}
