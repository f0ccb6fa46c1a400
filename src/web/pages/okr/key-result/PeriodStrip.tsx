import type { ReactNode } from 'react';
import classes from './PeriodStrip.module.css';
import { type PeriodFacts, periodBoxes } from './period-boxes.ts';

/** The periods of a hold or a hit rate, one box each: good, not good, or nothing reported. */
export function PeriodStrip(props: PeriodFacts): ReactNode {
  const { measure, facts } = props;
  return (
    <ol className={classes.strip} aria-label="Periods of the cycle">
      {periodBoxes(props).map(({ period, kind, label }) => (
        <li key={period} className={classes[kind]} title={label}>
          <span aria-hidden="true">{kind === 'good' ? '✓' : kind === 'bad' ? '✕' : ''}</span>
          <span className="unseen">{label}</span>
        </li>
      ))}
      {facts.hits !== null && measure.kind === 'hit rate' && (
        <li className={classes.count}>{facts.hits} counted</li>
      )}
    </ol>
  );
}
