import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CycleReport, ReportKpi } from '#contract/cycle-report.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { periodName } from '../../parts/dates.ts';
import { SignalMark } from '../../parts/SignalMark.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import classes from './Report.module.css';
import { breachesWords } from './report-words.ts';

const roles: Record<ReportKpi['links'][number], string> = {
  read: 'measures a key result',
  guards: 'guardrail',
  improved: 'to be improved',
  gap: 'its gap began an objective',
};

/** What the KPIs of the goals showed in the cycle: status before and at the end, signals, breaches. */
export function ReportKpis({ report }: { report: CycleReport }): ReactNode {
  const { kpis, kpisLeftOut, kpisKept, isInterim } = report;
  return (
    <section className={classes.part} aria-labelledby="kpis">
      <h2 id="kpis">KPIs of these goals</h2>
      {kpis.length === 0 ? (
        <p className={classes.quiet}>No key result reads a KPI, and none is guarded by one.</p>
      ) : (
        <table className={classes.table}>
          <caption className="unseen">What the KPIs showed in the cycle</caption>
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col">Before</th>
              <th scope="col">{isInterim ? 'By now' : 'At the end'}</th>
              <th scope="col">In the cycle</th>
              <th scope="col">Signals and breaches</th>
            </tr>
          </thead>
          <tbody>
            {kpis.map((kpi) => (
              <Line key={kpi.id} kpi={kpi} />
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.quiet}>
        {kpis.length > 0 &&
          (kpisKept
            ? 'As they were known when the cycle was closed.'
            : isInterim
              ? 'As they are known today.'
              : 'As they are known today: this cycle was closed before that was kept.')}
        {kpisLeftOut > 0 && ` ${kpisLeftOut} more are left out.`}
      </p>
    </section>
  );
}

function Line({ kpi }: { kpi: ReportKpi }): ReactNode {
  const { key, name, links, before, newest, values, signals, breaches } = kpi;
  const newestSignal = signals.toSorted((one, other) => (one.latest < other.latest ? 1 : -1))[0];
  const range = `${name}, ${values.length} values in the cycle`;
  return (
    <tr>
      <th scope="row">
        <Link to="/kpis/$kpi" params={{ kpi: key }}>
          {name}
        </Link>
        <span>{links.map((link) => roles[link]).join(', ')}</span>
      </th>
      <td data-label="Before">
        <At at={before} kpi={kpi} />
      </td>
      <td data-label="At the end">
        <At at={newest} kpi={kpi} />
      </td>
      <td data-label="In the cycle">
        {values.length > 1 && (
          <Sparkline values={values.map(({ value }) => value)} label={range} width={110} height={24} />
        )}
      </td>
      <td className={classes.wide}>
        {newestSignal && (
          <p>
            <SignalMark sense={newestSignal.sense} /> <span>{newestSignal.sentence}</span>
          </p>
        )}
        {breaches.length > 0 && (
          <p>
            <StatusMark status="breach" /> <span>{breachesWords(breaches, kpi)}</span>
          </p>
        )}
        {!newestSignal && breaches.length === 0 && <span className={classes.quiet}>nothing to see</span>}
      </td>
    </tr>
  );
}

function At({ at, kpi }: { at: ReportKpi['before']; kpi: ReportKpi }): ReactNode {
  if (!at) return <span className={classes.quiet}>–</span>;
  return (
    <>
      <span className="numbers">{formatValue(at.value, kpi.unit, kpi.decimals)}</span>{' '}
      <span className={classes.status}>
        <StatusMark status={at.status} />
      </span>
      <span className={classes.period}>{periodName(at.period)}</span>
    </>
  );
}
