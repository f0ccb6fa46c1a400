import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Tracker } from '#contract/trackers.ts';
import { trackerNames } from '#domain/initiative/tracker.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { instantName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { glyphs, Mark } from '../parts/Mark.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { useReaches } from './okr/useMay.ts';
import classes from './source/Source.module.css';
import { TrackerDialog } from './source/TrackerDialog.tsx';

/** The trackers that are asked for the issues of initiatives, and how that is going. */
export function Page(): ReactNode {
  const isAdmin = useReaches('admin');
  const trackers = useOperation('trackers.list', {});
  const timeZone = useOperation('organisations.find', {}).data?.timeZone;
  const [asked, ask] = useState<{ what: 'connect' } | { what: 'change' | 'remove'; tracker: Tracker }>();
  const close = () => ask(undefined);
  const connect = <Button onClick={() => ask({ what: 'connect' })}>Connect a tracker …</Button>;
  return (
    <>
      <PageHead
        title="Trackers"
        above={<Link to="/settings">Settings</Link>}
        actions={isAdmin && trackers.data?.length !== 0 && connect}
      >
        Initiatives that are linked to an issue follow its state. Asana, Trello and Linear can be linked, but
        are not asked.
      </PageHead>
      <div className={classes.stack}>
        <Fault of={trackers.error} onRetry={trackers.refetch} />
        {trackers.isPending && <Loading />}
        {trackers.data && (
          <DataTable
            caption="Trackers"
            columns={columnsOf(timeZone, isAdmin, (what, tracker) => ask({ what, tracker }))}
            rows={trackers.data}
            id={({ id }) => id}
            withKeys={false}
            empty={
              <EmptyState title="No tracker is connected" action={isAdmin && connect}>
                <p>
                  Connect GitHub, GitLab or Jira once for the whole organisation, by a token that may read
                  issues. It is asked every quarter of an hour for the issues that initiatives are linked to,
                  and for nothing else.
                </p>
              </EmptyState>
            }
          />
        )}
        <p className={classes.quiet}>
          Everybody who may write an initiative learns the state of whatever issue the token may read. Give it
          only what the organisation may know. A tracker at a private address has to be allowed in{' '}
          <Link to="/settings/connectors">connectors</Link>.
        </p>
      </div>
      {asked?.what === 'connect' && <TrackerDialog onClose={close} />}
      {asked?.what === 'change' && <TrackerDialog tracker={asked.tracker} onClose={close} />}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          title={`Disconnect ${asked.tracker.address}?`}
          operation="trackers.remove"
          input={{ tracker: asked.tracker.id }}
          stale={['initiatives']}
          action="Disconnect it"
          isGrave
          onClose={close}
        >
          <p>The links of initiatives stay; their states stay as they are and follow no more.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

type Ask = (what: 'change' | 'remove', tracker: Tracker) => void;

function columnsOf(timeZone: string | undefined, isAdmin: boolean, ask: Ask): Column<Tracker>[] {
  const columns: Column<Tracker>[] = [
    {
      key: 'address',
      label: 'Tracker',
      isMain: true,
      cell: ({ kind, address }) => `${trackerNames[kind]}, ${address.replace(/^https:\/\//, '')}`,
      sort: ({ address }) => address,
    },
    { key: 'state', label: 'State', isPlain: true, cell: (tracker) => <State tracker={tracker} /> },
    {
      key: 'initiatives',
      label: 'Initiatives',
      align: 'end',
      cell: ({ initiatives }) => initiatives,
      sort: ({ initiatives }) => initiatives,
    },
    {
      key: 'success',
      label: 'Last answer',
      rank: 2,
      cell: ({ lastSuccess }) => (lastSuccess ? instantName(lastSuccess, timeZone) : '–'),
    },
    {
      key: 'fault',
      label: 'What is wrong',
      rank: 2,
      cell: ({ account }) => <span className={classes.sentence}>{faultOf(account)}</span>,
    },
  ];
  if (!isAdmin) return columns.slice(0, -1);
  const button = (what: 'change' | 'remove', word: string, tracker: Tracker) => (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${word} ${tracker.address}`}
      onClick={() => ask(what, tracker)}
    >
      {word}
    </Button>
  );
  const actions = (tracker: Tracker) => (
    <Group gap={8} wrap="nowrap" justify="flex-end">
      {button('change', 'Change …', tracker)}
      {button('remove', 'Disconnect', tracker)}
    </Group>
  );
  return [...columns, { key: 'actions', label: 'Change', align: 'end', isPlain: true, cell: actions }];
}

function faultOf(account: Tracker['account']): string | null {
  return account?.token === 'lost'
    ? 'Its token cannot be opened with the key of this installation: give it again.'
    : (account?.fault ?? null);
}

function State({
  tracker: { failingSince, lastSuccess, initiatives, account },
}: {
  tracker: Tracker;
}): ReactNode {
  if (failingSince || account?.token === 'lost')
    return (
      <Mark glyph={glyphs.cross} tone="bad">
        failing
      </Mark>
    );
  if (lastSuccess)
    return (
      <Mark glyph={glyphs.check} tone="good">
        works
      </Mark>
    );
  return (
    <Mark glyph={glyphs.dashed} tone="quiet">
      {initiatives === 0 ? 'nothing to ask' : 'not asked yet'}
    </Mark>
  );
}
