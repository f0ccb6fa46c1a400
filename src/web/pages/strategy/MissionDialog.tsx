import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { useCall } from '../../query.ts';

/** Writes the mission of the organisation. */
export function MissionDialog({ mission, onClose }: { mission: string; onClose: () => void }): ReactNode {
  const [text, setText] = useState(mission);
  const save = useCall('strategy.change', { onDone: onClose });
  return (
    <FormDialog
      title="Mission"
      action="Save"
      saving={save}
      beside={['mission']}
      onClose={onClose}
      onSubmit={() => save.mutate({ mission: text })}
    >
      <Textarea
        label="Mission"
        description="Why the organisation is there, in one or two sentences that people remember."
        placeholder="Everybody who wants to ride a bicycle can, every day."
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={faultAt(save.error, 'mission')}
        data-autofocus
      />
    </FormDialog>
  );
}
