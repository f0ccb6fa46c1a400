import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Gap } from '#contract/gaps.ts';
import { useMayWrite } from '../kpi/useMayWrite.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { DraftDialog } from './DraftDialog.tsx';
import classes from './Gaps.module.css';

/** What can be done about a gap: write the OKR, or decide otherwise; nothing for those who may not. */
export function GapActions({ gap }: { gap: Gap }): ReactNode {
  const [open, setOpen] = useState<'draft' | 'decide' | undefined>(undefined);
  const mayWrite = useMayWrite(gap);
  if (!mayWrite) return null;
  const close = (): void => setOpen(undefined);
  const isSettled = gap.objectives.length > 0 || gap.decision !== null;
  return (
    <span className={classes.actions}>
      <Button
        size="compact-xs"
        variant={isSettled ? 'subtle' : 'default'}
        color="gray"
        onClick={() => setOpen('draft')}
      >
        Write the OKR<span className="unseen"> for {gap.name}</span>
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen('decide')}>
        Decide<span className="unseen"> about {gap.name}</span>
      </Button>
      {open === 'draft' && <DraftDialog gap={gap} onClose={close} />}
      {open === 'decide' && <DecideDialog gap={gap} onClose={close} />}
    </span>
  );
}
