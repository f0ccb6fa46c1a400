import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { AllowedHost } from '#contract/allowed-hosts.ts';
import type { ConnectorLine } from '#contract/connectors.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { dayName, instantName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { faultAt } from '../parts/FormFault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { glyphs, Mark } from '../parts/Mark.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { ReasonInput } from '../parts/ReasonInput.tsx';
import { useCall, useOperation } from '../query.ts';
import { useReaches } from './okr/useMay.ts';
import classes from './source/Source.module.css';
import { scheduleWords } from './source/schedule-words.ts';
import { kindName } from './source/source-draft.ts';

/** Every connector and how it is going, and the private places that they may reach. */
export function Page(): ReactNode {
  const isAdmin = useReaches('admin');
  const lines = useOperation('connectors.list', {});
  const kpis = useOperation('kpis.list', {});
  const timeZone = useOperation('organisations.find', {}).data?.timeZone;
  const navigate = useNavigate();
  const byId = new Map(kpis.data?.map((kpi) => [kpi.id, kpi]));
  const open = ({ kpi }: ConnectorLine): void =>
    void navigate({ to: '/kpis/$kpi/source', params: { kpi: byId.get(kpi)?.key ?? kpi } });
  return (
    <>
      <PageHead title="Connectors" above={<Link to="/settings">Settings</Link>}>
        Where readings are pulled from. One is made on the page of its KPI.
      </PageHead>
      <div className={classes.stack}>
        <section>
          <Fault of={lines.error ?? kpis.error} onRetry={lines.refetch} />
          {(lines.isPending || kpis.isPending) && <Loading />}
          {lines.data && kpis.data && (
            <DataTable
              caption="Connectors, failing ones first"
              columns={columnsOf((id) => byId.get(id)?.name ?? 'archived', timeZone)}
              rows={lines.data}
              id={({ id }) => id}
              onOpen={open}
              empty={
                <EmptyState title="No connector yet">
                  <p>
                    Open a KPI and follow “Connect it to a source”: an API, a database, Prometheus, a
                    published sheet, GitHub, GitLab or Jira.
                  </p>
                </EmptyState>
              }
            />
          )}
        </section>
        {isAdmin && <AllowedHosts />}
      </div>
    </>
  );
}

function columnsOf(kpi: (id: string) => string, timeZone: string | undefined): Column<ConnectorLine>[] {
  const when = (instant: string | null) => (instant ? instantName(instant, timeZone) : '–');
  return [
    { key: 'kpi', label: 'KPI', cell: (line) => kpi(line.kpi), sort: (line) => kpi(line.kpi) },
    { key: 'kind', label: 'Source', cell: ({ kind }) => kindName(kind), sort: ({ kind }) => kindName(kind) },
    {
      key: 'state',
      label: 'State',
      isMain: true,
      isPlain: true,
      cell: (line) => <StateMark line={line} />,
      sort: ({ failingSince }) => failingSince ?? '9',
    },
    { key: 'schedule', label: 'It runs', rank: 2, cell: ({ schedule }) => scheduleWords(schedule) },
    {
      key: 'success',
      label: 'Last success',
      rank: 2,
      cell: ({ lastSuccess }) => when(lastSuccess),
      sort: ({ lastSuccess }) => lastSuccess ?? '',
    },
    {
      key: 'fault',
      label: 'What is wrong',
      rank: 2,
      cell: ({ fault }) => <span className={classes.sentence}>{fault}</span>,
    },
  ];
}

function StateMark({ line: { failingSince, active, lastSuccess } }: { line: ConnectorLine }): ReactNode {
  if (!active)
    return (
      <Mark glyph={glyphs.dash} tone="quiet">
        paused
      </Mark>
    );
  if (failingSince)
    return (
      <Mark glyph={glyphs.cross} tone="bad">
        failing
      </Mark>
    );
  return lastSuccess ? (
    <Mark glyph={glyphs.check} tone="good">
      works
    </Mark>
  ) : (
    <Mark glyph={glyphs.dashed} tone="quiet">
      not run yet
    </Mark>
  );
}

function AllowedHosts(): ReactNode {
  const hosts = useOperation('allowedHosts.list', {});
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<AllowedHost | undefined>(undefined);
  const columns: Column<AllowedHost>[] = [
    { key: 'host', label: 'Place', cell: ({ host }) => <code>{host}</code>, sort: ({ host }) => host },
    { key: 'reason', label: 'Why', cell: ({ reason }) => reason },
    { key: 'when', label: 'Since', rank: 2, cell: ({ createdAt }) => dayName(createdAt.slice(0, 10)) },
    {
      key: 'remove',
      label: 'Remove',
      align: 'end',
      isPlain: true,
      cell: (host) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Remove ${host.host}`}
          onClick={() => setRemoving(host)}
        >
          Remove
        </Button>
      ),
    },
  ];
  return (
    <section>
      <h2>Allowed private places</h2>
      <p className={classes.quiet}>
        Connectors reach public addresses only: private ones, this machine and the metadata services of clouds
        are refused, also by way of a redirect or a name that changes its address. What stands here is let
        through.
      </p>
      <Fault of={hosts.error} onRetry={hosts.refetch} />
      {hosts.data && hosts.data.length > 0 && (
        <DataTable
          caption="Allowed places"
          columns={columns}
          rows={hosts.data}
          id={({ id }) => id}
          withKeys={false}
        />
      )}
      <div>
        <Button variant="default" onClick={() => setAdding(true)}>
          Allow a place…
        </Button>
      </div>
      {isAdding && <AllowDialog onClose={() => setAdding(false)} />}
      {removing && (
        <ConfirmDialog
          title={`Remove ${removing.host}?`}
          operation="allowedHosts.remove"
          input={{ allowedHost: removing.id }}
          stale={['allowedHosts']}
          action="Remove it"
          isGrave
          onClose={() => setRemoving(undefined)}
        >
          <p>Connectors that ask there fail from now on, and say so.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function AllowDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [host, setHost] = useState('');
  const [reason, setReason] = useState('');
  const add = useCall('allowedHosts.add', { stale: ['allowedHosts'], onDone: onClose });
  return (
    <FormDialog
      title="Allow a private place"
      lead="Everybody who may connect a KPI can then have it asked, over the web or, as an admin, as a database. Name one host and port rather than a network."
      action="Allow it"
      saving={add}
      beside={['host', 'reason']}
      onClose={onClose}
      onSubmit={() => add.mutate({ host, reason })}
    >
      <TextInput
        label="Place"
        description="A name or an address, perhaps with a port, or a range"
        placeholder="grafana.lan:3000"
        required
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        value={host}
        onChange={(event) => setHost(event.currentTarget.value)}
        error={faultAt(add.error, 'host')}
      />
      <ReasonInput label="Why" value={reason} onChange={setReason} error={faultAt(add.error, 'reason')} />
    </FormDialog>
  );
}
