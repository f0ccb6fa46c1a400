import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Tracker } from '#contract/trackers.ts';
import { type SynchronisedKind, synchronisedKinds, trackerNames } from '#domain/initiative/tracker.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { useCall } from '../../query.ts';
import classes from './Source.module.css';
import { TrackerTried } from './TrackerTried.tsx';

type Props = { tracker?: Tracker; onClose: () => void };

const addresses: Record<SynchronisedKind, string> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  jira: '',
};

const tokenHints: Record<SynchronisedKind, string> = {
  github:
    'A fine-grained token that may read issues; without one, public repositories only, 60 issues an hour',
  gitlab: 'A token with the scope read_api; without one, public projects only',
  jira: 'An API token of the cloud, or a personal access token of a server',
};

const fields = ['kind', 'address', 'flavour', 'user', 'accessToken'];

/** Connects a tracker, or changes its account; the account can be tried before it is saved. */
export function TrackerDialog({ tracker, onClose }: Props): ReactNode {
  const account = tracker?.account;
  const kind = tracker?.kind ?? 'github';
  const [draft, setDraft] = useState({
    kind,
    address: tracker?.address ?? addresses[kind],
    flavour: account?.flavour ?? null,
    user: account?.user ?? '',
    accessToken: '',
    issue: '',
  });
  const set = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const done = { onDone: onClose, stale: ['initiatives'] };
  const create = useCall('trackers.create', done);
  const change = useCall('trackers.change', done);
  const test = useCall('trackers.test');
  const save = tracker ? change : create;
  const given = {
    address: draft.address,
    ...(draft.flavour && draft.kind === 'jira' && { flavour: draft.flavour }),
    user: draft.kind === 'jira' ? draft.user.trim() || null : null,
    ...(draft.accessToken.trim() && { accessToken: draft.accessToken }),
  };
  const submit = (): void => {
    if (tracker) change.mutate({ tracker: tracker.id, ...given });
    else create.mutate({ kind: draft.kind, ...given });
  };
  const tryIt = (): void => {
    const issue = draft.issue.trim();
    test.mutate({ kind: draft.kind, ...given, ...(issue && { issue }) });
  };
  const fault = (name: string) => faultAt(save.error ?? test.error, name);
  return (
    <FormDialog
      title={tracker ? tracker.address : 'Connect a tracker'}
      lead="One account for the whole organisation. Its token is kept encrypted and never shown again. The tracker is asked for the issues that initiatives are linked to, and for nothing else."
      action={tracker ? 'Save' : 'Connect it'}
      saving={save}
      beside={fields}
      onClose={onClose}
      onSubmit={submit}
    >
      {!tracker && (
        <Select
          label="Tracker"
          allowDeselect={false}
          data={synchronisedKinds.map((each) => ({ value: each, label: trackerNames[each] }))}
          value={draft.kind}
          onChange={(chosen) => {
            const next = chosen as SynchronisedKind;
            set({ kind: next, address: addresses[next] });
          }}
        />
      )}
      <TextInput
        label="Address"
        description="As people open it, without what stands after it in the address of an issue"
        placeholder={draft.kind === 'jira' ? 'https://acme.atlassian.net' : addresses[draft.kind]}
        required
        autoComplete="off"
        spellCheck={false}
        value={draft.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
        error={fault('address')}
      />
      {draft.kind === 'jira' && (
        <div className={classes.pair}>
          <Select
            label="Kind of Jira"
            placeholder="By its address"
            clearable
            data={[
              { value: 'cloud', label: 'Cloud' },
              { value: 'server', label: 'Server or Data Center' },
            ]}
            value={draft.flavour}
            onChange={(chosen) => set({ flavour: chosen as 'cloud' | 'server' | null })}
            error={fault('flavour')}
          />
          <TextInput
            label="E-mail of the token’s person"
            description="The cloud asks for it"
            autoComplete="off"
            value={draft.user}
            onChange={(event) => set({ user: event.currentTarget.value })}
            error={fault('user')}
          />
        </div>
      )}
      <PasswordInput
        label="Access token"
        description={
          account?.token === 'kept' ? 'One is kept. Give another to replace it.' : tokenHints[draft.kind]
        }
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
        value={draft.accessToken}
        onChange={(event) => set({ accessToken: event.currentTarget.value })}
        error={fault('accessToken')}
      />
      <TextInput
        label="Try it with an issue"
        placeholder="Its address; nothing is stored"
        autoComplete="off"
        value={draft.issue}
        onChange={(event) => set({ issue: event.currentTarget.value })}
        error={faultAt(test.error, 'issue')}
        rightSectionWidth={72}
        rightSection={
          <Button size="compact-sm" variant="default" loading={test.isPending} onClick={tryIt}>
            Try it
          </Button>
        }
      />
      <TrackerTried tried={test.data} error={faultAt(test.error, ...fields, 'issue') ? null : test.error} />
    </FormDialog>
  );
}
