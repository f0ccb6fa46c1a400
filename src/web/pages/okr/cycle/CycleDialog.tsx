import { Group, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import { type CycleKind, cycleSpan, nextCycleSpan, type Span } from '#domain/time/cycle.ts';
import { type Day, isDay } from '#domain/time/day.ts';
import classes from '../../../parts/Dialog.module.css';
import { spanName } from '../../../parts/dates.ts';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { faultAt } from '../../../parts/FormFault.tsx';
import { useCall, useOperation } from '../../../query.ts';

const kinds: { value: CycleKind; label: string }[] = [
  { value: 'quarter', label: 'Quarter' },
  { value: 'four-months', label: '4 months' },
  { value: 'half-year', label: 'Half-year' },
  { value: 'year', label: 'Year' },
  { value: 'custom', label: 'Own days' },
];

type Props = {
  /** The cycle to change; without it a new one is planned. */
  cycle?: Cycle;
  onClose: () => void;
  onDone?: (cycle: Cycle) => void;
};

/** Plans a cycle, or renames one and moves its days. */
export function CycleDialog({ cycle, onClose, onDone }: Props): ReactNode {
  const me = useOperation('people.me', {});
  const organisation = useOperation('organisations.find', {});
  const cycles = useOperation('cycles.list', {});
  const [kind, setKind] = useState<CycleKind>(cycle ? 'custom' : 'quarter');
  const [name, setName] = useState(cycle?.name ?? '');
  const [days, setDays] = useState<Partial<Span>>(cycle ?? {});

  const after = (saved: Cycle) => {
    onClose();
    onDone?.(saved);
  };
  const create = useCall('cycles.create', { onDone: after });
  const change = useCall('cycles.change', { stale: ['objectives'], onDone: after });
  const saving = cycle ? change : create;

  const calendar = { yearStartsIn: organisation.data?.yearStartsIn ?? 1 };
  const cut =
    kind === 'custom' ? undefined : spanOf(kind, calendar, me.data?.today, cycles.data ?? [], days.starts);
  const mayMove = !cycle || cycle.state === 'planning';

  const submit = (): void => {
    const named = name.trim() ? { name: name.trim() } : {};
    if (cycle) change.mutate({ cycle: cycle.id, ...named, ...(mayMove && spanIn(days)) });
    else create.mutate({ kind, ...named, ...(cut ? { starts: cut.starts } : spanIn(days)) });
  };
  return (
    <FormDialog
      title={cycle ? 'Change the cycle' : 'Plan a cycle'}
      size="lg"
      action={cycle ? 'Save' : 'Plan it'}
      saving={saving}
      beside={['starts', 'ends', 'name']}
      onClose={onClose}
      onSubmit={submit}
    >
      {!cycle && (
        <div>
          <span className={classes.label} id="cycle-kind">
            Length
          </span>
          <SegmentedControl
            aria-labelledby="cycle-kind"
            className={classes.segments}
            data={kinds}
            value={kind}
            onChange={(next) => setKind(next as CycleKind)}
            fullWidth
          />
        </div>
      )}
      {mayMove && kind !== 'custom' && (
        <TextInput
          type="date"
          label="A day in it"
          description={cut && `${cut.name}: ${spanName(cut.starts, cut.ends)}`}
          value={days.starts ?? cut?.starts ?? ''}
          onChange={(event) => setDays({ starts: event.currentTarget.value })}
          error={faultAt(saving.error, 'starts')}
        />
      )}
      {mayMove && kind === 'custom' && (
        <Group grow align="start">
          <TextInput
            type="date"
            label="First day"
            required
            value={days.starts ?? ''}
            onChange={(event) => setDays({ ...days, starts: event.currentTarget.value })}
            error={faultAt(saving.error, 'starts')}
          />
          <TextInput
            type="date"
            label="Last day"
            required
            value={days.ends ?? ''}
            onChange={(event) => setDays({ ...days, ends: event.currentTarget.value })}
            error={faultAt(saving.error, 'ends')}
          />
        </Group>
      )}
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        placeholder={cut?.name ?? 'Such as Spring 2026'}
        required={cycle !== undefined}
        error={faultAt(saving.error, 'name')}
      />
    </FormDialog>
  );
}

/** The span of a new cycle: the one that a chosen day lies in, else the first from today on that is not planned yet. */
function spanOf(
  kind: Exclude<CycleKind, 'custom'>,
  calendar: { yearStartsIn: number },
  today: Day | undefined,
  planned: readonly Span[],
  chosen: Day | undefined,
): (Span & { name: string }) | undefined {
  if (chosen && isDay(chosen)) return cycleSpan(kind, chosen, calendar);
  if (!today) return undefined;
  let span = cycleSpan(kind, today, calendar);
  while (planned.some(({ starts, ends }) => starts === span.starts && ends === span.ends))
    span = nextCycleSpan(kind, span.ends, calendar);
  return span;
}

function spanIn({ starts, ends }: Partial<Span>): Partial<Span> {
  return { ...(starts && { starts }), ...(ends && { ends }) };
}
