import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { useView } from '../view.ts';
import { useReaches } from './okr/useMay.ts';
import { Functions } from './templates/Functions.tsx';
import { KpiList } from './templates/KpiList.tsx';
import { ObjectiveList } from './templates/ObjectiveList.tsx';
import classes from './templates/Templates.module.css';
import { UseTemplate } from './templates/UseTemplate.tsx';

const first = 'sales';

/** The library of templates by function: look at an objective with what it makes, and use it; or define KPIs by theirs. */
export function Page(): ReactNode {
  const [view, change] = useView({ function: first, search: '', kind: 'objectives', open: '', cycle: '' });
  const [typed, setTyped] = useState(view.search);
  const [search] = useDebouncedValue(typed.trim(), 200);
  const list = useOperation('templates.list', search ? { search } : { function: view.function }, {
    keepPrevious: true,
  });
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  const mayWrite = useReaches('member');
  if (view.open)
    return <UseTemplate key={view.open} template={view.open} cycle={view.cycle} mayWrite={mayWrite} />;
  return (
    <>
      <PageHead title="Templates" above={<Link to="/cycles">OKRs</Link>}>
        Objectives with key results, and the KPIs that feed and guard them. The numbers are examples: yours
        take their place when you use one.
      </PageHead>
      <div className={classes.tools}>
        <TextInput
          ref={input}
          className={classes.search ?? ''}
          label="Search"
          placeholder="churn, waiting, forecast …"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="What to show"
          value={view.kind}
          onChange={(kind) => change({ kind })}
          data={[
            { value: 'objectives', label: 'Objectives' },
            { value: 'kpis', label: 'KPIs' },
          ]}
        />
      </div>
      <Fault of={list.error} onRetry={list.refetch} />
      {list.isPending && <Loading lines={10} what="Opening the library" />}
      {list.data && (
        <div className={classes.columns}>
          <Functions
            functions={list.data.functions}
            of={view.kind === 'kpis' ? 'kpis' : 'objectives'}
            chosen={search ? '' : view.function}
            onChoose={(key) => {
              setTyped('');
              change({ function: key });
            }}
          />
          <Found
            found={list.data}
            kind={view.kind}
            mayWrite={mayWrite}
            isSearch={search !== ''}
            onAll={() => setTyped('')}
          />
        </div>
      )}
    </>
  );
}

type FoundProps = {
  found: Output<'templates.list'>;
  kind: string;
  mayWrite: boolean;
  isSearch: boolean;
  onAll: () => void;
};

function Found({ found, kind, mayWrite, isSearch, onAll }: FoundProps): ReactNode {
  const names = new Map(found.functions.map(({ key, name }) => [key, name]));
  const rows = kind === 'kpis' ? found.kpis : found.objectives;
  if (rows.length === 0)
    return (
      <EmptyState
        title={`No ${kind === 'kpis' ? 'KPI' : 'objective'} of the library speaks of that`}
        action={
          <Button variant="default" onClick={onAll}>
            Look by function
          </Button>
        }
      >
        <p>Each word has to be in a title, a reason, a name or a definition. Try one word less.</p>
      </EmptyState>
    );
  return kind === 'kpis' ? (
    <KpiList kpis={found.kpis} names={names} mayWrite={mayWrite} withFunction={isSearch} />
  ) : (
    <ObjectiveList objectives={found.objectives} names={names} withFunction={isSearch} />
  );
}
