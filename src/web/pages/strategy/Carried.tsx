import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Strategy, StrategyKpi, StrategyObjective } from '#contract/strategy.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { HealthMark } from '../../parts/HealthMark.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import type { Names } from '../../parts/useNames.ts';
import { ObjectiveTitle } from '../okr/objective/ObjectiveTitle.tsx';
import classes from './Carried.module.css';

type Props = {
  carried: Pick<Strategy['none'], 'kpis' | 'statuses' | 'objectives' | 'healths'>;
  /** Objectives that hang below those listed. */
  below?: number;
  names: Names;
};

/** The KPIs and the present objectives of a pillar, or of none, beside each other. */
export function Carried({ carried, below = 0, names }: Props): ReactNode {
  const { kpis, statuses, objectives, healths } = carried;
  return (
    <div className={classes.carried}>
      <div>
        <h3>KPIs{count(total(statuses))}</h3>
        {kpis.length === 0 && <p className={classes.none}>No KPI.</p>}
        <ul>
          {kpis.map((kpi) => (
            <KpiLine key={kpi.id} kpi={kpi} />
          ))}
        </ul>
        <More of={total(statuses) - kpis.length} what="healthy or less pressing KPIs" />
      </div>
      <div>
        <h3>Objectives{count(total(healths))}</h3>
        {objectives.length === 0 && <p className={classes.none}>No objective of the present cycle.</p>}
        <ul>
          {objectives.map((objective) => (
            <ObjectiveLine key={objective.id} objective={objective} names={names} />
          ))}
        </ul>
        <More of={total(healths) - objectives.length} what="objectives" />
        {below > 0 && (
          <p className={classes.none}>
            {below} more {below === 1 ? 'contributes to or supports' : 'contribute to or support'} these.
          </p>
        )}
      </div>
    </div>
  );
}

function KpiLine({ kpi }: { kpi: StrategyKpi }): ReactNode {
  const { key, name, status, value, unit, decimals, sparkline, sense, floor, ceiling } = kpi;
  const lines = [floor, ceiling].filter((line) => line !== null);
  return (
    <li className={classes.kpi}>
      <StatusMark status={status} isTight />
      <Link to="/kpis/$kpi" params={{ kpi: key }}>
        {name}
      </Link>
      <span className={`numbers ${classes.value}`}>{formatValue(value, unit, decimals)}</span>
      <Sparkline
        values={sparkline}
        thresholds={lines}
        sense={sense ?? undefined}
        label={`The newest values of ${name}`}
        width={96}
        height={20}
      />
    </li>
  );
}

function ObjectiveLine({ objective, names }: { objective: StrategyObjective; names: Names }): ReactNode {
  const { id, title, health, progress, team, owner } = objective;
  return (
    <li className={classes.objective}>
      <HealthMark health={health} isTight />
      <span className={classes.title}>
        <ObjectiveTitle id={id} title={title} isPrivate={objective.private} />
        <span className={classes.whose}>{names.team(team) ?? names.person(owner) ?? ''}</span>
      </span>
      <ProgressBar progress={progress} width={80} />
    </li>
  );
}

function More({ of, what }: { of: number; what: string }): ReactNode {
  return of > 0 ? (
    <p className={classes.none}>
      and {of} more {what}
    </p>
  ) : null;
}

function count(number: number): string {
  return number > 0 ? ` (${number})` : '';
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
