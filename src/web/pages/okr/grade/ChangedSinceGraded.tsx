import type { ReactNode } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { periodName } from '../../../parts/dates.ts';
import type { KeyResultDetail } from '../key-result/key-result-series.ts';
import classes from './Goalposts.module.css';

type Props = {
  changed: readonly string[];
  /** Values of the KPI that came or changed after the grade. */
  late?: Pick<KeyResultDetail, 'lateValues' | 'unit' | 'decimals'>;
};

const most = 4;

/** What is known differently since a key result was graded, and the values that came too late; the page shows what was graded. */
export function ChangedSinceGraded({ changed, late }: Props): ReactNode {
  const values = late?.lateValues ?? [];
  if (changed.length === 0 && values.length === 0) return null;
  const shown = values
    .slice(-most)
    .map(({ period, value }) => `${periodName(period)}: ${formatValue(value, late!.unit, late!.decimals)}`);
  const more = values.length > most ? `, and ${values.length - most} earlier ones` : '';
  return (
    <section className={classes.moved} aria-label="Changed since it was graded">
      <h3>Changed since it was graded</h3>
      <ul>
        {changed.map((each) => (
          <li key={each}>
            <p>{each}</p>
          </li>
        ))}
        {values.length > 0 && (
          <li>
            <p className="numbers">
              Late {values.length === 1 ? 'value' : 'values'} of its KPI: {shown.join(', ')}
              {more}.
            </p>
          </li>
        )}
      </ul>
      <p className={classes.why}>The score stands, and so does what it was made of.</p>
    </section>
  );
}
