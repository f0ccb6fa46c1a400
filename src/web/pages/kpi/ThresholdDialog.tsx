import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Threshold } from '#contract/thresholds.ts';
import type { Day } from '#domain/time/day.ts';
import form from '../../parts/FormDialog.module.css';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { fieldText, typedValue } from '../../parts/typed-value.ts';
import { ValueInput } from '../../parts/ValueInput.tsx';
import { useCall } from '../../query.ts';
import classes from './Kpi.module.css';

type Props = {
  kpi: Kpi;
  /** What is in force now, to begin from. */
  present: Threshold | undefined;
  today: Day;
  /** The first day of the KPI's history, offered for its first threshold. */
  first: Day | undefined;
  /** The line that was moved on the chart, with its new value. */
  moved?: Moved;
  onClose: () => void;
};

const fields = ['floor', 'ceiling', 'warningFloor', 'warningCeiling', 'desired'] as const;
type Field = (typeof fields)[number];

/** A line of a threshold and where it was moved to. */
export type Moved = Partial<Record<Field, number>>;

/** Sets floor, ceiling, warning zone and desired level from a day on; the older ones stay. */
export function ThresholdDialog({ kpi, present, today, first, moved = {}, onClose }: Props): ReactNode {
  const given = (field: Field) => fieldText(moved[field] ?? present?.[field]);
  const [chosen, setFrom] = useState<Day>();
  // The first threshold is meant for the history too, which may still be on its way: without it the past would have none.
  const from = chosen ?? (present ? today : (first ?? today));
  const [texts, setTexts] = useState<Record<Field, string>>({
    floor: given('floor'),
    ceiling: given('ceiling'),
    warningFloor: given('warningFloor'),
    warningCeiling: given('warningCeiling'),
    desired: given('desired'),
  });
  const [desiredBy, setDesiredBy] = useState(present?.desiredBy ?? '');
  const [reason, setReason] = useState('');
  const record = useCall('thresholds.record', { stale: ['judgements', 'panel', 'gaps'], onDone: onClose });
  const read = fields.map((field) => [field, typedValue(texts[field], kpi.unit)] as const);
  const isReadable = read.every(([, value]) => typeof value !== 'object');
  const submit = (): void => {
    const lines = Object.fromEntries(
      read.map(([field, value]) => [field, typeof value === 'number' ? value : null]),
    );
    record.mutate({
      ...{ kpi: kpi.key, from, ...lines },
      desiredBy: desiredBy || null,
      ...(reason.trim() && { reason: reason.trim() }),
    });
  };
  const field = (name: Field, label: string, description: string) => (
    <ValueInput
      label={label}
      description={description}
      unit={kpi.unit}
      text={texts[name]}
      onText={(text) => setTexts({ ...texts, [name]: text })}
      error={faultAt(record.error, name)}
    />
  );
  const needsFloor = kpi.direction !== 'lower';
  const needsCeiling = kpi.direction !== 'higher';
  return (
    <FormDialog
      title={present ? 'Set new thresholds' : 'Set the thresholds'}
      lead="They hold from a day on; those before stay as they were. A field left empty sets no line."
      action="Set them"
      saving={record}
      beside={[...fields, 'from', 'desiredBy', 'reason']}
      isReady={isReadable && from !== ''}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        type="date"
        label="From"
        description={
          first && first !== from ? (
            <button type="button" className={classes.plain} onClick={() => setFrom(first)}>
              From the first reading on
            </button>
          ) : undefined
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        data-autofocus
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={faultAt(record.error, 'from')}
      />
      <div className={form.pair}>
        {needsFloor && field('floor', 'Floor', 'Never below: non-negotiable')}
        {needsFloor && field('warningFloor', 'Warn below', 'Above the floor, but near')}
        {needsCeiling && field('ceiling', 'Ceiling', 'Never above: non-negotiable')}
        {needsCeiling && field('warningCeiling', 'Warn above', 'Below the ceiling, but near')}
        {field('desired', 'Desired level', 'Where you would like it to be')}
        <TextInput
          type="date"
          label="Desired by"
          description="When it should be there"
          value={desiredBy}
          onChange={(event) => setDesiredBy(event.currentTarget.value)}
          error={faultAt(record.error, 'desiredBy')}
        />
      </div>
      <TextInput
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        placeholder="Why these, and who agreed"
        error={faultAt(record.error, 'reason')}
      />
    </FormDialog>
  );
}
