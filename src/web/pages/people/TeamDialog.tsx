import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Team } from '#contract/teams.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { PeopleSelect } from '../../parts/PeopleSelect.tsx';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import { useCall } from '../../query.ts';
import { keyOf } from './key-of.ts';

type Props = {
  /** The team to change; without it a new one is made. */
  team?: Team;
  /** Where a new one hangs at first. */
  parent?: string;
  onClose: () => void;
};

/** Makes a team, or renames one and moves it with all below it. */
export function TeamDialog({ team, parent: first, onClose }: Props): ReactNode {
  const navigate = useNavigate();
  const [name, setName] = useState(team?.name ?? '');
  const [key, setKey] = useState(team?.key ?? '');
  const [parent, setParent] = useState(team ? team.parent : (first ?? null));
  const [leads, setLeads] = useState<string[]>([]);
  const done = (saved: Team): void => {
    onClose();
    void navigate({ to: '/teams/$team', params: { team: saved.key } });
  };
  const create = useCall('teams.create', { stale: ['people'], onDone: done });
  const change = useCall('teams.change', { stale: ['people'], onDone: done });
  const saving = team ? change : create;
  const shownKey = key || keyOf(name);
  const submit = (): void => {
    if (team) change.mutate({ team: team.id, name, key: shownKey, parent });
    else create.mutate({ name, key: shownKey, parent, leads });
  };
  return (
    <FormDialog
      title={team ? `Change ${team.name}` : 'New team'}
      action={team ? 'Save' : 'Create it'}
      saving={saving}
      beside={['name', 'key', 'parent', 'leads']}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label="Name"
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(saving.error, 'name')}
      />
      <TextInput
        label="Key"
        description="Its name in addresses, imports and scripts."
        maxLength={80}
        value={team ? key : shownKey}
        onChange={(event) => setKey(event.currentTarget.value)}
        error={faultAt(saving.error, 'key')}
      />
      <TeamSelect
        label="Below"
        placeholder="At the top"
        value={parent}
        onChange={setParent}
        error={faultAt(saving.error, 'parent')}
      />
      {!team && (
        <PeopleSelect
          label="Leads"
          value={leads}
          onChange={setLeads}
          error={faultAt(saving.error, 'leads')}
        />
      )}
    </FormDialog>
  );
}
