import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { daysBetween } from '#domain/time/day.ts';
import { percent, spanName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { GuideLink } from '../parts/GuideLink.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useNames } from '../parts/useNames.ts';
import { useOperation } from '../query.ts';
import { ViewMenu } from '../saved-views/ViewMenu.tsx';
import { useView } from '../view.ts';
import { CycleNote } from './coach/CycleNote.tsx';
import classes from './okr/cycle/Cycle.module.css';
import { CycleActions } from './okr/cycle/CycleActions.tsx';
import { CycleFilters } from './okr/cycle/CycleFilters.tsx';
import { CycleStateMark } from './okr/cycle/CycleStateMark.tsx';
import { KeyResultTable } from './okr/cycle/KeyResultTable.tsx';
import { MapView } from './okr/cycle/MapView.tsx';
import { ObjectiveTable } from './okr/cycle/ObjectiveTable.tsx';
import { ObjectiveTree } from './okr/cycle/ObjectiveTree.tsx';
import { SaveCycle } from './okr/cycle/SaveCycle.tsx';
import { type CycleTree, filtered, peopleIn } from './okr/cycle/tree-rows.ts';
import { HealthCounts } from './okr/HealthCounts.tsx';
import { useReaches } from './okr/useMay.ts';

/** One cycle with its objectives, as a table, by key result, or as a tree. */
export function Page(): ReactNode {
  const { cycle = '' } = useParams({ strict: false }) as { cycle?: string };
  const tree = useOperation('objectives.tree', { cycle });
  if (tree.data) return <CyclePage tree={tree.data} />;
  return (
    <>
      <PageHead title="Cycle" above={<Link to="/cycles">OKRs</Link>} />
      <Fault of={tree.error} onRetry={tree.refetch} />
      {tree.isPending && <Loading />}
    </>
  );
}

function CyclePage({ tree }: { tree: CycleTree }): ReactNode {
  const { cycle, objectives } = tree;
  const [view, change] = useView({
    ...{ view: 'table', team: '', owner: '', health: '', alignment: '', sort: '', keys: true },
    ...{ focus: '', kpis: false },
  });
  const names = useNames(useMemo(() => peopleIn(objectives), [objectives]));
  const mayWrite = useReaches('member');
  const { team, owner, health, alignment } = view;
  const shown = useMemo(
    () => filtered(objectives, { team, owner, health, alignment }),
    [objectives, team, owner, health, alignment],
  );
  const sort = { sort: view.sort, onSort: (next: string) => change({ sort: next }) };
  const nothing = (
    <EmptyState
      title="Nothing here is like that"
      action={
        <Button variant="default" onClick={() => change({ team: '', owner: '', health: '', alignment: '' })}>
          Show all
        </Button>
      }
    />
  );
  return (
    <>
      <PageHead
        title={cycle.name}
        above={<Link to="/cycles">OKRs</Link>}
        actions={
          <>
            {objectives.length > 0 && <ViewMenu page="cycle" />}
            {shown.length > 0 && view.view !== 'map' && (
              <SaveCycle cycle={cycle.name} objectives={shown} names={names} />
            )}
            <CycleActions tree={tree} />
          </>
        }
      >
        <Standing tree={tree} />
      </PageHead>
      {objectives.length === 0 ? (
        <NoObjective tree={tree} mayWrite={mayWrite} />
      ) : (
        <>
          {takesGoals(cycle) && <CycleNote cycle={cycle.id} />}
          <CycleFilters view={view} onChange={change} objectives={objectives} names={names} />
          {view.view === 'key-results' ? (
            <KeyResultTable tree={tree} filters={view} names={names} {...sort} empty={nothing} />
          ) : view.view === 'map' ? (
            <MapView cycle={cycle.id} view={view} onChange={change} empty={nothing} />
          ) : view.view === 'tree' ? (
            shown.length === 0 ? (
              nothing
            ) : (
              <ObjectiveTree tree={tree} objectives={shown} names={names} withKeyResults={view.keys} />
            )
          ) : (
            <ObjectiveTable tree={tree} objectives={shown} names={names} {...sort} empty={nothing} />
          )}
        </>
      )}
    </>
  );
}

function Standing({ tree: { cycle, today, expected, objectives } }: { tree: CycleTree }): ReactNode {
  const counts = useMemo(() => {
    const sum = { outdated: 0, 'off track': 0, behind: 0, 'on track': 0, none: 0 };
    for (const { keyResults } of objectives) for (const { health } of keyResults) sum[health ?? 'none'] += 1;
    return sum;
  }, [objectives]);
  const left = daysBetween(today, cycle.ends);
  return (
    <ul className={classes.standing}>
      <li>
        <CycleStateMark state={cycle.state} />
      </li>
      <li className="numbers">{spanName(cycle.starts, cycle.ends)}</li>
      {cycle.state === 'active' && (
        <li className="numbers">
          {percent(expected)} of the time gone, {left > 0 ? `${left} days left` : 'ended'}
        </li>
      )}
      <li className="numbers">
        {cycle.objectives} objectives, {cycle.keyResults} key results
      </li>
      {cycle.state === 'active' && cycle.keyResults > 0 && (
        <li>
          <HealthCounts counts={counts} />
        </li>
      )}
      {!takesGoals(cycle) && (
        <li className="numbers">
          {cycle.graded} of {cycle.keyResults} graded
        </li>
      )}
    </ul>
  );
}

function NoObjective({ tree: { cycle }, mayWrite }: { tree: CycleTree; mayWrite: boolean }): ReactNode {
  const isOpen = takesGoals(cycle);
  const write = mayWrite && isOpen && (
    <>
      <Button
        renderRoot={(props) => <Link to="/objectives/new" search={{ cycle: cycle.id } as never} {...props} />}
      >
        Write an objective
      </Button>
      <Link to="/gaps">Start from a gap</Link>
      <Link to="/templates" search={{ cycle: cycle.id } as never}>
        Start from a template
      </Link>
    </>
  );
  return (
    <EmptyState title="No objective in this cycle" action={write}>
      <p>
        An objective says what is to be achieved and why; its key results say how we will know. The surest
        start is a gap: a KPI whose level is not where it should be, and whose noise does not explain it.{' '}
        <GuideLink />
      </p>
    </EmptyState>
  );
}
