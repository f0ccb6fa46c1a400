import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GradeSheet } from '#contract/grades.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { cadences } from '#domain/time/period.ts';
import { Choice } from '../../../parts/Choice.tsx';
import { PersonSelect } from '../../../parts/PersonSelect.tsx';
import { ValueInput } from '../../../parts/ValueInput.tsx';
import { cadenceWords, directionWords } from '../../kpi/definition-words.ts';
import { keyOf } from '../../kpi/key-of.ts';
import { UnitInput } from '../key-result/UnitInput.tsx';
import classes from './GradeForm.module.css';
import type { GradeDraft } from './grade-draft.ts';

type Props = {
  draft: GradeDraft;
  onChange: (part: Partial<GradeDraft>) => void;
  sheet: GradeSheet;
  gain: NonNullable<GradeSheet['gain']>;
  faultAt: (...fields: string[]) => string | undefined;
};

/** What a key result turns into: the floor of the KPI that it reads, or a KPI of its own. */
export function GraduateFields({ draft, onChange, sheet, gain, faultAt }: Props): ReactNode {
  const { kpi } = sheet.keyResult;
  const unit = kpi ? gain.unit : draft.kpiUnit;
  const line = draft.kpiDirection === 'higher' ? 'floor' : 'ceiling';
  return (
    <div className={classes.nested}>
      {!kpi && <NewKpi draft={draft} onChange={onChange} faultAt={faultAt} />}
      <div className={classes.wide}>
        <ValueInput
          label={kpi ? `New ${line} of ${kpi.name}` : `Its ${line}`}
          text={draft.floor}
          onText={(floor) => onChange({ floor })}
          unit={unit}
          placeholder={gain.level === null ? '' : formatValue(gain.level, unit, gain.decimals)}
          description={floorHint(gain, line, !kpi)}
          error={faultAt('graduate.level')}
        />
      </div>
    </div>
  );
}

function floorHint(gain: NonNullable<GradeSheet['gain']>, line: 'floor' | 'ceiling', isNew: boolean): string {
  const shown = (value: number) => formatValue(value, gain.unit, gain.decimals);
  const now = gain.line === null ? `It has no ${line} yet.` : `It is ${shown(gain.line)} now.`;
  const way = line === 'floor' ? 'raised, never lowered' : 'lowered, never raised';
  const before = isNew ? 'The level reached, unless you say another.' : `${now} It is only ${way}.`;
  return `${before} About half of the values of a process lie on the bad side of its level, so one with some room is crossed by trouble alone.`;
}

type NewProps = Pick<Props, 'draft' | 'onChange' | 'faultAt'>;

function NewKpi({ draft, onChange, faultAt }: NewProps): ReactNode {
  return (
    <>
      <TextInput
        label="Name of the KPI"
        required
        maxLength={200}
        value={draft.kpiName}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kpiName: value, ...(!draft.hasOwnKey && { kpiKey: keyOf(value) }) })
        }
        error={faultAt('graduate.kpi.name')}
      />
      <TextInput
        label="Key"
        required
        value={draft.kpiKey}
        onChange={(event) => onChange({ kpiKey: event.currentTarget.value, hasOwnKey: true })}
        error={faultAt('graduate.kpi.key')}
      />
      <Textarea
        className={classes.wide ?? ''}
        label="Definition"
        description="How exactly is it counted?"
        autosize
        minRows={2}
        value={draft.kpiDefinition}
        onChange={(event) => onChange({ kpiDefinition: event.currentTarget.value })}
        error={faultAt('graduate.kpi.definition')}
      />
      <Choice
        label="Cadence"
        options={cadences.map((value) => ({ value, label: cadenceWords[value] }))}
        value={draft.kpiCadence}
        onChange={(kpiCadence) => onChange({ kpiCadence })}
      />
      <Choice
        label="Direction"
        options={(['higher', 'lower'] as const).map((value) => ({ value, label: directionWords[value] }))}
        value={draft.kpiDirection}
        onChange={(kpiDirection) => onChange({ kpiDirection })}
      />
      <UnitInput
        unit={draft.kpiUnit}
        onChange={(kpiUnit) => onChange({ kpiUnit })}
        error={faultAt('graduate.kpi.unit')}
      />
      <PersonSelect
        label="Owner"
        value={draft.kpiOwner}
        onChange={(kpiOwner) => onChange({ kpiOwner })}
        error={faultAt('graduate.kpi.owner')}
      />
    </>
  );
}
