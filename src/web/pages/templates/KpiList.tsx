import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { KpiTemplate } from '#contract/templates.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Fault } from '../../parts/Fault.tsx';
import { useCall } from '../../query.ts';
import { addsUpWords, cadenceWords, directionWords, unitName } from '../kpi/definition-words.ts';
import classes from './Templates.module.css';

type Props = {
  kpis: readonly KpiTemplate[];
  names: ReadonlyMap<string, string>;
  mayWrite: boolean;
  withFunction: boolean;
};

/** KPIs of the library; several can be chosen and defined at once, with their counter-metrics among them. */
export function KpiList({ kpis, names, mayWrite, withFunction }: Props): ReactNode {
  const [chosen, choose] = useState<readonly string[]>([]);
  const define = useCall('templates.define', {
    stale: ['kpis', 'panel', 'gaps', 'fitness', 'templates'],
    onDone: () => choose([]),
  });
  const toggle = (key: string): void =>
    choose(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]);
  return (
    <div>
      <ul className={classes.list}>
        {kpis.map((kpi) => (
          <li key={kpi.key}>
            <div className={classes.named}>
              {mayWrite && !kpi.existing && (
                <Checkbox
                  size="xs"
                  aria-label={`Choose ${kpi.name}`}
                  checked={chosen.includes(kpi.key)}
                  onChange={() => toggle(kpi.key)}
                />
              )}
              <h2>{kpi.name}</h2>
              {kpi.existing && (
                <span className={classes.existing}>
                  you have it:{' '}
                  <Link to="/kpis/$kpi" params={{ kpi: kpi.existing.key }}>
                    {kpi.existing.name}
                  </Link>
                </span>
              )}
            </div>
            <p className={classes.kind}>
              {withFunction && <span>{names.get(kpi.function)}</span>}
              <span>{cadenceWords[kpi.cadence]}</span>
              <span>{unitName(kpi.unit)}</span>
              <span>{directionWords[kpi.direction]}</span>
              <span>adds up: {addsUpWords[kpi.addsUp].toLowerCase()}</span>
              <span>{kpi.role}</span>
            </p>
            <p className={classes.why}>{kpi.purpose}</p>
            <p className={classes.definition}>{kpi.definition}</p>
            <p className={classes.kind}>{linesOf(kpi)}</p>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={classes.bar}>
          <span className="numbers">
            {chosen.length === 1 ? '1 KPI chosen' : `${chosen.length} KPIs chosen`}
          </span>
          <Button
            size="compact-sm"
            loading={define.isPending}
            onClick={() => define.mutate({ kpis: chosen.map((template) => ({ template })) })}
          >
            Define {chosen.length === 1 ? 'it' : 'them'}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose([])}>
            Choose none
          </Button>
        </div>
      )}
      <Fault of={define.error} />
      {define.data && (
        <p className={classes.notice} role="status">
          Defined, with you as the owner:{' '}
          {define.data.map(({ id, key, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to="/kpis/$kpi" params={{ kpi: key }}>
                {name}
              </Link>
            </span>
          ))}
          . Thresholds and readings come next, on their pages.
        </p>
      )}
    </div>
  );
}

function linesOf({ example, unit, decimals }: KpiTemplate): string {
  const shown = (value: number) => formatValue(value, unit, decimals);
  const lines = [
    ...(example.floor === undefined ? [] : [`floor ${shown(example.floor)}`]),
    ...(example.ceiling === undefined ? [] : [`ceiling ${shown(example.ceiling)}`]),
    ...(example.desired === undefined ? [] : [`desired ${shown(example.desired)}`]),
  ];
  return `for example ${lines.join(', ')}`;
}
