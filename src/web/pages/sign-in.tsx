import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Fault } from '../parts/Fault.tsx';
import { OutsideLayout } from '../parts/OutsideLayout.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { useOperation } from '../query.ts';
import { signIn } from '../session.ts';
import { useView } from '../view.ts';

/** Signing in with e-mail and password; leads to the first visit while there is no organisation. */
export function Page(): ReactNode {
  const router = useRouter();
  const [{ back }] = useView({ back: '/' });
  const begun = useOperation('organisations.begun', {});
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entry = useMutation({
    mutationFn: () => signIn(email, password),
    // Only a path of ours: a link to this page must not lead on to another site.
    onSuccess: () => router.history.push(/^\/(?![/\\])/.test(back) ? back : '/'),
  });
  if (begun.data?.begun === false) return <Navigate to="/welcome" />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    entry.mutate();
  };
  return (
    <OutsideLayout title="Sign in" foot="No account? Ask an admin of your organisation for an invitation.">
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="E-mail"
            type="email"
            required
            autoFocus
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordField label="Password" value={password} onChange={setPassword} />
          <Fault of={entry.error} />
          <Button type="submit" loading={entry.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </OutsideLayout>
  );
}
