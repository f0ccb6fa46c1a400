import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { useCall } from '../../query.ts';

type Props = {
  /** The pillar that is changed; without one a new one is added. */
  pillar?: { id: string; name: string; description: string };
  onClose: () => void;
};

const stale = ['strategy', 'kpis', 'objectives', 'fitness'];

/** Names and describes a pillar. */
export function PillarDialog({ pillar, onClose }: Props): ReactNode {
  const [name, setName] = useState(pillar?.name ?? '');
  const [description, setDescription] = useState(pillar?.description ?? '');
  const create = useCall('pillars.create', { stale, onDone: onClose });
  const change = useCall('pillars.change', { stale, onDone: onClose });
  const save = pillar ? change : create;
  const submit = (): void => {
    if (pillar) change.mutate({ pillar: pillar.id, name, description });
    else create.mutate({ name, description });
  };
  return (
    <FormDialog
      title={pillar ? 'Change the pillar' : 'Add a pillar'}
      {...(pillar && { lead: 'KPIs and objectives that carry it carry the new name from then on.' })}
      action={pillar ? 'Save' : 'Add it'}
      saving={save}
      beside={['name', 'description']}
      onClose={onClose}
      onSubmit={submit}
      isReady={name.trim() !== ''}
    >
      <TextInput
        label="Name"
        description="What you choose to be good at, in a few words."
        placeholder="Riders who come back"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(save.error, 'name')}
        data-autofocus
      />
      <Textarea
        label="What it means"
        description="And what it does not: a pillar that includes everything decides nothing."
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={faultAt(save.error, 'description')}
      />
    </FormDialog>
  );
}
