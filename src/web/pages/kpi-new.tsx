import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useCall, useOperation } from '../query.ts';
import { DefinitionFields, definitionFields } from './kpi/DefinitionForm.tsx';
import { created, type Draft, newDraft } from './kpi/definition-draft.ts';
import classes from './kpi/Form.module.css';
import { FormFault } from './okr/FormFault.tsx';

/** Defines a KPI. */
export function Page(): ReactNode {
  const me = useOperation('people.me', {}).data;
  return (
    <>
      <PageHead title="Define a KPI" above={<Link to="/">Panel</Link>}>
        An ongoing metric that says whether the operation runs as it should. Thresholds come next, on its
        page.
      </PageHead>
      {me ? <NewKpi me={me.id} /> : <Loading lines={12} />}
    </>
  );
}

function NewKpi({ me }: { me: string }): ReactNode {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => newDraft(me));
  const create = useCall('kpis.create', {
    stale: ['panel', 'gaps'],
    onDone: ({ key }) => void navigate({ to: '/kpis/$kpi', params: { kpi: key } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate(created(draft));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <DefinitionFields
        draft={draft}
        set={(part) => setDraft((old) => ({ ...old, ...part }))}
        error={create.error}
        isNew
      />
      <FormFault of={create.error} beside={definitionFields} />
      <div className={classes.formEnd}>
        <Button type="submit" loading={create.isPending}>
          Define it
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
