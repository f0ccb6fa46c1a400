import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Me } from '#contract/people.ts';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { useCall, useOperation } from '../query.ts';
import { changePassword, signOut } from '../session.ts';
import classes from './people/Forms.module.css';
import { roleWords } from './people/role-words.ts';
import { TeamLinks } from './people/TeamLinks.tsx';

/** One's own account: name, teams, password, and the way out. */
export function Page(): ReactNode {
  const navigate = useNavigate();
  const me = useOperation('people.me', {});
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => navigate({ to: '/sign-in' }) });
  return (
    <>
      <PageHead
        title="Your account"
        actions={
          <Button variant="default" onClick={() => leave.mutate()} loading={leave.isPending}>
            Sign out
          </Button>
        }
      >
        {me.data?.email}
      </PageHead>
      <Fault of={me.error ?? leave.error} onRetry={me.refetch} />
      {me.isPending && <Loading />}
      {me.data && (
        <div className={classes.sections}>
          <NameForm me={me.data} />
          <section>
            <h2>In {me.data.organisation.name}</h2>
            <dl className={classes.facts}>
              <dt>Role</dt>
              <dd>
                {roleWords[me.data.role].name}. <small>{roleWords[me.data.role].may}</small>
              </dd>
              <dt>Teams</dt>
              <dd>
                <TeamLinks of={me.data.teams} none="In no team yet." />
              </dd>
              <dt>API tokens</dt>
              <dd>
                <Link to="/tokens">Make and revoke your tokens</Link>
              </dd>
            </dl>
          </section>
          <PasswordForm />
        </div>
      )}
    </>
  );
}

function NameForm({ me }: { me: Me }): ReactNode {
  const [name, setName] = useState(me.name);
  const change = useCall('people.change', { stale: ['teams'] });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ person: me.id, name });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <h2>Name</h2>
      <Group align="end" gap="sm">
        <TextInput
          label="Your name"
          required
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          w={280}
        />
        <Button type="submit" variant="default" disabled={name === me.name} loading={change.isPending}>
          Save
        </Button>
      </Group>
      <Fault of={change.error} />
    </form>
  );
}

function PasswordForm(): ReactNode {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <h2>Password</h2>
      <PasswordField label="Present password" value={current} onChange={setCurrent} />
      <PasswordField label="New password" isNew value={next} onChange={setNext} />
      <Fault of={change.error} />
      <p role="status" className={classes.done}>
        {change.isSuccess && 'Changed. Other browsers that were signed in are signed out.'}
      </p>
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
