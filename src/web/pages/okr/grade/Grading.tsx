import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Output } from '#contract/index.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useNames } from '../../../parts/useNames.ts';
import { GradeList } from './GradeList.tsx';
import { GradeSheetView } from './GradeSheetView.tsx';
import { GradeSummary } from './GradeSummary.tsx';
import classes from './Grading.module.css';

export type Grades = Output<'grades.list'>;

type Props = { grades: Grades; at: string; onGo: (at: string) => void };

/** The list of a cycle's key results beside the one that is being graded; the summary comes last. */
export function Grading({ grades, at, onGo }: Props): ReactNode {
  const { cycle, objectives, calibration } = grades;
  const pairs = useMemo(
    () => objectives.flatMap((objective) => objective.keyResults.map((sheet) => ({ sheet, objective }))),
    [objectives],
  );
  const people = pairs.flatMap(({ sheet, objective }) => [
    objective.owner,
    sheet.keyResult.owner,
    ...sheet.movedGoalposts.map(({ author }) => author),
    ...sheet.late.map(({ author }) => author),
  ]);
  const names = useNames([...people, ...calibration.map(({ person }) => person)]);
  const open = pairs.find(({ sheet }) => sheet.mayGrade && sheet.keyResult.grade === null);
  const first = cycle.state === 'grading' ? open?.sheet.keyResult.id : undefined;
  const wanted = at || first || 'summary';
  const index = pairs.findIndex(({ sheet }) => sheet.keyResult.id === wanted);
  const pair = pairs[index];
  if (pairs.length === 0) return <EmptyState title="This cycle has no key results that you may see" />;
  const next = pairs.slice(index + 1).find(({ sheet }) => sheet.mayGrade && sheet.keyResult.grade === null);
  return (
    <>
      {cycle.state === 'active' && (
        <p className={classes.running}>
          {cycle.name} is still running. Its grading begins when an admin starts it on{' '}
          <Link to="/cycles/$cycle" params={{ cycle: cycle.id }}>
            its page
          </Link>
          ; until then this is a preview of what will be judged.
        </p>
      )}
      <div className={classes.grading}>
        <GradeList grades={grades} at={pair ? wanted : 'summary'} onGo={onGo} />
        {pair ? (
          <GradeSheetView
            key={wanted}
            sheet={pair.sheet}
            objective={pair.objective}
            cycle={cycle}
            names={names}
            place={`${index + 1} of ${pairs.length}`}
            onDone={() => onGo(next?.sheet.keyResult.id ?? 'summary')}
          />
        ) : (
          <GradeSummary grades={grades} names={names} onGo={onGo} />
        )}
      </div>
    </>
  );
}
