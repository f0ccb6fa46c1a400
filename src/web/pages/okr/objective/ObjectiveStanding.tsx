import type { ReactNode } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { percent } from '../../../parts/dates.ts';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import { Why } from '../../../parts/Why.tsx';
import { lowestConfidence } from '../cycle/tree-rows.ts';
import { ScoreMark } from '../grade/ScoreMark.tsx';
import { WeakestHealth } from '../HealthCounts.tsx';
import type { ObjectiveDetail } from '../key-result/KeyResultSection.tsx';
import classes from './ObjectiveStanding.module.css';

/** Where an objective stands: progress and why, weakest health, lowest confidence, score. */
export function ObjectiveStanding({ detail }: { detail: ObjectiveDetail }): ReactNode {
  const { progress, expected, health, counts, keyResults, breakdown, cycle, score } = detail;
  const isRunning = cycle.state === 'active';
  const isGraded = !takesGoals(cycle);
  return (
    <dl className={classes.standing}>
      <div>
        <dt>Progress</dt>
        <dd>
          <Why title={`Progress ${percent(progress)}`} {...reasons(breakdown)}>
            <span className={classes.progress}>
              <b>{percent(progress)}</b>
              <ProgressBar
                progress={progress}
                expected={isRunning ? expected : null}
                withNumber={false}
                width={150}
              />
            </span>
          </Why>
          {isRunning && <span className={classes.aside}>{percent(expected)} expected today</span>}
        </dd>
      </div>
      {isGraded ? (
        <div>
          <dt>Score</dt>
          <dd>
            <Why
              title={score === null ? 'No score yet' : `Score ${score.toFixed(2)}`}
              {...scoreReasons(keyResults)}
            >
              <ScoreMark score={score} />
            </Why>
          </dd>
        </div>
      ) : (
        <div>
          <dt>Weakest health</dt>
          <dd>
            <WeakestHealth health={health} counts={counts} />
          </dd>
        </div>
      )}
      <div>
        <dt>Lowest confidence</dt>
        <dd>
          <Confidence confidence={lowestConfidence(keyResults.filter(({ dropped }) => dropped === null))} />
        </dd>
      </div>
    </dl>
  );
}

function reasons({ formula, inputs, leftOut, private: hidden }: ObjectiveDetail['breakdown']) {
  const notes = [
    ...leftOut.map(({ title, because }) => `“${title}” is left out: ${because}.`),
    ...(hidden > 0
      ? [`${hidden} more that you may not see ${hidden === 1 ? 'counts' : 'count'} as well.`]
      : []),
  ];
  return {
    formula,
    inputs: inputs.map(({ title, progress, counted, weight, share }) => ({
      name: title,
      value: `${percent(progress)}${progress !== null && progress !== counted ? `, counts as ${percent(counted)}` : ''} × ${
        share === null ? `weight ${weight}` : percent(share)
      }`,
    })),
    ...(notes.length > 0 && { rule: notes.join(' ') }),
  };
}

function scoreReasons(keyResults: ObjectiveDetail['keyResults']) {
  const counted = keyResults.filter(({ dropped }) => dropped === null);
  return {
    formula: 'weighted mean of the scores of its key results, to two decimals',
    inputs: counted.map(({ title, grade, weight }) => ({
      name: title,
      value: `${grade ? grade.score.toFixed(2) : 'not graded'} × weight ${weight}`,
    })),
    rule: 'Bands: below 0.4, below 0.7, 0.7 and up.',
  };
}
