import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { ViewMenu } from '../saved-views/ViewMenu.tsx';
import { useView } from '../view.ts';
import { useMayWrite } from './kpi/useMayWrite.ts';
import { columns } from './panel/columns.tsx';
import { EmptyPanel } from './panel/EmptyPanel.tsx';
import { GroupHealth } from './panel/GroupHealth.tsx';
import { groupHealthOf } from './panel/group-health.ts';
import { PanelFilters } from './panel/PanelFilters.tsx';
import { PanelSummary } from './panel/PanelSummary.tsx';
import { PanelTools } from './panel/PanelTools.tsx';
import { type Grouping, healthOf, type PanelLine, wished } from './panel/panel-view.ts';
import { usePanelLines } from './panel/usePanelLines.ts';

// After the panel itself: most days it has nothing to say.
const FailingConnectors = lazy(async () => ({
  default: (await import('./source/FailingConnectors.tsx')).FailingConnectors,
}));

const plain = {
  sort: '',
  q: '',
  status: '',
  signal: '',
  label: '',
  team: '',
  owner: '',
  group: '',
  children: false,
};

const idOf = ({ id }: PanelLine): string => id;
const groupOf = ({ group }: PanelLine): string => group;

/** The instrument panel: every KPI, whether it speaks, and whether it can do what is asked of it. */
export function Page(): ReactNode {
  const navigate = useNavigate();
  const [view, change] = useView(plain);
  const mayWrite = useMayWrite();
  const panel = useOperation('panel.list', view.children ? { children: true } : {}, { keepPrevious: true });
  const lines = usePanelLines(panel.data, view.group as Grouping);
  const { q, status, signal, label, team, owner } = view;
  const shown = useMemo(
    () => wished(lines, { q, status, signal, label, team, owner }),
    [lines, q, status, signal, label, team, owner],
  );
  const heads = useMemo(() => {
    const groups = Map.groupBy(shown, ({ group }) => group);
    return new Map([...groups].map(([name, own]) => [name, groupHealthOf(own)]));
  }, [shown]);
  const isEmpty = panel.data?.length === 0;
  const clear = (): void => change({ ...plain, sort: view.sort, group: view.group });
  return (
    <>
      <PageHead
        title="Panel"
        actions={
          !isEmpty && (
            <>
              <ViewMenu page="panel" />
              {lines.length > 0 && <PanelTools lines={shown} view={view} />}
              {mayWrite && (
                <Button renderRoot={(props) => <Link to="/kpis/new" {...props} />}>Define a KPI</Button>
              )}
            </>
          )
        }
      >
        {lines.length > 0 && <PanelSummary health={healthOf(lines)} view={view} onChange={change} />}
      </PageHead>
      <Fault of={panel.error} onRetry={panel.refetch} />
      <Suspense fallback={null}>
        <FailingConnectors />
      </Suspense>
      {panel.isPending && <Loading lines={14} what="Loading the panel" />}
      {isEmpty && <EmptyPanel mayWrite={mayWrite} />}
      {lines.length > 0 && (
        <>
          <PanelFilters view={view} onChange={change} lines={lines} />
          <DataTable
            caption="KPIs"
            columns={columns}
            rows={shown}
            id={idOf}
            sort={view.sort}
            onSort={(sort) => change({ sort })}
            onOpen={({ row }) => void navigate({ to: '/kpis/$kpi', params: { kpi: row.key } })}
            group={view.group ? groupOf : undefined}
            groupHead={(name) => <GroupHealth parts={heads.get(name) ?? []} />}
            empty={
              <EmptyState
                title="No KPI fits these filters"
                action={
                  <Button variant="default" onClick={clear}>
                    Clear the filters
                  </Button>
                }
              />
            }
          />
        </>
      )}
    </>
  );
}
