import type { ReactNode } from 'react';
import type { Strategy } from '#contract/strategy.ts';
import type { Names } from '../../parts/useNames.ts';
import { Carried } from './Carried.tsx';
import classes from './Strategy.module.css';

/** What carries no pillar: one line that opens. */
export function WithoutPillar({ none, names }: Pick<Strategy, 'none'> & { names: Names }): ReactNode {
  const { kpis, objectives, sentence } = none;
  if (kpis.length + objectives.length === 0) return <p className={classes.all}>{sentence}</p>;
  return (
    <details className={classes.without}>
      <summary>{sentence}</summary>
      <p className={classes.hint}>
        Not everything has to: some KPIs only keep the lights on. But an objective that serves no pillar asks
        why it is worth the quarter. The pillar is named where a KPI or an objective is changed.
      </p>
      <Carried carried={none} names={names} />
    </details>
  );
}
