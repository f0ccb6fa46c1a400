import { Button, Progress, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ImportPreview } from '#contract/imports.ts';
import { counted } from '../../parts/Counts.tsx';
import { Fault } from '../../parts/Fault.tsx';
import classes from './Import.module.css';
import type { Importing } from './useImport.ts';

type Props = Pick<Importing, 'apply' | 'progress'> & { preview: ImportPreview; isStale: boolean };

/** Asks for a reason where one is needed, imports, and shows how far it is. */
export function ApplyBar({ preview, apply, progress, isStale }: Props): ReactNode {
  const [reason, setReason] = useState('');
  const { counts, needsReason, accepted, kind } = preview;
  const todo = counts.create + counts.change;
  const what = kind === 'definitions' ? 'KPI' : 'reading';
  const isNothing = todo === 0 && accepted.length === 0;
  const words = isNothing ? 'Nothing to import' : `Import ${counted(todo)} ${what}${todo === 1 ? '' : 's'}`;
  const share = progress && progress.total > 0 ? (progress.done / progress.total) * 100 : 0;
  return (
    <div className={classes.apply}>
      {needsReason && (
        <TextInput
          label="Why do readings that are there change?"
          description="The reason stays beside each corrected reading."
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={classes.row}>
        <Button
          onClick={() => apply.mutate(reason)}
          loading={apply.isPending}
          disabled={isNothing || isStale || (needsReason && reason.trim() === '')}
        >
          {words}
        </Button>
        {isNothing && <span className={classes.quiet}>{whyNothing(preview)}</span>}
        {apply.isPending && (
          <div className={classes.progress}>
            <Progress value={share} aria-label="Imported so far" size="sm" />
            <span className="numbers" role="status">
              {progress ? `${counted(progress.done)} of ${counted(progress.total)}` : 'Reading the file'}
            </span>
          </div>
        )}
      </div>
      <Fault of={apply.error} />
    </div>
  );
}

function whyNothing({ proposals, counts }: ImportPreview): string {
  if (proposals.length > 0) return 'Accept the KPIs above: their readings come with them.';
  return counts.same > 0 ? 'All that can be read is there already.' : 'No cell of it can be read.';
}
