import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Period } from '#domain/time/period.ts';
import { dayName, periodName } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useOperation } from '../../query.ts';
import { inWords } from '../kpi/period-words.ts';
import { Section } from '../kpi/Section.tsx';
import { onSameDay } from '../kpi/same-day.ts';
import classes from './FormulaText.module.css';
import { FormulaText } from './FormulaText.tsx';

const shown = 24;

/** How a formula KPI comes to its value: the formula, and for a period what each of its parts read. */
export function ComputedBy({ judgement }: { judgement: Judgement }): ReactNode {
  const { kpi, newest, points } = judgement;
  const [chosen, setChosen] = useState<Period | undefined>(undefined);
  const periods = points
    .slice(-shown)
    .map(({ period }) => period)
    .reverse();
  const period = chosen ?? newest?.period ?? periods[0];
  return (
    <Section
      title="Formula"
      action={
        <Link to="/kpis/$kpi/drivers" params={{ kpi: kpi.key }} search={onSameDay}>
          Driver tree
        </Link>
      }
    >
      <FormulaText formula={kpi.formula ?? ''} />
      {period === undefined ? (
        <p className={classes.gives}>None of its inputs has a value yet.</p>
      ) : (
        <div className={classes.gives}>
          <NativeSelect
            size="xs"
            aria-label="Explain the period"
            data={(periods.includes(period) ? periods : [period, ...periods]).map((each) => ({
              value: each,
              label: periodName(each),
            }))}
            value={period}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Explained judgement={judgement} period={period} />
        </div>
      )}
    </Section>
  );
}

function Explained({
  judgement: { kpi, asOf },
  period,
}: {
  judgement: Judgement;
  period: Period;
}): ReactNode {
  const found = useOperation(
    'formulas.explain',
    { kpi: kpi.key, period, ...(asOf && { asOf }) },
    { keepPrevious: true },
  );
  if (!found.data) return found.error ? <Fault of={found.error} /> : <Loading lines={2} />;
  const { formula, validFrom, value, why, inputs } = found.data;
  return (
    <>
      <b>{formatValue(value, kpi.unit, kpi.decimals)}</b>
      {why && <span className={classes.why}>{inWords(why)}</span>}
      {formula !== kpi.formula && (
        <span className={classes.why}>
          by the formula {validFrom ? `from ${dayName(validFrom)} on` : 'of that time'}:{' '}
          <code>{formula}</code>
        </span>
      )}
      <table className={classes.inputs}>
        <caption className="unseen">What its parts read for {periodName(period)}</caption>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.part}>
              <th scope="row">
                <Link to="/kpis/$kpi" params={{ kpi: input.key }} search={onSameDay}>
                  {input.name}
                </Link>{' '}
                <code>{input.part}</code>
              </th>
              <td>{formatValue(input.value, input.unit, input.decimals)}</td>
              <td>
                {input.why
                  ? inWords(input.why)
                  : input.from === input.to
                    ? periodName(input.from)
                    : `${periodName(input.from)} to ${periodName(input.to)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
