import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Unit } from '#domain/kpi/definition.ts';
import { durationUnits } from '#domain/kpi/unit.ts';
import { Choice } from '../../../parts/Choice.tsx';
import classes from './KeyResultFields.module.css';

type Props = { unit: Unit; onChange: (unit: Unit) => void; error?: ReactNode };

const kinds: { value: Unit['kind']; label: string }[] = [
  { value: 'number', label: 'a number' },
  { value: 'percent', label: 'percent' },
  { value: 'currency', label: 'money' },
  { value: 'duration', label: 'time' },
  { value: 'scale', label: 'a rating' },
];

const first: Record<Unit['kind'], Unit> = {
  number: { kind: 'number' },
  percent: { kind: 'percent' },
  currency: { kind: 'currency', code: 'EUR' },
  duration: { kind: 'duration', unit: 'minutes' },
  scale: { kind: 'scale', from: 1, to: 5 },
};

/** What a typed value counts. */
export function UnitInput({ unit, onChange, error }: Props): ReactNode {
  return (
    <div className={classes.pair}>
      <Choice
        label="It counts"
        options={kinds}
        value={unit.kind}
        onChange={(kind) => onChange(first[kind])}
        error={error}
      />
      {unit.kind === 'number' && (
        <TextInput
          label="Of what"
          placeholder="customers, points, …"
          maxLength={20}
          value={unit.symbol ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: 'number', ...(value && { symbol: value }) })
          }
        />
      )}
      {unit.kind === 'currency' && (
        <TextInput
          label="Currency"
          maxLength={3}
          value={unit.code}
          onChange={(event) => onChange({ kind: 'currency', code: event.currentTarget.value.toUpperCase() })}
        />
      )}
      {unit.kind === 'duration' && (
        <Choice
          label="In"
          options={durationUnits.map((value) => ({ value, label: value }))}
          value={unit.unit}
          onChange={(next) => onChange({ kind: 'duration', unit: next })}
        />
      )}
      {unit.kind === 'scale' && (
        <>
          <TextInput
            type="number"
            label="From"
            value={unit.from}
            onChange={(event) => onChange({ ...unit, from: Number(event.currentTarget.value) })}
          />
          <TextInput
            type="number"
            label="To"
            value={unit.to}
            onChange={(event) => onChange({ ...unit, to: Number(event.currentTarget.value) })}
          />
        </>
      )}
    </div>
  );
}
