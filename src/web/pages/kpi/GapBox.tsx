import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../../query.ts';
import { DecideDialog } from '../gaps/DecideDialog.tsx';
import { DraftDialog } from '../gaps/DraftDialog.tsx';
import { decisionWords } from '../gaps/gap-words.ts';
import classes from './GapBox.module.css';
import page from './Kpi.module.css';
import { inWords } from './period-words.ts';

type Props = { kpi: string; asOf: string | undefined; mayWrite: boolean };

/** The gap of one KPI, why it is one, and what has been or can be decided, now or as it stood on a day before; noise is told to be left alone; nothing when there is neither. */
export function GapBox({ kpi, asOf, mayWrite }: Props): ReactNode {
  const [open, setOpen] = useState<'draft' | 'decide' | undefined>(undefined);
  const gap = useOperation('gaps.find', { kpi, ...(asOf && { asOf }) }).data?.gap;
  if (!gap) return null;
  if (gap.kind === 'noise') return <p className={page.banner}>{gap.why.sentence}</p>;
  const close = (): void => setOpen(undefined);
  return (
    <section className={classes.gap} aria-label="Gap">
      <div>
        <h2>{asOf ? 'Gap' : <Link to="/gaps">Gap</Link>}</h2>
        <p>{gap.why.sentence}</p>
        {asOf && gap.unaided && <p>{inWords(gap.unaided.why.sentence)}</p>}
        {gap.objectives.map(({ id, title }) => (
          <p key={id} className={classes.standing}>
            {asOf ? 'Was being closed by' : 'Being closed by'}{' '}
            <Link to="/objectives/$objective" params={{ objective: id }}>
              {title}
            </Link>
          </p>
        ))}
        {gap.decision && <p className={classes.standing}>{decisionWords(gap.decision)}</p>}
      </div>
      {mayWrite && (
        <div className={classes.actions}>
          <Button
            size="xs"
            variant={gap.objectives.length > 0 ? 'default' : 'filled'}
            onClick={() => setOpen('draft')}
          >
            Write the OKR
          </Button>
          <Button size="xs" variant="default" onClick={() => setOpen('decide')}>
            Decide
          </Button>
        </div>
      )}
      {open === 'draft' && <DraftDialog gap={gap} onClose={close} />}
      {open === 'decide' && <DecideDialog gap={gap} onClose={close} />}
    </section>
  );
}
