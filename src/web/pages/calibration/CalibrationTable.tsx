import type { ReactNode } from 'react';
import type { Calibration } from '#contract/calibrations.ts';
import type { Names } from '../../parts/useNames.ts';
import { Why } from '../../parts/Why.tsx';
import classes from './Calibration.module.css';
import { scopeName } from './calibration-words.ts';
import { VerdictMark } from './VerdictMark.tsx';

type Props = {
  calibrations: readonly Calibration[];
  shown: Calibration;
  names: Names;
  onChoose: (calibration: Calibration) => void;
};

const parts = [
  ['organisation', 'All'],
  ['team', 'Teams'],
  ['person', 'People'],
] as const;

/** Each team and person with what they said, what came of it, and the word for it. */
export function CalibrationTable({ calibrations, shown, names, onChoose }: Props): ReactNode {
  return (
    <table className={classes.table}>
      <caption className="unseen">Calibration of everybody, each team and each person</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Key results</th>
          <th scope="col">Said</th>
          <th scope="col">Came true</th>
          <th scope="col">Brier</th>
          <th scope="col">In a word</th>
        </tr>
      </thead>
      {parts.map(([of, name]) => {
        const own = calibrations.filter((each) => each.of === of);
        if (own.length === 0) return null;
        return (
          <tbody key={of}>
            {of !== 'organisation' && (
              <tr className={classes.group}>
                <th colSpan={6} scope="rowgroup">
                  {name}
                </th>
              </tr>
            )}
            {own.map((each) => (
              <tr key={each.id ?? 'all'} data-shown={each.id === shown.id || undefined}>
                <th scope="row">
                  <button type="button" aria-pressed={each.id === shown.id} onClick={() => onChoose(each)}>
                    {scopeName(each, names)}
                  </button>
                </th>
                <td>{each.keyResults}</td>
                <td>{(each.said * 10).toFixed(1)} in 10</td>
                <td>{((each.reached / each.keyResults) * 10).toFixed(1)} in 10</td>
                <td>
                  <Why
                    title={`Brier score ${each.brier.toFixed(3)}`}
                    rule={each.why.rule}
                    inputs={each.why.inputs}
                    so={each.sentence}
                  >
                    {each.brier.toFixed(2)}
                  </Why>
                </td>
                <td>
                  <VerdictMark verdict={each.verdict} />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
