import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import { useCall } from '../../query.ts';
import { FormFault, faultAt } from '../okr/FormFault.tsx';
import classes from './Forms.module.css';
import { roleChoices, roleWords } from './role-words.ts';
import { ShownOnce } from './ShownOnce.tsx';

const invited = ['admin', 'member', 'viewer'] as const;
type Invited = (typeof invited)[number];

/** Invites a person, and shows the link to send them. */
export function InviteDialog({
  team: first = null,
  onClose,
}: {
  team?: string | null;
  onClose: () => void;
}): ReactNode {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Invited>('member');
  const [team, setTeam] = useState(first);
  const create = useCall('invitations.create');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate({ name, email, role, team });
  };
  return (
    <Modal opened onClose={onClose} title="Invite a person" closeButtonProps={{ 'aria-label': 'Close' }}>
      {create.data ? (
        <ShownOnce
          title={`The link for ${name}`}
          secret={`${window.location.origin}${create.data.link}`}
          onClose={onClose}
        >
          <p className={classes.quiet}>
            Send it to {email} yourself. It works once, for 14 days, and is not shown again.
          </p>
        </ShownOnce>
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput
              label="Name"
              required
              maxLength={200}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={faultAt(create.error, 'name')}
            />
            <TextInput
              label="E-mail"
              type="email"
              required
              maxLength={200}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={faultAt(create.error, 'email')}
            />
            <Select
              label="Role"
              description={roleWords[role].may}
              data={roleChoices(invited)}
              value={role}
              onChange={(next) => setRole((next ?? 'member') as Invited)}
              allowDeselect={false}
            />
            <TeamSelect label="Team" value={team} onChange={setTeam} error={faultAt(create.error, 'team')} />
            <FormFault of={create.error} beside={['name', 'email', 'team']} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={create.isPending}>
                Make the link
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
