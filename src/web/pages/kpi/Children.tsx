import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Judgement, PanelRow } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { CapabilityMark } from '../../parts/CapabilityMark.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { periodName } from '../../parts/dates.ts';
import { SignalMark } from '../../parts/SignalMark.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useOperation } from '../../query.ts';
import { FanOutDialog } from './FanOutDialog.tsx';
import classes from './Kpi.module.css';
import { KpiLinks } from './KpiLinks.tsx';
import { Section } from './Section.tsx';
import { onSameDay } from './same-day.ts';

const columns: readonly Column<PanelRow>[] = [
  {
    key: 'name',
    label: 'KPI',
    cell: ({ key, name }) => (
      <Link to="/kpis/$kpi" params={{ kpi: key }} search={onSameDay}>
        {name}
      </Link>
    ),
    sort: ({ name }) => name,
  },
  {
    key: 'value',
    label: 'Newest',
    align: 'end',
    isMain: true,
    isPlain: true,
    cell: ({ value, unit, decimals }) => formatValue(value, unit, decimals),
    sort: ({ value }) => value,
  },
  {
    key: 'period',
    label: 'Period',
    isPlain: true,
    cell: ({ period }) => <span className={classes.quiet}>{period && periodName(period)}</span>,
    sort: ({ period }) => period,
  },
  {
    key: 'trend',
    label: 'Last 52',
    isPlain: true,
    cell: ({ name, sparkline, floor, ceiling, sense }) => (
      <Sparkline
        values={sparkline}
        thresholds={[floor, ceiling].filter((line) => line !== null)}
        sense={sense ?? undefined}
        label={`${name}: the last values`}
      />
    ),
  },
  {
    key: 'status',
    label: 'Status',
    isPlain: true,
    cell: ({ status }) => <StatusMark status={status} />,
    sort: ({ status }) => status,
  },
  {
    key: 'signal',
    label: 'Signal',
    isPlain: true,
    cell: ({ sense, level }) => <SignalMark sense={sense} isTooFew={level === null} />,
    sort: ({ sense }) => sense,
  },
  {
    key: 'capability',
    label: 'Capability',
    isPlain: true,
    cell: ({ capability }) => <CapabilityMark capability={capability} />,
    sort: ({ capability }) => capability,
  },
];

type Props = { judgement: Judgement; mayWrite: boolean };

/** The KPIs that this one is computed from, each judged by itself, and who has not reported; or the way to fan it out. */
export function Children({ judgement, mayWrite }: Props): ReactNode {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const { kpi, missingChildren, points } = judgement;
  const latest = judgement.incomplete ?? judgement.newest;
  const children = useOperation(
    'panel.list',
    { parent: kpi.key, ...(judgement.asOf && { asOf: judgement.asOf }) },
    { enabled: kpi.computed },
  );
  // A KPI with readings of its own cannot be fanned out: its history would be overwritten by sums.
  const mayFanOut = mayWrite && (kpi.computed || points.length === 0);
  if (!kpi.computed && !mayFanOut) return null;
  return (
    <Section
      title="Fanned out"
      action={
        mayFanOut && (
          <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
            {kpi.computed ? 'Add' : 'Fan out'}
          </Button>
        )
      }
      note={
        !kpi.computed &&
        'The same KPI for each team or person below, each with its own owner and thresholds; this one is then computed from them.'
      }
    >
      {missingChildren.length > 0 && latest && (
        <p className={classes.note}>
          {periodName(latest.period)} is incomplete. Not reported: <KpiLinks of={missingChildren} />.
        </p>
      )}
      {children.data && (
        <DataTable
          caption={`KPIs that ${kpi.name} is computed from`}
          columns={columns}
          rows={children.data}
          empty={<p className={classes.empty}>It had no parts yet on that day.</p>}
          id={({ id }) => id}
          onOpen={({ key }) => void navigate({ to: '/kpis/$kpi', params: { kpi: key }, search: onSameDay })}
        />
      )}
      {isOpen && <FanOutDialog kpi={kpi} onClose={() => setOpen(false)} />}
    </Section>
  );
}
