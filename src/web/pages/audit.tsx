import { Button, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import { contract } from '#contract/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { instantName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { PersonSelect } from '../parts/PersonSelect.tsx';
import { type Names, useNames } from '../parts/useNames.ts';
import { call, useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import { useView } from '../view.ts';
import audit from './audit/Audit.module.css';
import { AuditCheck } from './audit/AuditCheck.tsx';
import { AuditDetail } from './audit/AuditDetail.tsx';
import { eventName, nounName } from './audit/event-words.ts';
import { useReaches } from './okr/useMay.ts';
import classes from './people/Forms.module.css';

const nouns = Object.keys(contract).map((value) => ({ value, label: nounName(value) }));

const columns = (timeZone: string | undefined, names: Names): Column<AuditEntry>[] => [
  {
    key: 'at',
    label: 'When',
    width: '170px',
    cell: ({ at }) => (
      <time dateTime={at} className={audit.when}>
        {instantName(at, timeZone)}
      </time>
    ),
  },
  {
    key: 'person',
    label: 'Who',
    width: '180px',
    cell: ({ person, token }) => `${person?.name ?? 'Tandem'}${token ? ', by a token' : ''}`,
  },
  { key: 'kind', label: 'What', width: '220px', isPlain: true, cell: ({ kind }) => eventName(kind) },
  {
    key: 'detail',
    label: 'Detail',
    isPlain: true,
    cell: (entry) => <AuditDetail entry={entry} names={names} timeZone={timeZone} />,
  },
];

/** Who changed what and when, filtered, and whether the log is as it was written. */
export function Page(): ReactNode {
  const isAdmin = useReaches('admin');
  const me = useOperation('people.me', {});
  const names = useNames([]);
  const [view, change] = useView({ person: '', noun: '', subject: '', from: '', to: '' });
  const input = {
    ...(view.person && { person: view.person }),
    ...(view.noun && { operation: view.noun }),
    ...(view.subject && { subject: view.subject }),
    ...(view.from && { from: view.from }),
    ...(view.to && { to: view.to }),
  };
  const log = useInfiniteQuery({
    queryKey: ['audit.list', input, 'by page'],
    queryFn: ({ pageParam }) => call('audit.list', { ...input, ...(pageParam && { before: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const entries = log.data?.pages.flatMap((page) => page.entries);
  return (
    <>
      <PageHead title="Audit" actions={isAdmin && <AuditCheck />}>
        Every change, who made it, and in a chain that shows when one was altered, taken out or added.
      </PageHead>
      {log.error && faultOf(log.error).code === 'forbidden' ? (
        <EmptyState title="The audit log is read by admins">
          <p>It names everybody's changes. Ask an owner or admin when you need to know about one.</p>
        </EmptyState>
      ) : (
        <>
          <div className={classes.filters}>
            <PersonSelect
              label="Who"
              placeholder="Everybody"
              value={view.person || null}
              onChange={(person) => change({ person: person ?? '' })}
            />
            <Select
              label="About"
              placeholder="Everything"
              data={nouns}
              value={view.noun || null}
              onChange={(noun) => change({ noun: noun ?? '' })}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': 'About everything' }}
              w={170}
            />
            <TextInput
              type="date"
              label="From"
              value={view.from}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label="To"
              value={view.to}
              onChange={(event) => change({ to: event.currentTarget.value })}
            />
            {view.subject && (
              <Button variant="default" onClick={() => change({ subject: '' })}>
                One thing only: show all
              </Button>
            )}
          </div>
          <Fault of={log.error} onRetry={log.refetch} />
          {log.isPending && <Loading />}
          {entries && (
            <DataTable
              caption="Audit log"
              columns={columns(me.data?.organisation.timeZone, names)}
              rows={entries}
              id={({ id }) => id}
              empty={
                <EmptyState title="No such change">
                  <p>Nothing was changed in these days, or by this person.</p>
                </EmptyState>
              }
            />
          )}
          {log.hasNextPage && (
            <Button
              mt="md"
              variant="default"
              loading={log.isFetchingNextPage}
              onClick={() => void log.fetchNextPage()}
            >
              Show older ones
            </Button>
          )}
        </>
      )}
    </>
  );
}
