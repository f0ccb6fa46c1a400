import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { KpiSelect } from '../../parts/KpiSelect.tsx';
import { useCall } from '../../query.ts';
import type { Edge } from './driver-graph.ts';

type Kpi = { id: string; name: string };

/** Links a KPI to one that should move it (`input`) or that it should move (`output`). */
export function LinkDialog({
  kpi,
  as,
  onClose,
}: {
  kpi: Kpi;
  as: 'input' | 'output';
  onClose: () => void;
}): ReactNode {
  const [other, setOther] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const link = useCall('drivers.link', { onDone: onClose });
  const isInput = as === 'input';
  const ends = isInput ? { kpi: kpi.id, input: other ?? '' } : { kpi: other ?? '', input: kpi.id };
  return (
    <FormDialog
      title={isInput ? `What should move ${kpi.name}?` : `What should ${kpi.name} move?`}
      lead="A link says what people believe: when the input changes, the output should follow. It computes nothing; the tree then shows whether it is so."
      action="Link them"
      saving={link}
      beside={['kpi', 'input', 'note']}
      isReady={other !== null}
      onClose={onClose}
      onSubmit={() => link.mutate({ ...ends, note })}
    >
      <KpiSelect
        label={isInput ? 'Input' : 'Output'}
        value={other}
        onChange={setOther}
        error={faultAt(link.error, 'kpi', 'input')}
      />
      <Textarea
        label="Why"
        description="Optional: how the one moves the other, and after how long"
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={faultAt(link.error, 'note')}
      />
    </FormDialog>
  );
}

/** Removes a link that somebody made. */
export function UnlinkDialog({
  edge,
  names,
  onClose,
}: {
  edge: Edge;
  names: [string, string];
  onClose: () => void;
}): ReactNode {
  const unlink = useCall('drivers.unlink', { onDone: onClose });
  return (
    <FormDialog
      title="Remove the link"
      lead={`${names[0]} will no longer be shown as what should move ${names[1]}. Both KPIs and their readings stay.`}
      action="Remove it"
      isGrave
      saving={unlink}
      onClose={onClose}
      onSubmit={() => unlink.mutate({ kpi: edge.to, input: edge.from })}
    />
  );
}
