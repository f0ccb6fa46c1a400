import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { FitnessList } from '#contract/fitness.ts';
import type { Cause } from '#domain/fitness/cause.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import filters from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useNames } from '../parts/useNames.ts';
import { useOperation } from '../query.ts';
import { ViewMenu } from '../saved-views/ViewMenu.tsx';
import { useView } from '../view.ts';
import { columns, type NamedLine } from './fitness/columns.tsx';
import { FitnessFilters } from './fitness/FitnessFilters.tsx';
import { causeWords } from './fitness/fitness-words.ts';
import { OwnersAndUndecided } from './fitness/OwnersAndUndecided.tsx';
import { SaveMend } from './fitness/SaveMend.tsx';

const plain = { sort: '', cause: '', owner: '', team: '', group: '', all: false };
const most = 5_000;

/** What to mend across all KPIs, the most urgent first, and who can. */
export function Page(): ReactNode {
  const navigate = useNavigate();
  const [view, change] = useView(plain);
  const list = useOperation(
    'fitness.list',
    {
      ...(view.cause in causeWords && { cause: view.cause as Cause }),
      ...(view.owner && { owner: view.owner }),
      ...(view.team && { team: view.team }),
      ...(view.all && { limit: most }),
    },
    { keepPrevious: true },
  );
  const names = useNames(list.data?.owners.map(({ owner }) => owner) ?? []);
  const spelled = JSON.stringify(
    list.data?.lines.map(({ owner, team }) => [names.person(owner), names.team(team)]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `spelled` is all that the names say
  const lines = useMemo(
    (): NamedLine[] =>
      (list.data?.lines ?? []).map((line) => ({
        ...line,
        ownerName: names.person(line.owner),
        teamName: names.team(line.team),
      })),
    [list.data, spelled],
  );
  const clear = (): void => change({ ...plain, sort: view.sort, group: view.group });
  const group = {
    cause: ({ cause }: NamedLine) => capital(causeWords[cause].wrong),
    owner: ({ ownerName }: NamedLine) => ownerName ?? 'No owner',
  }[view.group];
  return (
    <>
      <PageHead
        title="What to mend"
        actions={
          list.data &&
          list.data.kpis > 0 && (
            <>
              <ViewMenu page="fitness" />
              {lines.length > 0 && <SaveMend lines={lines} />}
            </>
          )
        }
      >
        {list.data && list.data.kpis > 0 && (
          <Summary list={list.data} cause={view.cause} onCause={(cause) => change({ cause })} />
        )}
      </PageHead>
      <Fault of={list.error} onRetry={list.refetch} />
      {list.isPending && <Loading lines={10} what="Loading what to mend" />}
      {list.data?.kpis === 0 && <NoKpi />}
      {list.data && list.data.kpis > 0 && (
        <>
          <FitnessFilters view={view} onChange={change} owners={list.data.owners} names={names} />
          <DataTable
            caption="What to mend, the most urgent first"
            columns={columns}
            rows={lines}
            id={({ kpi, cause }) => `${kpi} ${cause}`}
            sort={view.sort}
            onSort={(sort) => change({ sort })}
            onOpen={({ key }) => void navigate({ to: '/kpis/$kpi', params: { kpi: key } })}
            group={group}
            empty={
              <NothingToMend isNarrowed={Boolean(view.cause || view.owner || view.team)} onClear={clear} />
            }
          />
          {list.data.total > lines.length && (
            <p className={filters.more}>
              The {lines.length} most urgent of {list.data.total}.
              {!view.all && (
                <Button size="compact-sm" variant="default" onClick={() => change({ all: true })}>
                  Show more
                </Button>
              )}
            </p>
          )}
          <OwnersAndUndecided
            list={list.data}
            names={names}
            onOwner={(owner) => change({ ...plain, owner })}
          />
        </>
      )}
    </>
  );
}

type SummaryProps = { list: FitnessList; cause: string; onCause: (cause: string) => void };

function Summary({ list, cause, onCause }: SummaryProps): ReactNode {
  return (
    <p className={filters.summary}>
      <span>
        {list.fit} of {list.kpis} {list.kpis === 1 ? 'KPI is' : 'KPIs are'} fit
      </span>
      {list.causes
        .filter(({ toMend }) => toMend > 0)
        .map((each) => (
          <button
            key={each.cause}
            type="button"
            aria-pressed={cause === each.cause}
            onClick={() => onCause(cause === each.cause ? '' : each.cause)}
          >
            {each.toMend} {causeWords[each.cause].wrong}
          </button>
        ))}
    </p>
  );
}

function NothingToMend({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }): ReactNode {
  return isNarrowed ? (
    <EmptyState
      title="Nothing to mend here"
      action={
        <Button variant="default" onClick={onClear}>
          Clear the filters
        </Button>
      }
    />
  ) : (
    <EmptyState title="Nothing to mend">
      <p>Every KPI is defined, aligned, understood, reliable and balanced as far as can be said.</p>
    </EmptyState>
  );
}

function NoKpi(): ReactNode {
  return (
    <EmptyState
      title="Nothing to mend, because there is no KPI yet"
      action={<Link to="/">Go to the panel</Link>}
    >
      <p>
        KPIs fail for five causes: they are badly defined, not aligned with anything, not understood, fed by
        poor data, or out of balance. Each is measured here, and what can be mended is one line.
      </p>
    </EmptyState>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
