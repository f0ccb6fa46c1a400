import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { useNames } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import { onSameDay } from './same-day.ts';

/** Where a KPI lies: the panel, its team, and the KPI that it is a child of. */
export function KpiAbove({ kpi }: { kpi: Kpi }): ReactNode {
  const names = useNames([]);
  const parent = useOperation('kpis.find', { kpi: kpi.parent ?? '' }, { enabled: kpi.parent !== null }).data;
  const team = names.team(kpi.team);
  return (
    <>
      <Link to="/">Panel</Link>
      {team && kpi.team && (
        <>
          {' / '}
          <Link to="/" search={{ team: kpi.team } as never}>
            {team}
          </Link>
        </>
      )}
      {parent && (
        <>
          {' / '}
          <Link to="/kpis/$kpi" params={{ kpi: parent.key }} search={onSameDay}>
            {parent.name}
          </Link>
        </>
      )}
      {kpi.archivedAt && ' / archived'}
    </>
  );
}
