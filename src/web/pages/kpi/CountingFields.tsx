import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { durationUnits } from '#domain/kpi/unit.ts';
import dialog from '../../parts/FormDialog.module.css';
import { faultAt } from '../../parts/FormFault.tsx';
import type { FieldsProps } from './DefinitionForm.tsx';
import { type Draft, usualDecimals, usualWay } from './definition-draft.ts';
import { addsUpWords, cadenceWords, directionWords, roleWords, unitWords } from './definition-words.ts';
import classes from './Form.module.css';

/** How a KPI is counted: unit, direction, cadence, and how its values become one. */
export function CountingFields({ draft, set, error, isNew }: FieldsProps): ReactNode {
  return (
    <fieldset>
      <legend>How it is counted</legend>
      <div className={classes.fields}>
        <NativeSelect
          label="Unit"
          data={choices(unitWords)}
          value={draft.unit}
          onChange={(event) => set({ unit: event.currentTarget.value as Draft['unit'] })}
          error={draft.unit === 'percent' ? faultAt(error, 'unit') : undefined}
        />
        <UnitDetail draft={draft} set={set} error={error} />
        <NativeSelect
          label="Direction"
          data={choices(directionWords)}
          value={draft.direction}
          onChange={(event) => set({ direction: event.currentTarget.value as Kpi['direction'] })}
          error={faultAt(error, 'direction')}
        />
        {isNew && (
          <NativeSelect
            label="Cadence"
            data={choices(cadenceWords)}
            value={draft.cadence}
            onChange={(event) => set({ cadence: event.currentTarget.value as Kpi['cadence'] })}
            error={faultAt(error, 'cadence')}
          />
        )}
        <NativeSelect
          label="Adds up by"
          description="How values of periods or teams become one"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={choices(addsUpWords)}
          value={draft.addsUp ?? usualWay(draft)}
          onChange={(event) => set({ addsUp: event.currentTarget.value as Kpi['addsUp'] })}
          error={faultAt(error, 'addsUp')}
        />
        <NativeSelect
          label="Decimals"
          data={['0', '1', '2', '3', '4', '5', '6']}
          value={String(draft.decimals ?? usualDecimals(draft))}
          onChange={(event) => set({ decimals: Number(event.currentTarget.value) })}
          error={faultAt(error, 'decimals')}
        />
        <NativeSelect
          label="Role"
          data={choices(roleWords)}
          value={draft.role}
          onChange={(event) => set({ role: event.currentTarget.value as Kpi['role'] })}
          error={faultAt(error, 'role')}
        />
        <NativeSelect
          label="Kind"
          data={[
            { value: 'quantitative', label: 'Counted or measured' },
            { value: 'qualitative', label: 'Judged by people' },
          ]}
          value={draft.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as Kpi['kind'] })}
          error={faultAt(error, 'kind')}
        />
        <TextInput
          label="Days of grace"
          description="After the end of a period, before it is overdue"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          value={draft.graceDays}
          onChange={(event) => set({ graceDays: event.currentTarget.value })}
          error={faultAt(error, 'graceDays')}
        />
      </div>
    </fieldset>
  );
}

function UnitDetail({ draft, set, error }: Omit<FieldsProps, 'isNew'>): ReactNode {
  const fault = faultAt(error, 'unit');
  if (draft.unit === 'percent') return <span />;
  if (draft.unit === 'number') {
    return (
      <TextInput
        label="Of what"
        placeholder="optional, such as points"
        value={draft.symbol}
        onChange={(event) => set({ symbol: event.currentTarget.value })}
        error={fault}
      />
    );
  }
  if (draft.unit === 'currency') {
    return (
      <TextInput
        label="Currency"
        value={draft.currency}
        maxLength={3}
        onChange={(event) => set({ currency: event.currentTarget.value })}
        error={fault}
      />
    );
  }
  if (draft.unit === 'duration') {
    return (
      <NativeSelect
        label="Counted in"
        data={[...durationUnits]}
        value={draft.duration}
        onChange={(event) => set({ duration: event.currentTarget.value as Draft['duration'] })}
        error={fault}
      />
    );
  }
  return (
    <div className={dialog.pair}>
      <TextInput
        label="Lowest"
        inputMode="decimal"
        value={draft.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
        error={fault}
      />
      <TextInput
        label="Highest"
        inputMode="decimal"
        value={draft.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <TextInput
        label="Names of the steps"
        placeholder="optional: red, amber, green"
        value={draft.steps}
        onChange={(event) => set({ steps: event.currentTarget.value })}
      />
    </div>
  );
}

function choices<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
}
