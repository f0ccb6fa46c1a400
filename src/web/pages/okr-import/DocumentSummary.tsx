import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OkrDocumentPreview } from '#contract/okr-documents.ts';
import { type Count, Counts } from '../../parts/Counts.tsx';
import { Fault } from '../../parts/Fault.tsx';
import classes from './OkrImport.module.css';
import type { OkrImporting } from './useOkrImport.ts';

type Props = Pick<OkrImporting, 'apply'> & { preview: OkrDocumentPreview; isStale: boolean };

/** What the document would write, in numbers, and the button that writes it. */
export function DocumentSummary({ preview, apply, isStale }: Props): ReactNode {
  const { counts, cycle, namedCycle, fault } = preview;
  const faults = preview.objectives.flatMap(({ keyResults }) =>
    keyResults.filter((each) => each.fault !== null),
  );
  const todo = counts.objectives + counts.keyResults;
  const lines: Count[] = [
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
      <Counts of={lines} />
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
