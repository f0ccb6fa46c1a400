import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOperation } from '../../query.ts';

/** The KPIs of a person whose definitions are still to be acknowledged; nothing when there is none. */
export function ToAcknowledge({ person }: { person: string }): ReactNode {
  const list = useOperation('fitness.list', { owner: person, cause: 'understood' }).data;
  if (!list || list.lines.length === 0) return null;
  return (
    <>
      <dt>To acknowledge</dt>
      <dd>
        {list.lines.map(({ kpi, key, name }, at) => (
          <span key={kpi}>
            {at > 0 && ', '}
            <Link to="/kpis/$kpi" params={{ kpi: key }}>
              {name}
            </Link>
          </span>
        ))}
      </dd>
    </>
  );
}
