import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CycleReport } from '#contract/cycle-report.ts';
import { percent } from '../../parts/dates.ts';
import type { Names } from '../../parts/useNames.ts';
import { ScoreMark } from '../okr/grade/ScoreMark.tsx';
import { KeyResultLine } from './KeyResultLine.tsx';
import { ownerWords } from './owner-words.ts';
import classes from './Report.module.css';

type Props = { report: CycleReport; names: Names };

/** Each objective with its key results: what was reached, what would have come anyway, what was learnt. */
export function Objectives({ report, names }: Props): ReactNode {
  return (
    <section className={classes.part} aria-labelledby="objectives">
      <h2 id="objectives">Objectives</h2>
      {report.objectives.map((objective) => {
        const { id, title, commitment, owner, team, progress, score, success, keyResults } = objective;
        const whose = [names.team(team), ownerWords(names.person(owner)), commitment];
        return (
          <article key={id} className={classes.objective}>
            <header>
              <div>
                <h3>
                  <Link to="/objectives/$objective" params={{ objective: id }}>
                    {title}
                  </Link>
                </h3>
                <p>{whose.filter(Boolean).join(' · ')}</p>
              </div>
              <div className={classes.result}>
                {score === null ? (
                  <span className="numbers">{percent(progress)} progress</span>
                ) : (
                  <>
                    <ScoreMark score={score} />
                    {success !== null && <span>{success ? 'a success' : 'missed'}</span>}
                  </>
                )}
              </div>
            </header>
            {keyResults.length === 0 ? (
              <p className={classes.quiet}>It has no key results.</p>
            ) : (
              <table className={`${classes.table} ${classes.aligned}`}>
                <caption className="unseen">Key results of {title}</caption>
                <thead>
                  <tr>
                    <th scope="col">Key result</th>
                    <th scope="col" className={classes.number}>
                      Without action
                    </th>
                    <th scope="col" className={classes.number}>
                      {report.isInterim ? 'By now' : 'Reached'}
                    </th>
                    <th scope="col">Signal</th>
                    <th scope="col">Score</th>
                    <th scope="col">Fate</th>
                  </tr>
                </thead>
                {keyResults.map((sheet) => (
                  <KeyResultLine key={sheet.keyResult.id} sheet={sheet} names={names} report={report} />
                ))}
              </table>
            )}
          </article>
        );
      })}
    </section>
  );
}
