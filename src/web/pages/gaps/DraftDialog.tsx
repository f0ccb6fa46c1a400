import { NativeSelect, Textarea } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Gap } from '#contract/gaps.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import classes from '../../parts/FormDialog.module.css';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { PersonSelect } from '../../parts/PersonSelect.tsx';
import { fieldText, typedValue } from '../../parts/typed-value.ts';
import { ValueInput } from '../../parts/ValueInput.tsx';
import { useCall, useOperation } from '../../query.ts';
import { firstTitle } from './gap-words.ts';

/** Writes the OKR that closes a gap: baseline and guardrails come from the KPI, the rest is proposed; then its page opens. */
export function DraftDialog({ gap, onClose }: { gap: Gap; onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const cycles = useOperation('cycles.list', {});
  const open = (cycles.data ?? []).filter(takesGoals);
  const [chosen, setCycle] = useState<string | undefined>(undefined);
  const [title, setTitle] = useState(firstTitle(gap));
  const [target, setTarget] = useState(fieldText(gap.wanted));
  const [owner, setOwner] = useState(gap.owner);
  const draft = useCall('gaps.draft', {
    stale: ['objectives', 'keyResults', 'cycles', 'judgements'],
    onDone: ({ objective }) => void navigate({ to: '/objectives/$objective', params: { objective } }),
  });
  const cycle = chosen ?? (open.find(({ state }) => state === 'planning') ?? open[0])?.id;
  const aim = typedValue(target, gap.unit);
  const submit = (): void => {
    if (!cycle || typeof aim === 'object') return;
    draft.mutate({
      ...{ kpi: gap.key, cycle, title },
      ...(owner && { owner }),
      ...(aim !== undefined && { target: aim }),
    });
  };
  const show = (value: number | null) => formatValue(value, gap.unit, gap.decimals);
  return (
    <FormDialog
      title="Write the OKR that closes this gap"
      lead={gap.why.sentence}
      action="Write the draft"
      saving={draft}
      beside={['title', 'owner', 'target', 'cycle']}
      isReady={cycle !== undefined}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
    >
      <Textarea
        label="Objective"
        description="What is to be true when the gap is closed, in words that people remember."
        required
        autosize
        minRows={1}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value.replaceAll('\n', ' '))}
        error={faultAt(draft.error, 'title')}
        data-autofocus
      />
      <div className={classes.pair}>
        <ValueInput
          label="Target of the key result"
          description={`Baseline: the level, ${show(gap.level)}`}
          required
          unit={gap.unit}
          text={target}
          onText={setTarget}
          error={faultAt(draft.error, 'target')}
        />
        <PersonSelect
          label="Owner"
          description="Who answers for it"
          value={owner}
          onChange={setOwner}
          placeholder="You"
          error={faultAt(draft.error, 'owner')}
        />
      </div>
      {cycles.data && open.length === 0 ? (
        <p className={classes.lead}>
          No cycle is being planned or active. <Link to="/cycles">Plan one</Link>, then write the OKR.
        </p>
      ) : (
        <NativeSelect
          label="Cycle"
          value={cycle ?? ''}
          data={open.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` }))}
          onChange={(event) => setCycle(event.currentTarget.value)}
          error={faultAt(draft.error, 'cycle')}
        />
      )}
    </FormDialog>
  );
}
