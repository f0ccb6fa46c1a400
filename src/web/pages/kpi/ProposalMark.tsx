import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RunMarks } from '../../charts/run-chart.ts';
import classes from './ProposalMark.module.css';

// As wide as its words; a shift that began near the right edge is told to the left of where it began.
const room = 150;

/** The way to accept a proposed phase, on the chart where its level begins. */
export function ProposalMark({ marks, onAccept }: { marks: RunMarks; onAccept: () => void }): ReactNode {
  const { proposal, plot } = marks;
  if (!proposal) return null;
  const left = Math.max(plot.left, Math.min(proposal.x, plot.right - room));
  return (
    <span className={classes.mark} style={{ left, top: plot.bottom - 30 }}>
      <Button size="compact-xs" onClick={onAccept}>
        Accept the new phase
      </Button>
    </span>
  );
}
