import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PanelRow } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { CapabilityMark } from '../../parts/CapabilityMark.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { periodName } from '../../parts/dates.ts';
import { PersonName } from '../../parts/PersonName.tsx';
import { SignalMark } from '../../parts/SignalMark.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { KpiWhy } from '../kpi/KpiWhy.tsx';
import { shortPeriod } from '../kpi/period-words.ts';
import classes from './Panel.module.css';
import type { PanelLine } from './panel-view.ts';

// By what is asked of a reader, not by the alphabet.
const gravity = ['breach', 'overdue', 'warning', 'no data', 'no threshold', 'healthy'];
const senses = ['deterioration', 'improvement', 'neither'];
const abilities = ['not capable', 'hit and miss', 'capable'];

/** The columns of the instrument panel. */
export const columns: readonly Column<PanelLine>[] = [
  {
    key: 'name',
    label: 'KPI',
    width: '30%',
    cell: (line) => <KpiName line={line} />,
    sort: ({ row }) => row.name,
  },
  {
    key: 'owner',
    label: 'Owner',
    rank: 2,
    isPlain: true,
    cell: ({ owner, row }) =>
      row.owner && !owner ? null : (
        <span className={classes.owner}>
          <PersonName name={owner} nobody="No owner" />
        </span>
      ),
    sort: ({ owner }) => owner ?? null,
  },
  {
    key: 'value',
    label: 'Newest',
    align: 'end',
    isMain: true,
    isPlain: true,
    cell: ({ row }) => <b className={classes.value}>{formatValue(row.value, row.unit, row.decimals)}</b>,
    sort: ({ row }) => row.value,
  },
  {
    key: 'period',
    label: 'Period',
    isPlain: true,
    cell: ({ row }) => (
      <span className={classes.period} title={row.period ? periodName(row.period) : undefined}>
        {row.period ? shortPeriod(row.period) : ''}
        {row.missingChildren > 0 && <em>{row.missingChildren} missing</em>}
      </span>
    ),
    sort: ({ row }) => row.period,
  },
  {
    key: 'trend',
    label: 'Last 52',
    isPlain: true,
    width: '112px',
    cell: ({ row }) => <Trend row={row} />,
  },
  {
    key: 'status',
    label: 'Status',
    isPlain: true,
    width: '112px',
    cell: ({ row }) => (
      <KpiWhy kpi={row.key} what="status" title={`Status of ${row.name}`}>
        <StatusMark status={row.status} />
      </KpiWhy>
    ),
    sort: ({ row }) => gravity.indexOf(row.status),
  },
  {
    key: 'signal',
    label: 'Signal',
    isPlain: true,
    width: '118px',
    cell: ({ row }) => (
      <KpiWhy kpi={row.key} what="signal" title={`Signal of ${row.name}`}>
        <SignalMark sense={row.sense} isTooFew={row.level === null} />
      </KpiWhy>
    ),
    sort: ({ row }) => (row.sense ? senses.indexOf(row.sense) : null),
  },
  {
    key: 'capability',
    label: 'Capability',
    isPlain: true,
    width: '120px',
    cell: ({ row }) =>
      row.capability ? (
        <KpiWhy kpi={row.key} what="capability" title={`Capability of ${row.name}`}>
          <CapabilityMark capability={row.capability} />
        </KpiWhy>
      ) : (
        <CapabilityMark capability={null} />
      ),
    sort: ({ row }) => (row.capability ? abilities.indexOf(row.capability) : null),
  },
  {
    key: 'level',
    label: 'Level',
    align: 'end',
    rank: 3,
    cell: ({ row }) => (
      <span className={classes.level}>{formatValue(row.level, row.unit, row.decimals)}</span>
    ),
    sort: ({ row }) => row.level,
  },
];

function KpiName({ line: { row, parent } }: { line: PanelLine }): ReactNode {
  return (
    <span className={parent ? classes.child : classes.name}>
      <Link to="/kpis/$kpi" params={{ kpi: row.key }}>
        {row.name}
      </Link>
      {parent && <span className="unseen">, part of {parent}</span>}
    </span>
  );
}

// By the names of the steps where a scale has them, as everywhere.
function trendWords({ name, unit, decimals }: PanelRow, values: readonly number[]): string {
  const [first, last] = [values[0]!, values.at(-1)!].map((value) => formatValue(value, unit, decimals));
  if (values.length === 1) return `${name}: one value, ${last}`;
  return `${name}: the last ${values.length} values, from ${first} to ${last}`;
}

function Trend({ row }: { row: PanelRow }): ReactNode {
  const { sparkline, floor, ceiling, sense } = row;
  const present = sparkline.filter((value) => value !== null);
  if (present.length === 0) return null;
  return (
    <span className={classes.trend}>
      <Sparkline
        values={sparkline}
        thresholds={[floor, ceiling].filter((line) => line !== null)}
        sense={sense ?? undefined}
        label={trendWords(row, present)}
        width={96}
      />
    </span>
  );
}
