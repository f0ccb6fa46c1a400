import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Reading } from '#contract/readings.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Day } from '#domain/time/day.ts';
import type { Calendar } from '#domain/time/period.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { instantName, periodName, weekDays } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useNames } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import { SourceLine } from '../source/SourceLine.tsx';
import { CorrectDialog, WithdrawDialog } from './CorrectDialog.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import classes from './Kpi.module.css';
import { ReadingEntry } from './ReadingEntry.tsx';
import { SaveReadings } from './SaveReadings.tsx';
import { Section } from './Section.tsx';

type Props = {
  kpi: Kpi;
  asOf: string | undefined;
  mayWrite: boolean;
  today: Day;
  calendar: Calendar;
};

type Open = { what: 'correct' | 'withdraw' | 'history'; reading: Reading };

const few = 12;

/** The readings of a KPI, newest first, with entry, correction and history. */
export function Readings({ kpi, asOf, mayWrite, today, calendar }: Props): ReactNode {
  const [isAll, setAll] = useState(false);
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const readings = useOperation(
    'readings.list',
    { kpi: kpi.key, ...(asOf && { asOf }) },
    { keepPrevious: true },
  );
  const rows = readings.data?.toReversed() ?? [];
  const names = useNames(rows.slice(0, isAll ? undefined : few).map(({ author }) => author));
  const maySet = mayWrite && !kpi.computed && kpi.formula === null;
  const close = (): void => setOpen(undefined);
  const columns = columnsOf({ kpi, names, maySet, onOpen: setOpen });
  return (
    <Section
      title="Readings"
      action={
        readings.data &&
        readings.data.length > 0 && <SaveReadings kpi={kpi} readings={readings.data} names={names} />
      }
      note={sourceNote(kpi)}
    >
      {!kpi.computed && kpi.formula === null && <SourceLine kpi={kpi} asOf={asOf} mayWrite={mayWrite} />}
      {maySet && readings.data && (
        <ReadingEntry
          kpi={kpi}
          present={rows.filter(({ value }) => value !== null).map(({ period }) => period)}
          today={today}
          calendar={calendar}
        />
      )}
      <Fault of={readings.error} onRetry={readings.refetch} />
      {readings.isPending && <Loading lines={6} />}
      {readings.data && (
        <DataTable
          caption="Readings, newest first"
          columns={columns}
          rows={isAll ? rows : rows.slice(0, few)}
          id={({ period }) => period}
          withKeys={false}
          empty={<NoReadings kpi={kpi} isPast={asOf !== undefined} />}
        />
      )}
      {rows.length > few && (
        <button type="button" className={classes.more} onClick={() => setAll(!isAll)}>
          {isAll ? 'Only the newest' : `All ${rows.length} readings`}
        </button>
      )}
      {open?.what === 'correct' && <CorrectDialog kpi={kpi} reading={open.reading} onClose={close} />}
      {open?.what === 'withdraw' && <WithdrawDialog kpi={kpi} reading={open.reading} onClose={close} />}
      {open?.what === 'history' && (
        <HistoryDialog kpi={kpi} reading={open.reading} asOf={asOf} onClose={close} />
      )}
    </Section>
  );
}

function sourceNote({ computed, formula }: Kpi): string | undefined {
  if (computed) return 'Computed from the KPIs below it: record theirs, and this one follows.';
  return formula === null
    ? undefined
    : 'Computed by its formula: record the readings of its inputs, and this one follows.';
}

type Words = {
  kpi: Kpi;
  names: ReturnType<typeof useNames>;
  maySet: boolean;
  onOpen: (open: Open) => void;
};

function columnsOf({ kpi, names, maySet, onOpen }: Words): Column<Reading>[] {
  const show = (value: number | null, unit: Kpi['unit']) => formatValue(value, unit, kpi.decimals);
  const isPast = (unit: Kpi['unit']) => JSON.stringify(unit) !== JSON.stringify(kpi.unit);
  const button = (what: Open['what'], label: string, reading: Reading) => (
    <button type="button" className={classes.plain} onClick={() => onOpen({ what, reading })}>
      {label}
      <span className="unseen"> {periodName(reading.period)}</span>
    </button>
  );
  const parts: Column<Reading>[] =
    kpi.addsUp === 'ratio'
      ? [
          {
            key: 'parts',
            label: 'Of',
            align: 'end',
            isPlain: true,
            cell: ({ numerator, denominator }) =>
              numerator === null ? null : (
                <span className={classes.quiet}>
                  {numerator.toLocaleString('en')} / {denominator?.toLocaleString('en')}
                </span>
              ),
          },
        ]
      : [];
  return [
    {
      key: 'period',
      label: 'Period',
      cell: ({ period, partial }) => (
        <span title={weekDays(period)}>
          {periodName(period)}
          {partial && <span className={classes.quiet}> not ended</span>}
        </span>
      ),
    },
    {
      key: 'value',
      label: 'Value',
      align: 'end',
      isMain: true,
      isPlain: true,
      cell: ({ value, unit, asTyped, missing }) => (
        <>
          {value === null ? (
            <span className={classes.withdrawn}>withdrawn</span>
          ) : (
            <span {...(isPast(unit) && { className: classes.quiet, title: 'Counted differently then' })}>
              {show(value, unit)}
            </span>
          )}
          {asTyped && (
            <span className={classes.quiet}>
              {' '}
              typed as {formatValue(asTyped.value, asTyped.unit, kpi.decimals)}
            </span>
          )}
          {missing.length > 0 && <span className={classes.quiet}> incomplete: {missing.length} missing</span>}
        </>
      ),
    },
    ...parts,
    {
      key: 'note',
      label: 'Note',
      isPlain: true,
      cell: ({ note, reason }) => <span className={classes.quiet}>{reason ?? note}</span>,
    },
    {
      key: 'by',
      label: 'By',
      isPlain: true,
      cell: ({ author, source, recordedAt }) => (
        <span className={classes.quiet} title={instantName(recordedAt)}>
          {source === 'typed' ? names.person(author) : source}
        </span>
      ),
    },
    {
      key: 'actions',
      label: 'Change',
      align: 'end',
      isPlain: true,
      cell: (reading) => (
        <span className={classes.actions}>
          {maySet && button('correct', 'Correct', reading)}
          {maySet && reading.value !== null && button('withdraw', 'Withdraw', reading)}
          {(reading.revision > 1 || !maySet) && button('history', 'History', reading)}
        </span>
      ),
    },
  ];
}

function NoReadings({ kpi, isPast }: { kpi: Kpi; isPast: boolean }): ReactNode {
  if (isPast) return <p className={classes.empty}>None had been recorded by then.</p>;
  if (kpi.computed) return <p className={classes.empty}>No child has reported yet.</p>;
  if (kpi.formula !== null)
    return <p className={classes.empty}>None of its inputs has a value yet that its formula could use.</p>;
  return (
    <p className={classes.empty}>
      No readings yet. Record the first one, or <Link to="/import">import its history</Link> from a file. From
      six values on, limits tell noise from signal.
    </p>
  );
}
