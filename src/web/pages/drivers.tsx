import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DriverTree } from '#contract/drivers.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import { useView } from '../view.ts';
import { DriverGraph } from './drivers/DriverGraph.tsx';
import { DriverList } from './drivers/DriverList.tsx';
import classes from './drivers/Drivers.module.css';
import type { Edge } from './drivers/driver-graph.ts';
import { LinkDialog, UnlinkDialog } from './drivers/LinkDialog.tsx';
import { originWords } from './drivers/origin-words.ts';
import { AsOfBanner, AsOfPicker, useAsOf } from './kpi/AsOf.tsx';
import { onSameDay } from './kpi/same-day.ts';
import { useMayWrite } from './kpi/useMayWrite.ts';
import { NotFoundPage } from './not-found.tsx';

/** The driver tree around a KPI: what moves it, what it moves, and where its signal started. */
export function Page(): ReactNode {
  const { kpi: key = '' } = useParams({ strict: false });
  const [view, change] = useView({ steps: 2, as: 'tree' });
  const steps = Math.min(10, Math.max(1, Math.round(view.steps)));
  const today = useOperation('people.me', {}).data?.today;
  const { day, asOf, isReady } = useAsOf();
  const tree = useOperation(
    'drivers.tree',
    { kpi: key, up: steps, down: steps, ...(asOf && { asOf }) },
    { keepPrevious: true, enabled: isReady },
  );
  const kpi = useOperation('kpis.find', { kpi: key });
  const mayWrite = useMayWrite(kpi.data) && !asOf && !kpi.data?.archivedAt;
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [linking, setLinking] = useState<'input' | 'output' | undefined>(undefined);
  if (tree.error && faultOf(tree.error).code === 'not_found') return <NotFoundPage />;
  const middle = tree.data?.nodes.find(({ id }) => id === tree.data?.kpi);
  const hasLinks = (tree.data?.edges.length ?? 0) > 0;
  return (
    <>
      <PageHead
        title={middle ? `Drivers of ${middle.name}` : 'Drivers'}
        above={
          <>
            <Link to="/">Panel</Link>
            {middle && (
              <>
                {' / '}
                <Link to="/kpis/$kpi" params={{ kpi: middle.key }} search={onSameDay}>
                  {middle.name}
                </Link>
              </>
            )}
          </>
        }
        actions={
          <>
            {mayWrite && (
              <>
                <Button size="xs" variant="default" onClick={() => setLinking('input')}>
                  Add an input
                </Button>
                <Button size="xs" variant="default" onClick={() => setLinking('output')}>
                  Add an output
                </Button>
              </>
            )}
            {today && <AsOfPicker today={today} />}
          </>
        }
      >
        {tree.data && hasLinks && originWords(tree.data)}
      </PageHead>
      {day && <AsOfBanner day={day} by="the links, formulas, parts and readings" />}
      <Fault of={tree.error} onRetry={tree.refetch} />
      {tree.isPending && <Loading lines={8} />}
      {tree.data && middle && !hasLinks && <NoDrivers name={middle.name} isPast={day !== undefined} />}
      {tree.data && middle && hasLinks && (
        <>
          <div className={`${classes.choices} no-print`}>
            {!isNarrow && (
              <SegmentedControl
                size="xs"
                aria-label="Show as"
                data={[
                  { value: 'tree', label: 'Tree' },
                  { value: 'list', label: 'List' },
                ]}
                value={view.as === 'list' ? 'list' : 'tree'}
                onChange={(as) => change({ as })}
              />
            )}
            <SegmentedControl
              size="xs"
              aria-label="How many steps away"
              data={[
                { value: '1', label: '1 step' },
                { value: '2', label: '2 steps' },
                { value: '3', label: '3 steps' },
                { value: '10', label: 'All' },
              ]}
              value={String(steps)}
              onChange={(next) => change({ steps: Number(next) })}
            />
          </div>
          {!isNarrow && view.as !== 'list' ? (
            <>
              <DriverGraph tree={tree.data} name={middle.name} words={originWords(tree.data)} />
              <Legend tree={tree.data} />
            </>
          ) : (
            <Lists tree={tree.data} mayWrite={mayWrite} />
          )}
          {tree.data.more && <p className={classes.more}>The tree goes on beyond what is shown here.</p>}
        </>
      )}
      {linking && middle && <LinkDialog kpi={middle} as={linking} onClose={() => setLinking(undefined)} />}
    </>
  );
}

function Lists({ tree, mayWrite }: { tree: DriverTree; mayWrite: boolean }): ReactNode {
  const [going, setGoing] = useState<Edge | undefined>(undefined);
  const name = (id: string) => tree.nodes.find((node) => node.id === id)?.name ?? '';
  const count = (way: 'from' | 'to') => tree.edges.filter((edge) => edge[way] === tree.kpi).length;
  return (
    <>
      {(['up', 'down'] as const).map((way) => (
        <section key={way} className={classes.section}>
          <h2>{way === 'up' ? 'What moves it' : 'What it moves'}</h2>
          {count(way === 'up' ? 'to' : 'from') === 0 ? (
            <p className={classes.more}>Nothing that is known.</p>
          ) : (
            <DriverList tree={tree} way={way} onUnlink={mayWrite ? setGoing : undefined} />
          )}
        </section>
      ))}
      {going && (
        <UnlinkDialog
          edge={going}
          names={[name(going.from), name(going.to)]}
          onClose={() => setGoing(undefined)}
        />
      )}
    </>
  );
}

const kinds = [
  { kind: 'formula', words: 'in the formula' },
  { kind: 'child', words: 'a part that adds up' },
  { kind: 'driver', words: 'should move it, by somebody’s word' },
] as const;

function Legend({ tree }: { tree: DriverTree }): ReactNode {
  const there = kinds.filter(({ kind }) => tree.edges.some((edge) => edge.kind === kind));
  const isTold = (tree.origin?.path.length ?? 0) > 1;
  return (
    <ul className={classes.legend}>
      {there.map(({ kind, words }) => (
        <li key={kind}>
          <svg width="30" height="10" aria-hidden="true">
            <path className={classes[kind]} d="M1,5H29" />
          </svg>
          {words}
        </li>
      ))}
      {isTold && (
        <li>
          <svg width="30" height="10" aria-hidden="true">
            <path className={classes.path} d="M1,5H29" />
          </svg>
          the way of the signal
        </li>
      )}
    </ul>
  );
}

function NoDrivers({ name, isPast }: { name: string; isPast: boolean }): ReactNode {
  if (isPast)
    return (
      <EmptyState title={`Nothing was known to move ${name} on that day`}>
        <p>No formula, part or link tied it to another KPI yet.</p>
      </EmptyState>
    );
  return (
    <EmptyState title={`Nothing is known to move ${name} yet`}>
      <p>
        An output, such as revenue, cannot be worked on; its inputs can, such as the calls that are made. Add
        the KPIs that should move this one, or those that it should move. A formula over other KPIs and the
        parts of a fanned-out KPI stand here by themselves.
      </p>
    </EmptyState>
  );
}
