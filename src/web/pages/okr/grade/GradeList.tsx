import type { ReactNode } from 'react';
import { glyphs, Mark } from '../../../parts/Mark.tsx';
import classes from './GradeList.module.css';
import type { Grades } from './Grading.tsx';
import { ScoreMark } from './ScoreMark.tsx';

type Props = { grades: Grades; at: string; onGo: (at: string) => void };

/** All key results of a cycle below their objectives, with their scores: the way through the grading. */
export function GradeList({ grades: { objectives, cycle }, at, onGo }: Props): ReactNode {
  return (
    <nav className={classes.list} aria-label="Key results to grade">
      <p className={classes.count}>
        {cycle.graded} of {cycle.keyResults} graded
      </p>
      <ol>
        {objectives.map((objective) => (
          <li key={objective.id}>
            <p className={classes.objective}>{objective.title}</p>
            <ol>
              {objective.keyResults.map(({ keyResult }) => (
                <li key={keyResult.id}>
                  <button
                    type="button"
                    aria-current={keyResult.id === at ? 'step' : undefined}
                    onClick={() => onGo(keyResult.id)}
                  >
                    <span>{keyResult.title}</span>
                    {keyResult.grade ? (
                      <ScoreMark score={keyResult.grade.score} isTight />
                    ) : (
                      <Mark glyph={glyphs.dashed} tone="quiet" isTight>
                        not graded yet
                      </Mark>
                    )}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className={classes.summary}
        aria-current={at === 'summary' ? 'step' : undefined}
        onClick={() => onGo('summary')}
      >
        {cycle.state === 'closed' ? 'Result' : 'Result and close'}
      </button>
    </nav>
  );
}
