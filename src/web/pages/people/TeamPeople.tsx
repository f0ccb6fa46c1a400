import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { Fault } from '../../parts/Fault.tsx';
import { useCall } from '../../query.ts';

type Team = Output<'teams.find'>;
type Member = Team['people'][number];

/** The people of a team, leads first; who may write makes leads and takes people out. */
export function TeamPeople({ team, mayWrite }: { team: Team; mayWrite: boolean }): ReactNode {
  const set = useCall('teams.addMember', { stale: ['people'] });
  const remove = useCall('teams.removeMember', { stale: ['people'] });
  const actions: Column<Member> = {
    key: 'actions',
    label: 'Change',
    align: 'end',
    isPlain: true,
    cell: ({ id, name, lead }) => (
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={lead ? `Make member: ${name}` : `Make lead: ${name}`}
          onClick={() => set.mutate({ team: team.id, person: id, lead: !lead })}
        >
          {lead ? 'Make member' : 'Make lead'}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Take out: ${name}`}
          onClick={() => remove.mutate({ team: team.id, person: id })}
        >
          Take out
        </Button>
      </Group>
    ),
  };
  return (
    <div>
      <DataTable
        caption={`People of ${team.name}`}
        columns={mayWrite ? [...columns, actions] : columns}
        rows={team.people}
        id={({ id }) => id}
      />
      <Fault of={set.error ?? remove.error} />
    </div>
  );
}

const columns: readonly Column<Member>[] = [
  {
    key: 'name',
    label: 'Name',
    cell: ({ id, name }) => (
      <Link to="/people/$person" params={{ person: id }}>
        {name}
      </Link>
    ),
    sort: ({ name }) => name,
  },
  {
    key: 'lead',
    label: 'In the team as',
    isMain: true,
    isPlain: true,
    cell: ({ lead }) => (lead ? 'Lead' : 'Member'),
    sort: ({ lead }) => (lead ? 0 : 1),
  },
  { key: 'email', label: 'E-mail', isPlain: true, rank: 2, cell: ({ email }) => email },
];
