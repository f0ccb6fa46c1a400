import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { faultAt } from '../../parts/FormFault.tsx';
import { useOperation } from '../../query.ts';
import { CountingFields } from './CountingFields.tsx';
import { type Draft, keyIn } from './definition-draft.ts';
import classes from './Form.module.css';
import { keyFault } from './key-of.ts';
import { OwnershipFields } from './OwnershipFields.tsx';
import { SourceFields } from './SourceFields.tsx';

export type FieldsProps = {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  /** The server's refusal, told beside its field. */
  error: unknown;
  /** Key and cadence of a KPI that is there already stay. */
  isNew: boolean;
  /** Its values come from the KPIs below it, so that no formula can give them. */
  isParent?: boolean;
};

/** The fields that tell their own faults. */
export const definitionFields = [
  ...['name', 'key', 'purpose', 'definition', 'owner', 'team', 'person', 'labels', 'unit', 'decimals'],
  ...['direction', 'cadence', 'addsUp', 'role', 'kind', 'pillar', 'weight', 'graceDays', 'counterMetrics'],
  'formula',
];

/** All that defines a KPI, in four parts: what it is, how it is counted, where its values come from, whose it is. */
export function DefinitionFields(props: FieldsProps): ReactNode {
  const { draft, set, error, isNew } = props;
  const kpis = useOperation('kpis.list', { archived: true }, { enabled: isNew });
  const key = keyIn(draft);
  const fault = isNew ? keyFault(key, new Set(kpis.data?.map((kpi) => kpi.key))) : undefined;
  return (
    <>
      <fieldset>
        <legend>What it is</legend>
        <div className={classes.fields}>
          <TextInput
            label="Name"
            required
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            placeholder="First response time"
            error={faultAt(error, 'name')}
            data-autofocus
          />
          {isNew && (
            <TextInput
              label="Key"
              description="Short, for addresses, files and the API; it stays"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              value={key}
              onChange={(event) => set({ key: event.currentTarget.value })}
              error={fault ?? faultAt(error, 'key')}
            />
          )}
        </div>
        <Textarea
          label="Purpose"
          description="Why is it watched?"
          autosize
          minRows={1}
          value={draft.purpose}
          onChange={(event) => set({ purpose: event.currentTarget.value })}
          placeholder="Customers who wait long for a first answer leave."
          error={faultAt(error, 'purpose')}
        />
        <Textarea
          label="Definition"
          description="How exactly is it counted, such that two people get the same number?"
          autosize
          minRows={2}
          value={draft.definition}
          onChange={(event) => set({ definition: event.currentTarget.value })}
          placeholder="Median of the working time from a ticket's arrival to the first answer by a person, over all tickets of the week."
          error={faultAt(error, 'definition')}
        />
      </fieldset>
      <CountingFields {...props} />
      <SourceFields {...props} />
      <OwnershipFields {...props} />
    </>
  );
}
