import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { KeyResult } from '#contract/key-results.ts';
import { statuses } from '#domain/kpi/status.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import classes from './Guardrails.module.css';

/** The KPIs that a key result must not harm, each with where it stands. */
export function Guardrails({ guardrails }: { guardrails: KeyResult['guardrails'] }): ReactNode {
  return (
    <ul className={classes.guardrails}>
      {guardrails.map(({ id, key, name, status }) => (
        <li key={id}>
          <Link to="/kpis/$kpi" params={{ kpi: key }}>
            {name}
          </Link>
          <StatusMark status={statuses.find((each) => each === status) ?? 'no data'} />
        </li>
      ))}
    </ul>
  );
}
