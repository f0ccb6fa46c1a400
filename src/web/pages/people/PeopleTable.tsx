import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Person } from '#contract/people.ts';
import { type Role, roles } from '#domain/access.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Fault } from '../../parts/Fault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { call, useOperation } from '../../query.ts';
import { useView } from '../../view.ts';
import classes from './Forms.module.css';
import { roleChoices, roleWords } from './role-words.ts';
import { TeamLinks } from './TeamLinks.tsx';

const columns: readonly Column<Person>[] = [
  {
    key: 'name',
    label: 'Name',
    cell: ({ id, name }) => (
      <Link to="/people/$person" params={{ person: id }}>
        {name}
      </Link>
    ),
  },
  { key: 'role', label: 'Role', isMain: true, isPlain: true, cell: ({ role }) => roleWords[role].name },
  { key: 'teams', label: 'Teams', rank: 2, cell: ({ teams }) => <TeamLinks of={teams} /> },
  { key: 'email', label: 'E-mail', isPlain: true, cell: ({ email }) => email },
];

const shown = [
  { value: 'active', label: 'Here now' },
  { value: 'left', label: 'Have left' },
];

/** The people by name, searched by the server, a page at a time. */
export function PeopleTable(): ReactNode {
  const navigate = useNavigate();
  const [view, change] = useView({ search: '', role: '', who: 'active' });
  const [search] = useDebouncedValue(view.search.trim(), 200);
  const organisation = useOperation('organisations.find', {});
  const input = {
    ...(search && { search }),
    ...(view.role && { role: view.role as Role }),
    active: view.who !== 'left',
  };
  const list = useInfiniteQuery({
    queryKey: ['people.list', input, 'by page'],
    queryFn: ({ pageParam }) => call('people.list', { ...input, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const people = list.data?.pages.flatMap((page) => page.people);
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          type="search"
          label="Name or e-mail"
          value={view.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
          w={220}
        />
        <Select
          label="Role"
          placeholder="All"
          data={roleChoices(roles)}
          value={view.role || null}
          onChange={(role) => change({ role: role ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': 'All roles' }}
          w={130}
        />
        <Select
          label="Who"
          data={shown}
          value={view.who}
          onChange={(who) => change({ who: who ?? 'active' })}
          allowDeselect={false}
          w={130}
        />
      </div>
      <Fault of={list.error} onRetry={list.refetch} />
      {list.isPending && <Loading />}
      {people && (
        <DataTable
          caption={`People of ${organisation.data?.name ?? 'the organisation'}`}
          columns={columns}
          rows={people}
          id={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/people/$person', params: { person: id } })}
          empty={
            <EmptyState title="Nobody found">
              <p>Try a shorter part of the name, or all roles.</p>
            </EmptyState>
          }
        />
      )}
      {list.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
}
