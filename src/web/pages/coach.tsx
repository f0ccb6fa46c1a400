import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { CoachReport, CoachReportLine } from '#contract/coach.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import filters from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { type Names, useNames } from '../parts/useNames.ts';
import { useCall, useOperation } from '../query.ts';
import { useView } from '../view.ts';
import classes from './coach/Report.module.css';
import { ReportFilters, type ReportView } from './coach/ReportFilters.tsx';
import { asideColumns, openColumns } from './coach/report-columns.tsx';
import { ruleName } from './coach/report-words.ts';

const plain = { severity: '', rule: '', team: '', owner: '' };
const most = 20_000;

/** What the coach finds in all goals of the cycle that is being planned, where it is mended, and what was set aside and why. */
export function Page(): ReactNode {
  const [view, change] = useView({ ...plain, cycle: '', group: '', sort: '', all: false });
  const cycle = view.cycle ? { cycle: view.cycle } : {};
  // The whole cycle says what can be narrowed to.
  const whole = useOperation('coach.report', { ...cycle, limit: 1 }, { keepPrevious: true });
  const report = useOperation(
    'coach.report',
    {
      ...cycle,
      ...((view.severity === 'problem' || view.severity === 'advice') && { severity: view.severity }),
      ...(view.rule && { rule: view.rule }),
      ...(view.team && { team: view.team }),
      ...(view.owner && { owner: view.owner }),
      ...(view.all && { limit: most }),
    },
    { keepPrevious: true },
  );
  const lines = report.data?.lines ?? [];
  const owners = [...new Set(lines.flatMap(({ owner }) => owner ?? []))];
  const names = useNames([...owners, ...lines.map(({ setAside }) => setAside?.by), view.owner || null]);
  const isNarrowed = Object.keys(plain).some((field) => view[field as keyof typeof plain] !== '');
  return (
    <>
      <PageHead title="The coach">
        {report.data?.cycle && report.data.goals > 0 && (
          <Summary report={report.data} view={view} onChange={change} />
        )}
      </PageHead>
      <Fault of={report.error} onRetry={report.refetch} />
      {report.isPending && <Loading lines={10} what="Loading what the coach finds" />}
      {report.data?.cycle === null && <NoCycle />}
      {report.data?.cycle && whole.data && (
        <>
          <ReportFilters
            view={view}
            onChange={change}
            report={whole.data}
            owners={view.owner ? [...new Set([...owners, view.owner])] : owners}
            names={names}
          />
          <Lines
            report={report.data}
            names={names}
            group={view.group}
            sort={view.sort}
            onSort={(sort) => change({ sort })}
            empty={<Nothing report={report.data} isNarrowed={isNarrowed} onClear={() => change(plain)} />}
          />
          {report.data.total > lines.length && (
            <p className={filters.more}>
              The first {lines.length} of {report.data.total}, the objectives with the most problems first.
              <Button size="compact-sm" variant="default" onClick={() => change({ all: true })}>
                Show all
              </Button>
            </p>
          )}
        </>
      )}
    </>
  );
}

type LinesProps = {
  report: CoachReport;
  names: Names;
  group: string;
  sort: string;
  onSort: (sort: string) => void;
  empty: ReactNode;
};

function Lines({ report, names, group, sort, onSort, empty }: LinesProps): ReactNode {
  const takeUp = useCall('coach.takeUp');
  const { lines, rules } = report;
  const [open, aside] = useMemo(
    () => [lines.filter(({ setAside }) => !setAside), lines.filter(({ setAside }) => setAside)],
    [lines],
  );
  const id = ({ subject, rule, about }: CoachReportLine) => `${subject} ${rule} ${about}`;
  const groups: Record<string, (line: CoachReportLine) => string> = {
    rule: ({ rule }) => ruleName(rule),
    team: ({ team }) => names.team(team) ?? 'No team',
    owner: ({ owner }) => names.person(owner) ?? 'No owner',
  };
  const byObjective = ({ objective }: CoachReportLine) => objective?.title ?? 'How many goals they have';
  return (
    <>
      <DataTable
        caption="What the coach finds"
        columns={openColumns(rules, names)}
        rows={open}
        id={id}
        sort={sort}
        onSort={onSort}
        group={sort === '' || group !== '' ? (groups[group] ?? byObjective) : undefined}
        empty={empty}
      />
      {aside.length > 0 && (
        <section>
          <h2 className={classes.heading}>Set aside</h2>
          <p className={classes.lead}>
            Somebody has said why these are right as they are. Each is open again once its words or numbers
            change.
          </p>
          <Fault of={takeUp.error} />
          <DataTable
            caption="Set aside"
            columns={asideColumns(rules, names, (setAside) => takeUp.mutate({ setAside }))}
            rows={aside}
            id={id}
            withKeys={false}
          />
        </section>
      )}
    </>
  );
}

type SummaryProps = { report: CoachReport; view: ReportView; onChange: (part: Partial<ReportView>) => void };

function Summary({ report, view, onChange }: SummaryProps): ReactNode {
  const { goals, clean, problems, advice, setAside } = report;
  const toggle = (severity: 'problem' | 'advice', words: string) => (
    <button
      type="button"
      aria-pressed={view.severity === severity}
      onClick={() => onChange({ severity: view.severity === severity ? '' : severity })}
    >
      {words}
    </button>
  );
  return (
    <p className={filters.summary}>
      <span>
        {clean} of {goals} {goals === 1 ? 'goal is' : 'goals are'} without a problem
      </span>
      {problems > 0 && toggle('problem', `${problems} ${problems === 1 ? 'problem' : 'problems'}`)}
      {advice > 0 && toggle('advice', `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`)}
      {setAside > 0 && <span>{setAside} set aside</span>}
    </p>
  );
}

type NothingProps = { report: CoachReport; isNarrowed: boolean; onClear: () => void };

function Nothing({ report, isNarrowed, onClear }: NothingProps): ReactNode {
  if (isNarrowed)
    return (
      <EmptyState
        title="Nothing is found here"
        action={
          <Button variant="default" onClick={onClear}>
            Clear the filters
          </Button>
        }
      />
    );
  if (report.goals === 0)
    return (
      <EmptyState
        title={`No goal in ${report.cycle?.name} yet`}
        action={
          <Link to="/objectives/new" search={{ cycle: report.cycle?.id } as never}>
            Write an objective
          </Link>
        }
      >
        <p>
          The coach reads each goal as it is written: whether an objective says what will be better, whether a
          key result is an outcome with a number, and whether its target is worth an effort by what its KPI
          does anyway.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing to mend">
      <p>
        The coach finds nothing in the goals of {report.cycle?.name} that you may see, or somebody has said
        why they are right.
      </p>
    </EmptyState>
  );
}

function NoCycle(): ReactNode {
  return (
    <EmptyState title="No cycle is being planned" action={<Link to="/cycles">Plan a cycle</Link>}>
      <p>
        While a cycle is planned the coach checks every objective and key result, and says here what is open:
        goals that are tasks, targets that come by themselves, numbers without a baseline, and the like.
      </p>
    </EmptyState>
  );
}
