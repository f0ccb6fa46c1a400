import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Token } from '#contract/tokens.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import dialog from '../parts/Dialog.module.css';
import { dayName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { FormFault, faultAt } from '../parts/FormFault.tsx';
import { KpiMultiSelect } from '../parts/KpiSelect.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useCall, useOperation } from '../query.ts';
import classes from './people/Forms.module.css';
import { ShownOnce } from './people/ShownOnce.tsx';

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
];

const columns = (revoke: (token: Token) => void): Column<Token>[] => [
  { key: 'name', label: 'Name', cell: ({ name }) => name, sort: ({ name }) => name },
  {
    key: 'scope',
    label: 'May',
    cell: (token) => <May token={token} />,
    sort: ({ scope }) => scope,
  },
  {
    key: 'created',
    label: 'Made',
    cell: ({ createdAt }) => dayName(createdAt.slice(0, 10)),
    sort: ({ createdAt }) => createdAt,
  },
  {
    key: 'expires',
    label: 'Works until',
    cell: ({ expiresAt, expired }) =>
      expiresAt === null
        ? 'it is revoked'
        : `${dayName(expiresAt.slice(0, 10))}${expired ? ' (expired)' : ''}`,
    sort: ({ expiresAt }) => expiresAt ?? '9',
  },
  {
    key: 'revoke',
    label: 'Revoke',
    align: 'end',
    isPlain: true,
    cell: (token) => (
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Revoke ${token.name}`}
        onClick={() => revoke(token)}
      >
        Revoke
      </Button>
    ),
  },
];

const scopes = { read: 'read', write: 'read and write', push: 'bring readings' };

function May({ token: { scope, kpis } }: { token: Token }): ReactNode {
  const known = useOperation('kpis.list', {}, { enabled: scope === 'push' }).data;
  if (scope !== 'push') return scopes[scope];
  const names = kpis.map((id) => known?.find((kpi) => kpi.id === id)?.name ?? 'an archived KPI');
  const more = names.length - 3;
  return `${scopes.push} of ${names.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** One's own API tokens: made here, shown once, and revoked. */
export function Page(): ReactNode {
  const tokens = useOperation('tokens.list', {});
  const [made, setMade] = useState<{ name: string; text: string }>();
  const [revoking, setRevoking] = useState<Token>();
  return (
    <>
      <PageHead title="API tokens" above={<Link to="/account">Your account</Link>}>
        A token lets a script, the command line or a tool act as you.{' '}
        <a href="/api/reference">What it can call</a>
      </PageHead>
      <Fault of={tokens.error} onRetry={tokens.refetch} />
      {tokens.isPending && <Loading />}
      {tokens.data && (
        <div className={classes.stack}>
          <DataTable
            caption="Your API tokens"
            columns={columns(setRevoking)}
            rows={tokens.data}
            id={({ id }) => id}
            empty={
              <EmptyState title="No token yet">
                <p>Make one below. Give each script its own, so that you can revoke it alone.</p>
              </EmptyState>
            }
          />
          {made ? (
            <ShownOnce
              title={`The token "${made.name}"`}
              secret={made.text}
              onClose={() => setMade(undefined)}
            >
              <p className={classes.quiet}>
                Copy it now: only a digest of it is kept, so it cannot be shown again.
              </p>
            </ShownOnce>
          ) : (
            <NewToken onMade={setMade} />
          )}
        </div>
      )}
      {revoking && (
        <ConfirmDialog
          title={`Revoke ${revoking.name}?`}
          operation="tokens.revoke"
          input={{ token: revoking.id }}
          stale={[]}
          action="Revoke it"
          isGrave
          onClose={() => setRevoking(undefined)}
        >
          <p>What uses it is refused from now on. A new token has to be made for it.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function NewToken({ onMade }: { onMade: (made: { name: string; text: string }) => void }): ReactNode {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Token['scope']>('read');
  const [kpis, setKpis] = useState<string[]>([]);
  const [days, setDays] = useState('90');
  const create = useCall('tokens.create', { onDone: ({ text }) => onMade({ name, text }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const life = days === '' ? null : Number(days);
    create.mutate({ name, scope, days: life, ...(scope === 'push' && { kpis }) });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <h2>New token</h2>
      <TextInput
        label="What is it for?"
        required
        maxLength={200}
        placeholder="Nightly import"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(create.error, 'name')}
      />
      <div>
        <span className={dialog.label} id="token-scope">
          It may
        </span>
        <SegmentedControl
          aria-labelledby="token-scope"
          data={[
            { value: 'read', label: 'Read' },
            { value: 'write', label: 'Read and write' },
            { value: 'push', label: 'Only bring readings' },
          ]}
          value={scope}
          onChange={(next) => setScope(next as Token['scope'])}
          className={dialog.segments}
        />
      </div>
      {scope === 'push' && (
        <KpiMultiSelect
          label="Of these KPIs"
          description="It records their readings and does nothing else: it cannot even read."
          value={kpis}
          onChange={setKpis}
          error={faultAt(create.error, 'kpis')}
        />
      )}
      <Select
        label="It works for"
        data={lives}
        value={days}
        onChange={(next) => setDays(next ?? '90')}
        allowDeselect={false}
        w={220}
      />
      <FormFault of={create.error} beside={['name', ...(scope === 'push' ? ['kpis'] : [])]} />
      <div>
        <Button type="submit" loading={create.isPending}>
          Make the token
        </Button>
      </div>
    </form>
  );
}
