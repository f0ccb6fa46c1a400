import { NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { faultAt } from '../../parts/FormFault.tsx';
import { KpiMultiSelect } from '../../parts/KpiSelect.tsx';
import { PersonSelect } from '../../parts/PersonSelect.tsx';
import { PillarSelect } from '../../parts/PillarSelect.tsx';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import { useOperation } from '../../query.ts';
import type { FieldsProps } from './DefinitionForm.tsx';
import type { Draft } from './definition-draft.ts';
import classes from './Form.module.css';

const scopes = [
  { value: 'organisation', label: 'The organisation' },
  { value: 'team', label: 'A team' },
  { value: 'person', label: 'A person' },
];

/** Whose a KPI is, what it is about, and what would suffer if it were gamed. */
export function OwnershipFields({ draft, set, error }: FieldsProps): ReactNode {
  const labels = useOperation('panel.list', {}).data?.flatMap((row) => row.labels) ?? [];
  return (
    <fieldset>
      <legend>Whose it is</legend>
      <div className={classes.fields}>
        <PersonSelect
          label="Owner"
          description="Answers for the number and its readings"
          value={draft.owner}
          onChange={(owner) => set({ owner })}
          error={faultAt(error, 'owner')}
        />
        <NativeSelect
          label="It is about"
          description="Its scope"
          data={scopes}
          value={draft.scope}
          onChange={(event) => set({ scope: event.currentTarget.value as Draft['scope'] })}
        />
        {draft.scope === 'team' && (
          <TeamSelect
            label="Team"
            value={draft.team}
            onChange={(team) => set({ team })}
            error={faultAt(error, 'team')}
          />
        )}
        {draft.scope === 'person' && (
          <PersonSelect
            label="Person"
            value={draft.person}
            onChange={(person) => set({ person })}
            error={faultAt(error, 'person')}
          />
        )}
      </div>
      <TagsInput
        label="Labels"
        description="Such as support or finance; Enter adds one"
        data={[...new Set(labels)].sort()}
        value={draft.labels}
        onChange={(next) => set({ labels: next })}
        maxTags={20}
        error={faultAt(error, 'labels')}
      />
      <KpiMultiSelect
        label="Counter-metrics"
        description="Which KPIs would suffer if somebody gamed this one? They become the guardrails of its OKRs."
        value={draft.counterMetrics}
        onChange={(counterMetrics) => set({ counterMetrics })}
        error={faultAt(error, 'counterMetrics')}
      />
      <div className={classes.fields}>
        <PillarSelect
          label="Strategic pillar"
          value={draft.pillar}
          onChange={(pillar) => set({ pillar })}
          error={faultAt(error, 'pillar')}
        />
        <TextInput
          label="Weight"
          description="How much the organisation cares; ranks the gaps"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          value={draft.weight}
          onChange={(event) => set({ weight: event.currentTarget.value })}
          error={faultAt(error, 'weight')}
        />
      </div>
    </fieldset>
  );
}
