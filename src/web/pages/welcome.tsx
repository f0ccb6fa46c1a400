import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormFault, faultAt } from '../parts/FormFault.tsx';
import { OutsideLayout } from '../parts/OutsideLayout.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { ownZone, TimeZoneSelect } from '../parts/TimeZoneSelect.tsx';
import { call, useOperation } from '../query.ts';
import { signIn } from '../session.ts';
import { NextSteps } from './people/NextSteps.tsx';

type Draft = { name: string; timeZone: string; owner: { name: string; email: string; password: string } };

const fields = ['name', 'timeZone', 'owner.name', 'owner.email', 'owner.password'];

/** The first visit: makes the organisation and its owner, signs the owner in, and says what to do next. */
export function Page(): ReactNode {
  const begun = useOperation('organisations.begun', {});
  const [draft, setDraft] = useState<Draft>({
    name: '',
    timeZone: ownZone,
    owner: { name: '', email: '', password: '' },
  });
  const create = useMutation({
    mutationFn: async () => {
      await call('organisations.create', draft);
      await signIn(draft.owner.email, draft.owner.password);
    },
  });
  if (create.isSuccess)
    return (
      <OutsideLayout
        title={`${draft.name} is ready`}
        lead="You are its owner, and signed in. What comes next:"
      >
        <NextSteps />
      </OutsideLayout>
    );
  if (begun.data?.begun && create.isIdle) return <Navigate to="/" />;
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const owner = (part: Partial<Draft['owner']>) => change({ owner: { ...draft.owner, ...part } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <OutsideLayout
      title="Welcome to Tandem"
      lead="KPIs say whether all is well, OKRs change what is not. Begin with your organisation."
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Organisation"
            required
            autoFocus
            autoComplete="organization"
            maxLength={200}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={faultAt(create.error, 'name')}
          />
          <TimeZoneSelect
            value={draft.timeZone}
            onChange={(timeZone) => change({ timeZone })}
            error={faultAt(create.error, 'timeZone')}
          />
          <TextInput
            label="Your name"
            required
            autoComplete="name"
            maxLength={200}
            value={draft.owner.name}
            onChange={(event) => owner({ name: event.currentTarget.value })}
            error={faultAt(create.error, 'owner.name')}
          />
          <TextInput
            label="Your e-mail"
            type="email"
            required
            autoComplete="username"
            maxLength={200}
            value={draft.owner.email}
            onChange={(event) => owner({ email: event.currentTarget.value })}
            error={faultAt(create.error, 'owner.email')}
          />
          <PasswordField
            label="Password"
            isNew
            value={draft.owner.password}
            onChange={(password) => owner({ password })}
            error={faultAt(create.error, 'owner.password')}
          />
          <FormFault of={create.error} beside={fields} />
          <Button type="submit" loading={create.isPending}>
            Create the organisation
          </Button>
        </Stack>
      </form>
    </OutsideLayout>
  );
}
