import { Button, Group, Select } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormFault, faultAt } from '../parts/FormFault.tsx';
import { GuideLink } from '../parts/GuideLink.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useCall, useOperation } from '../query.ts';
import { useView } from '../view.ts';
import { useSetAsides } from './coach/useSetAsides.ts';
import classes from './okr/objective/NewObjective.module.css';
import { ObjectiveFields, objectiveFields } from './okr/objective/ObjectiveFields.tsx';
import { newDraft, type ObjectiveDraft, written } from './okr/objective/objective-draft.ts';

/** Writing a new objective; its key results follow on its own page. */
export function Page(): ReactNode {
  const me = useOperation('people.me', {});
  const cycles = useOperation('cycles.list', {});
  const open = cycles.data?.filter(takesGoals);
  return (
    <>
      <PageHead title="New objective" above={<Link to="/cycles">OKRs</Link>}>
        First what is to be achieved and why; how we will know follows with its key results. Something that
        must hold for ever is no objective: <GuideLink /> <Link to="/templates">Start from a template</Link>
      </PageHead>
      {!open || !me.data ? (
        <Loading />
      ) : open.length === 0 ? (
        <EmptyState title="No cycle is open" action={<Link to="/cycles">Plan a cycle</Link>}>
          <p>An objective lives in a cycle that is being planned or is active.</p>
        </EmptyState>
      ) : (
        <NewObjective cycles={open} me={me.data.id} />
      )}
    </>
  );
}

type Props = { cycles: readonly { id: string; name: string; state: string }[]; me: string };

function NewObjective({ cycles, me }: Props): ReactNode {
  const navigate = useNavigate();
  const [view] = useView({ cycle: '', parent: '', title: '' });
  const known =
    cycles.find(({ id }) => id === view.cycle) ?? cycles.find(({ state }) => state === 'planning');
  const [cycle, setCycle] = useState(known?.id ?? cycles[0]?.id ?? '');
  const [draft, setDraft] = useState<ObjectiveDraft>(() => ({
    ...newDraft(me, view.parent || undefined),
    title: view.title,
  }));
  const asides = useSetAsides(undefined);
  const [keyResult, setKeyResult] = useState<string>();
  const create = useCall('objectives.create', {
    stale: ['cycles', 'keyResults', 'coach'],
    onDone: ({ id }) =>
      void asides.kept('objective', id).then(() =>
        navigate({
          to: '/objectives/$objective',
          params: { objective: id },
          ...(keyResult && { search: { 'key-result': keyResult } as never }),
        }),
      ),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Enter in a text of many lines submits without asking the button.
    if (!create.isPending) create.mutate({ ...written(draft), cycle });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Select
        label="Cycle"
        data={cycles.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` }))}
        value={cycle}
        onChange={(next) => next && setCycle(next)}
        allowDeselect={false}
        w={260}
        error={faultAt(create.error, 'cycle')}
      />
      <ObjectiveFields
        draft={draft}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
        cycle={cycle}
        error={create.error}
        asides={asides}
        onKeyResult={setKeyResult}
      />
      <FormFault of={create.error} beside={['cycle', ...objectiveFields]} />
      <Group>
        <Button type="submit" loading={create.isPending}>
          Write it, then add key results
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/cycles/$cycle" params={{ cycle }} {...props} />}
        >
          Cancel
        </Button>
      </Group>
    </form>
  );
}
