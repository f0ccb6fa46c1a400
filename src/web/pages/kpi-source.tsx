import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import { AsOfBanner, AsOfPicker, useAsOf } from './kpi/AsOf.tsx';
import { onSameDay } from './kpi/same-day.ts';
import { useMayWrite } from './kpi/useMayWrite.ts';
import { NotFoundPage } from './not-found.tsx';
import { useReaches } from './okr/useMay.ts';
import { ConnectorView } from './source/ConnectorView.tsx';
import { OtherWays } from './source/OtherWays.tsx';
import { Runs } from './source/Runs.tsx';
import classes from './source/Source.module.css';
import { SourceForm } from './source/SourceForm.tsx';

/** Where the readings of one KPI come from: its connector, how that is going, and how to make one. */
export function Page(): ReactNode {
  const { kpi: key = '' } = useParams({ strict: false });
  const kpi = useOperation('kpis.find', { kpi: key });
  const today = useOperation('people.me', {}).data?.today;
  const { day, asOf, isReady } = useAsOf();
  if (kpi.error && faultOf(kpi.error).code === 'not_found') return <NotFoundPage />;
  if (!kpi.data) return kpi.error ? <Fault of={kpi.error} onRetry={kpi.refetch} /> : <Loading lines={12} />;
  return (
    <>
      <PageHead
        title="Where readings come from"
        above={
          <>
            <Link to="/">Panel</Link>
            {' / '}
            <Link to="/kpis/$kpi" params={{ kpi: key }} search={onSameDay}>
              {kpi.data.name}
            </Link>
          </>
        }
        actions={today && <AsOfPicker today={today} />}
      >
        A connector asks a source on a schedule. It never overwrites what a person recorded.
      </PageHead>
      {day && (
        <AsOfBanner day={day} by="the runs">
          <p>
            How the connector was set then, and what was kept against it, is not told: only its present
            settings are kept.
          </p>
        </AsOfBanner>
      )}
      {isReady && <Source key={kpi.data.id} kpi={kpi.data} asOf={asOf} />}
    </>
  );
}

function Source({ kpi, asOf }: { kpi: Kpi; asOf: string | undefined }): ReactNode {
  const [isEditing, setEditing] = useState(false);
  const mayWrite = useMayWrite(kpi);
  const maySql = useReaches('admin');
  const organisation = useOperation('organisations.find', {}).data;
  const today = useOperation('people.me', {}).data?.today;
  const lines = useOperation('connectors.list', { kpi: kpi.key });
  const id = lines.data?.[0]?.id;
  const connector = useOperation(
    'connectors.find',
    { connector: id ?? '' },
    { enabled: id !== undefined && mayWrite },
  );
  if (lines.error || connector.error)
    return <Fault of={lines.error ?? connector.error} onRetry={() => void lines.refetch()} />;
  if (!lines.data || !organisation || !today || (id && mayWrite && !connector.data))
    return <Loading lines={10} />;
  if (!mayWrite)
    return (
      <p className={classes.quiet}>
        What feeds {kpi.name} is for those who may write it: its owner, a lead of its team or an admin.
      </p>
    );
  if (asOf)
    return id ? (
      <Runs connector={id} timeZone={organisation.timeZone} asOf={asOf} />
    ) : (
      <p className={classes.quiet}>
        No connector feeds {kpi.name}; of one that was removed no runs are listed.
      </p>
    );
  if (kpi.computed || kpi.formula !== null || kpi.archivedAt)
    return (
      <p className={classes.quiet}>
        {kpi.archivedAt
          ? 'It is archived, and takes no more readings.'
          : 'It is computed from other KPIs: connect those.'}
      </p>
    );
  const { timeZone } = organisation;
  if (connector.data && !isEditing)
    return (
      <ConnectorView
        kpi={kpi}
        connector={connector.data}
        timeZone={timeZone}
        today={today}
        onEdit={() => setEditing(true)}
      />
    );
  const done = (): void => setEditing(false);
  return (
    <div className={classes.stack}>
      <SourceForm
        key={id ?? 'new'}
        kpi={kpi}
        timeZone={timeZone}
        maySql={maySql}
        onDone={done}
        {...(connector.data && { connector: connector.data, onCancel: done })}
      />
      {!id && <OtherWays kpi={kpi} />}
    </div>
  );
}
