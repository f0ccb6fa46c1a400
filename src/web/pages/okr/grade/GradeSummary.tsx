import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Commitment, succeeds } from '#domain/okr/grade.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { PersonName } from '../../../parts/PersonName.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { useReaches } from '../useMay.ts';
import classes from './GradeSummary.module.css';
import type { Grades } from './Grading.tsx';
import { ScoreMark } from './ScoreMark.tsx';

type Props = { grades: Grades; names: Names; onGo: (at: string) => void };

/** The scores of a cycle's objectives, how well confidence was calibrated, and the close. */
export function GradeSummary({ grades, names, onGo }: Props): ReactNode {
  const { objectives, calibration, cycle } = grades;
  return (
    <section className={classes.summary} aria-label="Result">
      <table>
        <caption>Objectives</caption>
        <thead>
          <tr>
            <th scope="col">Objective</th>
            <th scope="col">Owner</th>
            <th scope="col">Commitment, fate</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        {objectives.map(({ id, title, owner, commitment, score, keyResults }) => (
          <tbody key={id}>
            <tr>
              <th scope="row">
                <Link to="/objectives/$objective" params={{ objective: id }}>
                  {title}
                </Link>
              </th>
              <td>
                <PersonName name={names.person(owner)} nobody="No owner" />
              </td>
              <td>{commitment}</td>
              <td>
                <ScoreMark score={score} />
                {score !== null && <span className={classes.success}>{successWord(commitment, score)}</span>}
              </td>
            </tr>
            {keyResults.map(({ keyResult }) => (
              <tr key={keyResult.id} className={classes.leaf}>
                <th scope="row">
                  <button type="button" onClick={() => onGo(keyResult.id)}>
                    {keyResult.title}
                  </button>
                </th>
                <td>
                  <PersonName name={names.person(keyResult.owner)} nobody="No owner" />
                </td>
                <td>{keyResult.grade?.fate ?? ''}</td>
                <td>
                  <ScoreMark score={keyResult.grade?.score ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {calibration.length > 0 && <Calibration calibration={calibration} names={names} />}
      {cycle.state === 'grading' && <Close grades={grades} />}
    </section>
  );
}

function successWord(commitment: Commitment, score: number): string {
  const isSuccess = succeeds(commitment, score);
  if (isSuccess === undefined) return '';
  return isSuccess ? 'success' : commitment === 'committed' ? 'missed: committed needs 1.00' : 'missed';
}

function Calibration({ calibration, names }: Pick<Grades, 'calibration'> & { names: Names }): ReactNode {
  return (
    <table className={classes.calibration}>
      <caption>
        Calibration of confidence
        <span>
          Brier score: 0 for a prophet, 0.25 for always saying 5.{' '}
          <Link to="/calibration">Over all closed cycles</Link>
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Key results</th>
          <th scope="col">Brier</th>
        </tr>
      </thead>
      <tbody>
        {calibration.map(({ person, team, keyResults, brier }) => (
          <tr key={`${person} ${team}`}>
            <th scope="row">{person ? (names.person(person) ?? '…') : (names.team(team) ?? '…')}</th>
            <td>{keyResults}</td>
            <td>{brier.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Close({ grades: { cycle } }: { grades: Grades }): ReactNode {
  const mayClose = useReaches('admin');
  const [isAsked, ask] = useState(false);
  const left = cycle.keyResults - cycle.graded;
  if (!mayClose) return <p className={dialog.text}>An admin closes the cycle when all is graded.</p>;
  return (
    <div className={classes.close}>
      <Button onClick={() => ask(true)} disabled={left > 0}>
        Close {cycle.name} …
      </Button>
      {left > 0 && (
        <p className={dialog.text}>
          {left === 1 ? '1 key result still needs' : `${left} key results still need`} a score, a lesson and a
          fate.
        </p>
      )}
      {isAsked && (
        <ConfirmDialog
          title={`Close ${cycle.name}?`}
          operation="cycles.close"
          input={{ cycle: cycle.id }}
          stale={[
            'grades',
            'objectives',
            'keyResults',
            'sustainWatches',
            'kpis',
            'panel',
            'judgements',
            'gaps',
          ]}
          action="Close the cycle"
          onClose={() => ask(false)}
        >
          <p className={dialog.text}>
            From then on it can only be read: the scores stand. Gains that are kept are watched, and what is
            carried over is written into its next cycle.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
