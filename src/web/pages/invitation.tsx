import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { dayName } from '../parts/dates.ts';
import { Fault } from '../parts/Fault.tsx';
import { FormFault, faultAt } from '../parts/FormFault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { OutsideLayout } from '../parts/OutsideLayout.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { call, useOperation } from '../query.ts';
import { signIn } from '../session.ts';
import { roleWords } from './people/role-words.ts';

/** Accepting an invitation, with a new password or with that of the account that the address has. */
export function Page(): ReactNode {
  const { invitation: link } = useParams({ from: '/invitations/$invitation' });
  const found = useOperation('invitations.find', { link });
  if (found.error)
    return (
      <OutsideLayout title="This link does not work" foot={<Link to="/sign-in">Sign in</Link>}>
        <Fault of={found.error} onRetry={found.refetch} />
      </OutsideLayout>
    );
  if (!found.data)
    return (
      <OutsideLayout title="Invitation">
        <Loading />
      </OutsideLayout>
    );
  return <Accepting link={link} invitation={found.data} />;
}

type Props = { link: string; invitation: Output<'invitations.find'> };

function Accepting({ link, invitation }: Props): ReactNode {
  const navigate = useNavigate();
  const { organisation, email, role, expiresAt, hasAccount } = invitation;
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: async () => {
      await call('invitations.accept', { link, name, password });
      await signIn(email, password);
    },
    onSuccess: () => navigate({ to: '/' }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <OutsideLayout
      title={`Join ${organisation}`}
      lead={`You are invited as ${roleWords[role].as}. The link works until ${dayName(expiresAt.slice(0, 10))}.`}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput label="E-mail" type="email" value={email} readOnly autoComplete="username" />
          <TextInput
            label="Your name"
            required
            autoComplete="name"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={faultAt(accept.error, 'name')}
          />
          <PasswordField
            label={hasAccount ? 'Password of your account here' : 'Choose a password'}
            isNew={!hasAccount}
            value={password}
            onChange={setPassword}
            error={faultAt(accept.error, 'password')}
          />
          <FormFault of={accept.error} beside={['name', 'password']} />
          <Button type="submit" loading={accept.isPending}>
            Join
          </Button>
        </Stack>
      </form>
    </OutsideLayout>
  );
}
