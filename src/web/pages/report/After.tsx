import type { ReactNode } from 'react';
import type { CycleReport } from '#contract/cycle-report.ts';
import type { Names } from '../../parts/useNames.ts';
import { SustainWatches } from '../okr/grade/SustainWatches.tsx';
import classes from './Report.module.css';

type Props = { report: CycleReport; names: Names };

/** Whether the gains that are kept hold. */
export function Gains({ report }: Props): ReactNode {
  if (report.sustainWatches.length === 0) return null;
  return (
    <div className={`${classes.part} ${classes.gains}`}>
      <SustainWatches watches={report.sustainWatches} />
    </div>
  );
}

/** How well the last confidence before the end met the outcome, by team and person. */
export function Calibration({ report: { calibration }, names }: Props): ReactNode {
  if (calibration.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="confidence">
      <h2 id="confidence">Calibration of confidence</h2>
      <p className={classes.quiet}>
        The Brier score of the last confidence before the end: 0 for a prophet, 0.25 for always saying 5. A
        few key results say little.
      </p>
      <table className={`${classes.table} ${classes.narrow}`}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" className={classes.number}>
              Key results
            </th>
            <th scope="col" className={classes.number}>
              Brier
            </th>
          </tr>
        </thead>
        <tbody>
          {calibration.map(({ person, team, keyResults, brier }) => (
            <tr key={person ?? team}>
              <th scope="row">{names.team(team) ?? names.person(person) ?? 'Somebody'}</th>
              <td className={classes.number}>{keyResults}</td>
              <td className={classes.number}>{brier.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was dropped on the way, with the reason. */
export function Dropped({ report: { dropped } }: { report: CycleReport }): ReactNode {
  if (dropped.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="dropped">
      <h2 id="dropped">Dropped</h2>
      <ul className={classes.dropped}>
        {dropped.map(({ id, kind, title, reason }) => (
          <li key={id}>
            {title} <span>({kind})</span>: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
