import { type ReactNode, useMemo, useRef } from 'react';
import { wilson } from '#domain/okr/confidence-calibration.ts';
import { Reliability } from '../../charts/Reliability.tsx';
import { reliabilitySummary } from '../../charts/reliability.ts';
import { Fault } from '../../parts/Fault.tsx';
import { useOperation } from '../../query.ts';
import { SaveChart } from '../../save/SaveChart.tsx';
import classes from './Calibration.module.css';

const say = (said: number) => `${Math.round(said * 100)}%`;
const title = 'Odds of the forecasts';

/** The product's own calibration: of all odds that were frozen at an activation and have come due, how many came true. */
export function OddsFigure(): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const answer = useOperation('ambitions.calibration', {});
  const bins = useMemo(
    () =>
      (answer.data?.tenths ?? []).map(({ from, to, count, cameTrue }) => ({
        ...{ said: (from + to) / 2, count, cameTrue },
        ...wilson(cameTrue, count),
      })),
    [answer.data],
  );
  if (answer.error) return <Fault of={answer.error} onRetry={answer.refetch} />;
  if (!answer.data) return null;
  const { due } = answer.data;
  return (
    <section className={classes.odds} aria-labelledby="odds">
      <h2 id="odds">And Tandem itself</h2>
      <p className={classes.lead}>
        When a cycle is activated, the odds that each key result is reached without action are frozen. Where
        people acted, more should come true than the forecast said: dots above the line are what OKRs are for.
        Dots below it are forecasts that promised too much.
      </p>
      {due === 0 ? (
        <p className={classes.quiet}>No frozen odds have come due yet.</p>
      ) : (
        <div ref={frame}>
          <Reliability
            name={title}
            bins={bins}
            say={say}
            across="odds that were frozen"
            marksOff={false}
            height={340}
          />
          <SaveChart name={title} frame={frame} words={reliabilitySummary(title, bins, say)} />
          <p className={classes.quiet}>
            {due === 1 ? 'One frozen odds has come due.' : `${due} frozen odds have come due.`}
          </p>
        </div>
      )}
    </section>
  );
}
