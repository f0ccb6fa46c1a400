import { Radio, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Gap } from '#contract/gaps.ts';
import type { Input } from '#contract/index.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { ReasonInput } from '../../parts/ReasonInput.tsx';
import { useCall } from '../../query.ts';
import classes from './Gaps.module.css';

type Kind = Input<'gaps.decide'>['kind'];

const kinds: { kind: Kind; label: string; what: string }[] = [
  { kind: 'quick fix', label: 'Quick fix', what: 'One action closes it; no quarter of work is needed.' },
  { kind: 'accept', label: 'Accept it for now', what: 'It comes back by itself when the day has passed.' },
  {
    kind: 'change the threshold',
    label: 'Change the threshold',
    what: 'What is asked of it is wrong. Then set the new one on its page.',
  },
  { kind: 'repair the data', label: 'Repair the data', what: 'The number is wrong, not the process.' },
];

type Props = { gap: Pick<Gap, 'key' | 'name'>; onClose: () => void };

/** Decides what to do about a gap, with the reason, which is kept. */
export function DecideDialog({ gap, onClose }: Props): ReactNode {
  const [kind, setKind] = useState<Kind>('quick fix');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const decide = useCall('gaps.decide', { stale: ['judgements'], onDone: onClose });
  const submit = (): void =>
    decide.mutate({ kpi: gap.key, kind, reason, ...(until && kind !== 'change the threshold' && { until }) });
  const takesDay = kind === 'accept' || kind === 'quick fix';
  return (
    <FormDialog
      title={`Decide about ${gap.name}`}
      action="Keep the decision"
      saving={decide}
      beside={['reason', 'until']}
      onClose={onClose}
      onSubmit={submit}
    >
      <Radio.Group label="What is to be done" value={kind} onChange={(next) => setKind(next as Kind)}>
        <Stack gap="xs" mt={6}>
          {kinds.map(({ kind: value, label, what }) => (
            <Radio
              key={value}
              value={value}
              label={label}
              description={what}
              classNames={{ description: classes.what }}
            />
          ))}
        </Stack>
      </Radio.Group>
      {takesDay && (
        <TextInput
          type="date"
          label={kind === 'accept' ? 'Accepted until' : 'Done by'}
          required={kind === 'accept'}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={faultAt(decide.error, 'until')}
        />
      )}
      <ReasonInput label="Why" value={reason} onChange={setReason} error={faultAt(decide.error, 'reason')} />
    </FormDialog>
  );
}
