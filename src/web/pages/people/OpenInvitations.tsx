import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Invitation } from '#contract/invitations.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { dayName } from '../../parts/dates.ts';
import { useOperation } from '../../query.ts';
import classes from './OpenInvitations.module.css';
import { roleWords } from './role-words.ts';

const columns = (now: string, revoke: (invitation: Invitation) => void): Column<Invitation>[] => [
  { key: 'name', label: 'Name', cell: ({ name }) => name },
  { key: 'email', label: 'E-mail', isPlain: true, cell: ({ email }) => email },
  { key: 'role', label: 'Role', cell: ({ role }) => roleWords[role].name },
  {
    key: 'expires',
    label: 'Works until',
    cell: ({ expiresAt }) => `${dayName(expiresAt.slice(0, 10))}${expiresAt < now ? ' (no longer)' : ''}`,
  },
  {
    key: 'revoke',
    label: 'Revoke',
    align: 'end',
    isPlain: true,
    cell: (invitation) => (
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Revoke the invitation of ${invitation.name}`}
        onClick={() => revoke(invitation)}
      >
        Revoke
      </Button>
    ),
  },
];

/** The invitations that nobody has accepted yet; nothing while there are none. */
export function OpenInvitations(): ReactNode {
  const { data } = useOperation('invitations.list', {});
  const [revoking, setRevoking] = useState<Invitation>();
  const [now] = useState(() => new Date().toISOString());
  if (!data?.length) return null;
  return (
    <section className={classes.open}>
      <h2>Invited, not yet here</h2>
      <DataTable
        caption="Open invitations"
        columns={columns(now, setRevoking)}
        rows={data}
        id={({ id }) => id}
        withKeys={false}
      />
      {revoking && (
        <ConfirmDialog
          title={`Revoke the invitation of ${revoking.name}?`}
          operation="invitations.revoke"
          input={{ invitation: revoking.id }}
          stale={[]}
          action="Revoke it"
          isGrave
          onClose={() => setRevoking(undefined)}
        >
          <p>The link that was sent to {revoking.email} stops working.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
