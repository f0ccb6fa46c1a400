import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOperation } from '../../query.ts';
import classes from './Note.module.css';
import { countWords } from './report-words.ts';

/** How much the coach finds in the goals of a cycle, as a line that leads to the report. */
export function CycleNote({ cycle }: { cycle: string }): ReactNode {
  const report = useOperation('coach.report', { cycle, limit: 1 });
  if (!report.data || report.data.goals === 0) return null;
  return (
    <p className={classes.line}>
      <Link to="/coach" search={{ cycle } as never}>
        The coach: {countWords(report.data) ?? 'nothing to mend'}
      </Link>
    </p>
  );
}
