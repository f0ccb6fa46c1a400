import type { ReactNode } from 'react';
import type { CycleReport } from '#contract/cycle-report.ts';
import { percent } from '../../parts/dates.ts';
import type { Names } from '../../parts/useNames.ts';
import { Why } from '../../parts/Why.tsx';
import { ScoreMark } from '../okr/grade/ScoreMark.tsx';
import classes from './Report.module.css';
import { successWords } from './report-words.ts';

const rule =
  'The mean of the objectives’ scores by their weight. The score of an objective is the mean of its key results’ scores by theirs; one that has no score yet does not count.';

/** The scores of the organisation and of each team. */
export function Standing({ report }: { report: CycleReport; names: Names }): ReactNode {
  const { standing, teams, isInterim } = report;
  const goalposts = report.objectives.flatMap(({ keyResults }) =>
    keyResults.filter(({ movedGoalposts }) => movedGoalposts.length > 0),
  );
  const breached = report.objectives.flatMap(({ keyResults }) =>
    keyResults.filter(({ guardrails }) => guardrails.some(({ breaches }) => breaches.length > 0)),
  );
  return (
    <section className={classes.part} aria-labelledby="standing">
      <h2 id="standing">In short</h2>
      <dl className={classes.figures}>
        <div>
          <dt>Score</dt>
          <dd>
            <Why
              title={standing.score === null ? 'No score yet' : `Score ${standing.score.toFixed(2)}`}
              rule={rule}
              inputs={[
                { name: 'Objectives with a score', value: `${standing.scored} of ${standing.objectives}` },
              ]}
            >
              <ScoreMark score={standing.score} isTight />
            </Why>
          </dd>
        </div>
        <div>
          <dt>{isInterim ? 'Progress by now' : 'Progress'}</dt>
          <dd>{percent(standing.progress)}</dd>
        </div>
        <div>
          <dt>Objectives</dt>
          <dd>
            {standing.objectives}
            <span>{standing.scored} with a score</span>
          </dd>
        </div>
        <div>
          <dt>Key results</dt>
          <dd>
            {standing.keyResults}
            <span>{successWords(standing)}</span>
          </dd>
        </div>
        <div>
          <dt>Goalposts moved</dt>
          <dd>
            {goalposts.length}
            <span>{goalposts.length === 1 ? 'key result' : 'key results'}</span>
          </dd>
        </div>
        <div>
          <dt>Guardrails breached</dt>
          <dd>
            {breached.length}
            <span>{breached.length === 1 ? 'key result' : 'key results'}</span>
          </dd>
        </div>
      </dl>
      {teams.length > 0 && (
        <table className={classes.table}>
          <caption className="unseen">Scores by team</caption>
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col" className={classes.number}>
                Objectives
              </th>
              <th scope="col" className={classes.number}>
                Key results
              </th>
              <th scope="col" className={classes.number}>
                Progress
              </th>
              <th scope="col">Score</th>
              <th scope="col">Succeeded</th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.team}>
                <th scope="row">{team.name}</th>
                <td className={classes.number} data-label="Objectives">
                  {team.objectives}
                </td>
                <td className={classes.number} data-label="Key results">
                  {team.keyResults}
                </td>
                <td className={classes.number} data-label="Progress">
                  {percent(team.progress)}
                </td>
                <td data-label="Score">
                  <ScoreMark score={team.score} />
                </td>
                <td data-label="Succeeded">
                  {team.judged === 0 ? '–' : `${team.succeeded} of ${team.judged}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
