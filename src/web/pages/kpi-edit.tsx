import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { Fault } from '../parts/Fault.tsx';
import { FormFault, faultAt } from '../parts/FormFault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useCall, useOperation } from '../query.ts';
import { KpiWriting } from './coach/KpiWriting.tsx';
import { ArchiveDialog } from './kpi/ArchiveDialog.tsx';
import { DefinitionFields, definitionFields } from './kpi/DefinitionForm.tsx';
import { changed, type Draft, draftOf, makesVersion } from './kpi/definition-draft.ts';
import classes from './kpi/Form.module.css';
import { VersionFrom } from './kpi/VersionFrom.tsx';

/** Changes the definition of a KPI, or archives it. */
export function Page(): ReactNode {
  const { kpi: key = '' } = useParams({ strict: false });
  const kpi = useOperation('kpis.find', { kpi: key });
  const today = useOperation('people.me', {}).data?.today;
  if (!kpi.data || !today) return kpi.error ? <Fault of={kpi.error} /> : <Loading lines={12} />;
  return (
    <>
      <PageHead
        title={`Edit ${kpi.data.name}`}
        above={
          <>
            <Link to="/">Panel</Link>
            {' / '}
            <Link to="/kpis/$kpi" params={{ kpi: key }}>
              {kpi.data.name}
            </Link>
          </>
        }
      />
      <EditKpi key={kpi.data.id} kpi={kpi.data} today={today} />
    </>
  );
}

function EditKpi({ kpi, today }: { kpi: Kpi; today: string }): ReactNode {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf(kpi));
  const [validFrom, setValidFrom] = useState(today);
  const [isArchiving, setArchiving] = useState(false);
  const back = (): void => void navigate({ to: '/kpis/$kpi', params: { kpi: kpi.key } });
  const change = useCall('kpis.change', {
    stale: ['panel', 'judgements', 'readings', 'thresholds', 'gaps'],
    onDone: back,
  });
  const differences = changed(draft, kpi);
  const isVersion = makesVersion(differences);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (Object.keys(differences).length === 0) back();
    else change.mutate({ kpi: kpi.key, ...differences, ...(isVersion && { validFrom }) });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <DefinitionFields
        draft={draft}
        set={(part) => setDraft((old) => ({ ...old, ...part }))}
        error={change.error}
        isNew={false}
        isParent={kpi.computed}
      />
      {isVersion && (
        <VersionFrom
          kpi={kpi}
          unit={differences.unit ?? kpi.unit}
          value={validFrom}
          onChange={setValidFrom}
          error={faultAt(change.error, 'validFrom')}
        />
      )}
      <KpiWriting draft={draft} self={kpi.id} />
      <FormFault of={change.error} beside={[...definitionFields, 'validFrom']} />
      <div className={classes.formEnd}>
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/kpis/$kpi" params={{ kpi: kpi.key }} {...props} />}
        >
          Cancel
        </Button>
        <Button variant="subtle" color="red" ml="auto" onClick={() => setArchiving(true)}>
          Archive
        </Button>
      </div>
      {isArchiving && <ArchiveDialog kpi={kpi} onClose={() => setArchiving(false)} />}
    </form>
  );
}
