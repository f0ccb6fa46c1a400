import { Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Initiative } from '#contract/initiatives.ts';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { faultAt } from '../../../parts/FormFault.tsx';
import { PersonSelect } from '../../../parts/PersonSelect.tsx';
import { useCall, useOperation } from '../../../query.ts';
import classes from './Initiatives.module.css';
import { addressWords } from './initiative-words.ts';

type Props = { initiative: Initiative; onClose: () => void };

const fields = ['title', 'owner', 'due', 'state', 'link', 'note'];

/** Everything of an initiative that can be changed, in a dialog. */
export function InitiativeDialog({ initiative, onClose }: Props): ReactNode {
  const { id, title, owner, due, state, note, link } = initiative;
  const before = { title, owner, due: due ?? '', state, note, link: link?.address ?? '' };
  const [draft, setDraft] = useState(before);
  const set = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const trackers = useOperation('trackers.list', {});
  const save = useCall('initiatives.change', { onDone: onClose });
  const submit = (): void => {
    const { state: chosen, ...rest } = draft;
    save.mutate({
      initiative: id,
      ...rest,
      due: rest.due || null,
      link: rest.link.trim() === before.link ? undefined : rest.link.trim() || null,
      // A state that nobody touched is left to the tracker.
      state: chosen === before.state || chosen === 'dropped' ? undefined : chosen,
    });
  };
  const fault = (name: string) => faultAt(save.error, name);
  return (
    <FormDialog
      title="Initiative"
      action="Save"
      saving={save}
      beside={fields}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label="What is done"
        required
        maxLength={200}
        data-autofocus
        value={draft.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={fault('title')}
      />
      <div className={classes.pair}>
        <PersonSelect
          label="Owner"
          value={draft.owner}
          onChange={(person) => set({ owner: person })}
          error={fault('owner')}
        />
        <TextInput
          type="date"
          label="Due"
          value={draft.due}
          onChange={(event) => set({ due: event.currentTarget.value })}
          error={fault('due')}
        />
        <Select
          label="State"
          allowDeselect={false}
          data={[
            { value: 'planned', label: 'Planned' },
            { value: 'in progress', label: 'In progress' },
            { value: 'done', label: 'Done' },
            ...(state === 'dropped' ? [{ value: 'dropped', label: 'Dropped' }] : []),
          ]}
          value={draft.state}
          onChange={(chosen) => chosen && set({ state: chosen as Initiative['state'] })}
          error={fault('state')}
        />
      </div>
      <TextInput
        label="Issue"
        description={
          addressWords(draft.link, trackers.data ?? []) ??
          'The address of an issue in a tracker, if there is one'
        }
        placeholder="https://github.com/acme/app/issues/12"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        spellCheck={false}
        value={draft.link}
        onChange={(event) => set({ link: event.currentTarget.value })}
        error={fault('link')}
      />
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={5_000}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={fault('note')}
      />
    </FormDialog>
  );
}
