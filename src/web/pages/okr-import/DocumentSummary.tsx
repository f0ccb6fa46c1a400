import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OkrDocumentPreview } from '#contract/okr-documents.ts';
import { Fault } from '../../parts/Fault.tsx';
import { glyphs, Mark, type Tone } from '../../parts/Mark.tsx';
import classes from './OkrImport.module.css';
import type { OkrImporting } from './useOkrImport.ts';

type Props = Pick<OkrImporting, 'apply'> & { preview: OkrDocumentPreview; isStale: boolean };

type Line = { count: number; words: string; glyph: keyof typeof glyphs; tone: Tone };

/** What the document would write, in numbers, and the button that writes it. */
export function DocumentSummary({ preview, apply, isStale }: Props): ReactNode {
  const { counts, cycle, namedCycle, fault } = preview;
  const faults = preview.objectives.flatMap(({ keyResults }) =>
    keyResults.filter((each) => each.fault !== null),
  );
  const todo = counts.objectives + counts.keyResults;
  const lines: Line[] = [
    { count: counts.objectives, words: 'objectives to write', glyph: 'check', tone: 'good' },
    { count: counts.keyResults, words: 'key results to write', glyph: 'check', tone: 'good' },
    { count: counts.initiatives, words: 'initiatives to write', glyph: 'check', tone: 'good' },
    { count: counts.same, words: 'there already', glyph: 'dash', tone: 'quiet' },
    { count: counts.outcomes, words: 'outcomes kept as notes', glyph: 'half', tone: 'quiet' },
    { count: counts.notUnderstood, words: 'lines not understood', glyph: 'dashed', tone: 'warn' },
    { count: counts.problems, words: 'problems that the coach finds', glyph: 'warning', tone: 'warn' },
  ];
  return (
    <div className={classes.summary}>
      <ul className={classes.counts}>
        {lines.map(({ count, words, glyph, tone }) => (
          <li key={words} data-none={count === 0 || undefined}>
            <strong className="numbers">{count}</strong>
            <Mark glyph={glyphs[glyph]} tone={count === 0 ? 'quiet' : tone}>
              {words}
            </Mark>
          </li>
        ))}
      </ul>
      <div className={classes.row}>
        <Button
          onClick={() => apply.mutate()}
          loading={apply.isPending}
          disabled={todo === 0 || isStale || fault !== null || faults.length > 0}
        >
          {todo === 0 ? 'Nothing to write' : `Write into ${cycle.name}`}
        </Button>
        <span className={classes.quiet}>
          {fault ??
            (faults.length > 0
              ? `First mend line ${faults.map(({ line }) => line).join(', ')}.`
              : namedCycle && !cycle.name.includes(namedCycle)
                ? `The document speaks of ${namedCycle}.`
                : 'Problems do not hold it up: drafts may still be reworded.')}
        </span>
      </div>
      <Fault of={apply.error} />
    </div>
  );
}
