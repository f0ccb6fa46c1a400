import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import { useCall } from '../../query.ts';
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
  return (
    <FormDialog
      title="Invite a person"
      action="Make the link"
      saving={create}
      beside={['name', 'email', 'team']}
      onClose={onClose}
      onSubmit={() => create.mutate({ name, email, role, team })}
      result={
        create.data && (
          <ShownOnce
            title={`The link for ${name}`}
            secret={`${window.location.origin}${create.data.link}`}
            onClose={onClose}
          >
            <p className={classes.quiet}>
              Send it to {email} yourself. It works once, for 14 days, and is not shown again.
            </p>
          </ShownOnce>
        )
      }
    >
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
    </FormDialog>
  );
}
