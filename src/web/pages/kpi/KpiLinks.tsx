import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { onSameDay } from './same-day.ts';

/** KPIs by name within a sentence, each a link to its page. */
export function KpiLinks({ of }: { of: readonly { id: string; key: string; name: string }[] }): ReactNode {
  return of.map(({ id, key, name }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to="/kpis/$kpi" params={{ kpi: key }} search={onSameDay}>
        {name}
      </Link>
    </span>
  ));
}
