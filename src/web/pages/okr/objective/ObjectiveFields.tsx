import { SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { commitments } from '#domain/okr/grade.ts';
import dialog from '../../../parts/Dialog.module.css';
import { faultAt } from '../../../parts/FormFault.tsx';
import { KpiMultiSelect } from '../../../parts/KpiSelect.tsx';
import { PersonSelect } from '../../../parts/PersonSelect.tsx';
import { PillarSelect } from '../../../parts/PillarSelect.tsx';
import { TeamSelect } from '../../../parts/TeamSelect.tsx';
import { ObjectiveWriting } from '../../coach/ObjectiveWriting.tsx';
import type { SettingAside } from '../../coach/useSetAsides.ts';
import { AccessFields } from './AccessFields.tsx';
import classes from './ObjectiveFields.module.css';
import type { ObjectiveDraft } from './objective-draft.ts';
import { ParentsInput } from './ParentsInput.tsx';

type Props = {
  draft: ObjectiveDraft;
  onChange: (part: Partial<ObjectiveDraft>) => void;
  /** The objective that is changed; it cannot be its own parent. */
  self?: string;
  cycle: string;
  error: unknown;
  asides: SettingAside;
  /** Has a text written as its key result, once it is there. */
  onKeyResult: (text: string) => void;
};

/** The fields whose faults are told beside them. */
export const objectiveFields = [
  'title',
  'why',
  'owner',
  'team',
  'person',
  'weight',
  'pillar',
  'parents',
  'improves',
  'privateTo',
];

const promises: Record<(typeof commitments)[number], string> = {
  committed: 'Committed: it will be reached in full. A miss asks for an explanation.',
  aspirational: 'Aspirational: a stretch. 0.7 is a success.',
  learning: 'Learning: it succeeds by what is found out.',
};

/** The fields of an objective, for a new one and for a change. */
export function ObjectiveFields(props: Props): ReactNode {
  const { draft, onChange, self, cycle, error, asides, onKeyResult } = props;
  return (
    <Stack gap="lg">
      <ObjectiveWriting
        draft={draft}
        onChange={onChange}
        cycle={cycle}
        self={self}
        error={faultAt(error, 'title')}
        asides={asides}
        onKeyResult={onKeyResult}
      />
      <Textarea
        label="Why"
        description="Why this, why now, and what happens if it is left alone."
        autosize
        minRows={2}
        maxRows={12}
        value={draft.why}
        onChange={(event) => onChange({ why: event.currentTarget.value })}
        error={faultAt(error, 'why')}
      />
      <div>
        <span className={dialog.label} id="commitment">
          Commitment
        </span>
        <SegmentedControl
          aria-labelledby="commitment"
          data={commitments.map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) }))}
          value={draft.commitment}
          onChange={(commitment) => onChange({ commitment: commitment as ObjectiveDraft['commitment'] })}
        />
        <p className={dialog.hint}>{promises[draft.commitment]}</p>
      </div>
      <div className={classes.pair}>
        <PersonSelect
          label="Owner"
          value={draft.owner}
          onChange={(owner) => onChange({ owner })}
          error={faultAt(error, 'owner')}
        />
        <div>
          <span className={dialog.label} id="scope">
            Whose is it?
          </span>
          <SegmentedControl
            aria-labelledby="scope"
            fullWidth
            data={[
              { value: 'organisation', label: 'Everyone' },
              { value: 'team', label: 'A team' },
              { value: 'person', label: 'A person' },
            ]}
            value={draft.scope}
            onChange={(scope) => onChange({ scope: scope as ObjectiveDraft['scope'] })}
          />
        </div>
        {draft.scope === 'team' && (
          <TeamSelect
            label="Team"
            value={draft.team}
            onChange={(team) => onChange({ team })}
            error={faultAt(error, 'team')}
          />
        )}
        {draft.scope === 'person' && (
          <PersonSelect
            label="Person"
            value={draft.person}
            onChange={(person) => onChange({ person })}
            error={faultAt(error, 'person')}
          />
        )}
      </div>
      <ParentsInput
        parents={draft.parents}
        onChange={(parents) => onChange({ parents })}
        {...(self && { self })}
        error={faultAt(error, 'parents')}
      />
      <KpiMultiSelect
        label="Improves"
        description="KPIs that should be better for it. They stay when the cycle ends."
        value={draft.improves}
        onChange={(improves) => onChange({ improves })}
        error={faultAt(error, 'improves')}
      />
      <div className={classes.pair}>
        <PillarSelect
          label="Pillar"
          description="Of the strategy, if it serves one. A new name adds one."
          value={draft.pillar}
          onChange={(pillar) => onChange({ pillar })}
          error={faultAt(error, 'pillar')}
        />
        <TextInput
          label="Weight"
          description="Among objectives; 1 is usual."
          inputMode="decimal"
          value={draft.weight}
          onChange={(event) => onChange({ weight: event.currentTarget.value })}
          error={faultAt(error, 'weight')}
        />
      </div>
      <AccessFields draft={draft} onChange={onChange} error={faultAt(error, 'privateTo')} />
    </Stack>
  );
}
