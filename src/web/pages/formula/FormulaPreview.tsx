import type { ReactNode } from 'react';
import type { FormulaCheck } from '#contract/formulas.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { periodName } from '../../parts/dates.ts';
import { inWords } from '../kpi/period-words.ts';
import classes from './Formula.module.css';

type Props = {
  check: FormulaCheck;
  unit: Unit;
  decimals: number;
  isOld: boolean;
  onRepair: (formula: string) => void;
};

/** What a formula gives over the last periods, or why one has no value, and what could be better about it. */
export function FormulaPreview({ check, unit, decimals, isOld, onRepair }: Props): ReactNode {
  const { preview, inputs, advice } = check;
  const values = preview.map(({ value }) => value);
  return (
    <section className={classes.preview} aria-label="Preview of the formula" data-old={isOld || undefined}>
      <div className={classes.previewHead}>
        <h3>The last {preview.length} periods</h3>
        <Sparkline values={values} label="The values of the formula" />
      </div>
      <table>
        <caption className="unseen">What the formula gives</caption>
        <tbody>
          {preview.map(({ period, value, why, partial }) => (
            <tr key={period}>
              <th scope="row">
                {periodName(period)}
                {partial && <small> not ended</small>}
              </th>
              <td>{formatValue(value, unit, decimals)}</td>
              <td>{why && inWords(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {inputs.length > 0 && (
        <p className={classes.reads}>
          Reads {inputs.map(({ name, cadence }) => `${name} (${cadence})`).join(', ')}.
        </p>
      )}
      {advice.map(({ message, repair }) => (
        <p key={message} className={classes.advice}>
          {message}
          {repair && (
            <button type="button" onClick={() => onRepair(repair)}>
              Write <code>{repair}</code>
            </button>
          )}
        </p>
      ))}
    </section>
  );
}
