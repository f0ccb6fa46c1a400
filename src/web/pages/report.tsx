import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { CycleReport } from '#contract/cycle-report.ts';
import { dayName, spanName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useNames } from '../parts/useNames.ts';
import { usePaperColours } from '../parts/usePaperColours.ts';
import { useOperation } from '../query.ts';
import { CycleTrail } from './okr/CycleTrail.tsx';
import { Calibration, Dropped, Gains } from './report/After.tsx';
import { MovedGoalposts } from './report/MovedGoalposts.tsx';
import { Objectives } from './report/Objectives.tsx';
import classes from './report/Report.module.css';
import { ReportKpis } from './report/ReportKpis.tsx';
import { peopleOf } from './report/report-words.ts';
import { Standing } from './report/Standing.tsx';

/** The report of a cycle, to be read on paper as well: an interim one before the close. */
export function Page(): ReactNode {
  const { cycle = '' } = useParams({ strict: false }) as { cycle?: string };
  const answer = useOperation('cycles.report', { cycle });
  if (answer.data) return <Report report={answer.data} />;
  return (
    <>
      <PageHead title="Report" above={<Link to="/cycles">OKRs</Link>} />
      <Fault of={answer.error} onRetry={answer.refetch} />
      {answer.isPending && <Loading lines={12} what="Writing the report" />}
    </>
  );
}

function Report({ report }: { report: CycleReport }): ReactNode {
  const { organisation, cycle, isInterim, today, objectives } = report;
  usePaperColours();
  const names = useNames(useMemo(() => peopleOf(report), [report]));
  const part = { report, names };
  return (
    <article className={classes.report}>
      <PageHead
        title={`${cycle.name}: ${isInterim ? 'interim report' : 'report'}`}
        above={<CycleTrail cycle={cycle} />}
        actions={
          <>
            <Button variant="default" renderRoot={(props) => <Link to="/calibration" {...props} />}>
              Calibration
            </Button>
            <Button onClick={() => window.print()}>Print or save as PDF</Button>
          </>
        }
      >
        <span className="numbers">
          {organisation}, {spanName(cycle.starts, cycle.ends)}. {stateWords(report)} As of {dayName(today)}.
        </span>
      </PageHead>
      {objectives.length === 0 ? (
        <EmptyState
          title="There is nothing to report"
          action={
            <Link to="/cycles/$cycle" params={{ cycle: cycle.id }}>
              See the cycle
            </Link>
          }
        >
          <p>
            A report tells of each objective what was reached and what would have come without it, what was
            learnt, and what becomes of it. This cycle has no objective that you may see.
          </p>
        </EmptyState>
      ) : (
        <>
          <Standing {...part} />
          <Objectives {...part} />
          <MovedGoalposts {...part} />
          <ReportKpis report={report} />
          <Gains {...part} />
          <Calibration {...part} />
          <Dropped report={report} />
        </>
      )}
    </article>
  );
}

function stateWords({ cycle }: CycleReport): string {
  switch (cycle.state) {
    case 'planning':
      return 'It is still being planned.';
    case 'active':
      return 'It is running, and nothing is judged yet.';
    case 'grading':
      return `It is being graded: ${cycle.graded} of ${cycle.keyResults} key results so far.`;
    case 'closed':
      return cycle.closedAt ? `Closed on ${dayName(cycle.closedAt.slice(0, 10))}.` : 'Closed.';
  }
}
