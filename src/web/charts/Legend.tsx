import type { ReactNode } from 'react';
import type { Sense } from '#domain/kpi/signals.ts';
import { FanLegend } from './FanLegend.tsx';
import classes from './Legend.module.css';
import { SignalShape } from './SignalShape.tsx';
import type { RunSeries } from './series.ts';
import { senseWords } from './words.ts';

const senses: readonly Sense[] = ['improvement', 'deterioration', 'neither'];

/** Names those shapes that this chart really has. */
export function Legend({ series: { signals, points, phases, fan } }: { series: RunSeries }): ReactNode {
  const shown = senses.filter((sense) => signals.some((signal) => signal.sense === sense));
  const hasPartial = points.some((point) => point.partial && point.value !== null);
  const isSeasonal = points.some(({ adjusted }) => adjusted !== undefined);
  const strength = phases.at(-1)?.strength;
  const isForecast = fan !== undefined && fan.length > 0;
  if (shown.length === 0 && !hasPartial && !isSeasonal && !isForecast && strength !== 'trial') return null;
  return (
    <ul className={classes.legend} aria-hidden="true">
      {isSeasonal && (
        <>
          <li>
            <svg aria-hidden="true" width="22" height="14" className={classes.judged}>
              <path d="M0,7H22" />
            </svg>
            without its season
          </li>
          <li>
            <svg aria-hidden="true" width="22" height="14" className={classes.raw}>
              <path d="M0,7H22" />
            </svg>
            as measured
          </li>
        </>
      )}
      {shown.map((sense) => (
        <li key={sense}>
          <svg aria-hidden="true" width="14" height="14">
            <SignalShape x={7} y={7} size={7} sense={sense} />
          </svg>
          {senseWords[sense]}
        </li>
      ))}
      {shown.length > 0 && (
        <li>
          <svg aria-hidden="true" width="16" height="14" className={classes.ring}>
            <circle cx="8" cy="7" r="6" />
          </svg>
          where it was noticed
        </li>
      )}
      {hasPartial && (
        <li>
          <svg aria-hidden="true" width="14" height="14" className={classes.partial}>
            <circle cx="7" cy="7" r="3.2" />
          </svg>
          not ended yet
        </li>
      )}
      {strength === 'trial' && (
        <li>
          <svg aria-hidden="true" width="22" height="14" className={classes.trial}>
            <path d="M0,7H22" />
          </svg>
          trial limits: fewer than 12 points
        </li>
      )}
      {isForecast && <FanLegend />}
    </ul>
  );
}
