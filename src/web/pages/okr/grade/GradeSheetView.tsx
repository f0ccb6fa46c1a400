import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import type { GradeSheet } from '#contract/grades.ts';
import { Loading } from '../../../parts/Loading.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { useOperation } from '../../../query.ts';
import { KeyResultFigure } from '../key-result/KeyResultFigure.tsx';
import { measureWords } from '../key-result/measure-words.ts';
import { GivenGrade } from './GivenGrade.tsx';
import { GradeEvidence } from './GradeEvidence.tsx';
import { GradeForm } from './GradeForm.tsx';
import classes from './GradeSheetView.module.css';
import type { Grades } from './Grading.tsx';

type Props = {
  sheet: GradeSheet;
  objective: Grades['objectives'][number];
  cycle: Cycle;
  names: Names;
  place: string;
  onDone: () => void;
};

const promises = {
  committed: 'committed: it succeeds at 1.0',
  aspirational: 'aspirational: it succeeds from 0.7 on',
  learning: 'learning: it asks what was learnt',
} as const;

/** One key result at its grading: what is known of it, then the judgement. */
export function GradeSheetView({ sheet, objective, cycle, names, place, onDone }: Props): ReactNode {
  const { keyResult } = sheet;
  const detail = useOperation('keyResults.find', { keyResult: keyResult.id });
  const mayGrade = sheet.mayGrade && cycle.state === 'grading';
  return (
    <article className={classes.sheet} aria-labelledby="graded">
      <header>
        <p className={classes.above}>
          <span>{place}</span>
          <Link to="/objectives/$objective" params={{ objective: objective.id }}>
            {objective.title}
          </Link>
          <span>{promises[objective.commitment]}</span>
        </p>
        <h2 id="graded">{keyResult.title}</h2>
        <p className={classes.measure}>{measureWords(keyResult)}</p>
      </header>
      {detail.data ? (
        <KeyResultFigure detail={detail.data} cycle={cycle} today={cycle.ends} />
      ) : (
        <Loading lines={5} />
      )}
      <GradeEvidence sheet={sheet} names={names} why={detail.data?.why} />
      {mayGrade ? (
        <GradeForm sheet={sheet} commitment={objective.commitment} cycle={cycle} onDone={onDone} />
      ) : (
        <GivenGrade sheet={sheet} cycle={cycle} />
      )}
    </article>
  );
}
