import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import { cycleStates, takesGoals } from '#domain/time/cycle.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { percent, spanName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { GuideLink } from '../parts/GuideLink.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { useView } from '../view.ts';
import { CycleDialog } from './okr/cycle/CycleDialog.tsx';
import { CycleStateMark } from './okr/cycle/CycleStateMark.tsx';
import { useReaches } from './okr/useMay.ts';

const columns: readonly Column<Cycle>[] = [
  {
    key: 'name',
    label: 'Cycle',
    cell: ({ id, name }) => (
      <Link to="/cycles/$cycle" params={{ cycle: id }}>
        {name}
      </Link>
    ),
    sort: ({ name }) => name,
  },
  {
    key: 'state',
    label: 'State',
    isPlain: true,
    cell: ({ state }) => <CycleStateMark state={state} />,
    sort: ({ state }) => cycleStates.indexOf(state),
  },
  {
    key: 'days',
    label: 'Days',
    isPlain: true,
    cell: ({ starts, ends }) => <span className="numbers">{spanName(starts, ends)}</span>,
    sort: ({ starts }) => starts,
  },
  {
    key: 'elapsed',
    label: 'Time gone',
    align: 'end',
    cell: ({ elapsed }) => percent(elapsed),
    sort: ({ elapsed }) => elapsed,
  },
  {
    key: 'objectives',
    label: 'Objectives',
    align: 'end',
    cell: ({ objectives }) => objectives,
    sort: ({ objectives }) => objectives,
  },
  {
    key: 'keyResults',
    label: 'Key results',
    align: 'end',
    cell: ({ keyResults }) => keyResults,
    sort: ({ keyResults }) => keyResults,
  },
  {
    key: 'graded',
    label: 'Graded',
    align: 'end',
    rank: 2,
    cell: (cycle) => (takesGoals(cycle) ? '–' : cycle.graded),
    sort: ({ graded }) => graded,
  },
];

/** All cycles, the latest first, and planning the next one. */
export function Page(): ReactNode {
  const navigate = useNavigate();
  const [view, change] = useView({ sort: '' });
  const [isCreating, setCreating] = useState(false);
  const mayPlan = useReaches('admin');
  const cycles = useOperation('cycles.list', {});
  const open = ({ id }: Pick<Cycle, 'id'>) => void navigate({ to: '/cycles/$cycle', params: { cycle: id } });
  const plan = mayPlan && <Button onClick={() => setCreating(true)}>Plan a cycle</Button>;
  return (
    <>
      <PageHead
        title="OKRs"
        actions={
          cycles.data &&
          cycles.data.length > 0 && (
            <>
              <Button variant="default" component={Link} to="/okrs/import">
                Import a document
              </Button>
              {plan}
            </>
          )
        }
      >
        A cycle is the time box of objectives: planned, worked on, graded and closed.
      </PageHead>
      <Fault of={cycles.error} onRetry={cycles.refetch} />
      {cycles.isPending && <Loading />}
      {cycles.data && (
        <DataTable
          caption="Cycles"
          columns={columns}
          rows={cycles.data}
          id={({ id }) => id}
          sort={view.sort}
          onSort={(sort) => change({ sort })}
          onOpen={open}
          empty={
            <EmptyState title="No cycle yet" action={plan}>
              <p>
                Objectives live in a cycle, usually a quarter. Plan one, write 3 to 5 objectives per team with
                2 to 5 key results each, then activate it: from there on the goalposts stand. <GuideLink />
              </p>
              {!mayPlan && <p>An owner or admin plans the first one.</p>}
            </EmptyState>
          }
        />
      )}
      {isCreating && <CycleDialog onClose={() => setCreating(false)} onDone={open} />}
    </>
  );
}
