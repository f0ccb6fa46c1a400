import type { ReactNode } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import type { GradeSheet } from '#contract/grades.ts';
import { FateLink } from './FateLink.tsx';
import classes from './GradeForm.module.css';
import { ScoreMark } from './ScoreMark.tsx';

/** A grade as it was given, for those who read it. */
export function GivenGrade({ sheet, cycle }: { sheet: GradeSheet; cycle: Cycle }): ReactNode {
  const { grade } = sheet.keyResult;
  if (!grade)
    return (
      <p className={classes.given}>
        {cycle.state === 'grading' ? 'Its owner has not graded it yet.' : 'It has no grade.'}
      </p>
    );
  return (
    <section className={classes.given} aria-label="The grade">
      <dl>
        <div>
          <dt>Score</dt>
          <dd>
            <ScoreMark score={grade.score} />
            {grade.capped && ' capped by a breached guardrail'}
          </dd>
        </div>
        <Words name="Reason" words={grade.reason} />
        <Words name="What happened" words={grade.explanation} />
        <Words name="Lesson" words={grade.lesson} />
        <div>
          <dt>Fate</dt>
          <dd>
            {grade.fate}
            <FateLink grade={grade} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Words({ name, words }: { name: string; words: string | null }): ReactNode {
  if (!words) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}
