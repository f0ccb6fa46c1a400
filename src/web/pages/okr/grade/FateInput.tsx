import { Checkbox, Radio, Select, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import type { GradeSheet } from '#contract/grades.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import { Choice } from '../../../parts/Choice.tsx';
import { useOperation } from '../../../query.ts';
import classes from './GradeForm.module.css';
import { GraduateFields } from './GraduateFields.tsx';
import type { GradeDraft } from './grade-draft.ts';

type Props = {
  draft: GradeDraft;
  onChange: (part: Partial<GradeDraft>) => void;
  sheet: GradeSheet;
  cycle: Cycle;
  fault: string | undefined;
  faultAt: (...fields: string[]) => string | undefined;
};

const raises = [
  { value: 'nothing', label: 'Only watch it' },
  { value: 'threshold', label: "Raise the KPI's threshold to it" },
  { value: 'phase', label: 'Start a new phase of the KPI' },
] as const;

/** What becomes of a key result: its gain is kept and watched, it turns into a KPI, is carried over, or dropped. */
export function FateInput({ draft, onChange, sheet, cycle, fault, faultAt }: Props): ReactNode {
  const organisation = useOperation('organisations.find', {});
  const cycles = useOperation('cycles.list', {});
  const open = (cycles.data ?? []).filter((each) => each.id !== cycle.id && takesGoals(each));
  return (
    <Radio.Group
      label="What becomes of it?"
      required
      value={draft.fate}
      onChange={(fate) => onChange({ fate: fate as GradeDraft['fate'] })}
      error={fault}
    >
      <Stack gap="xs" mt={6}>
        <Radio
          value="keep the gain"
          label="Keep the gain"
          description={
            sheet.mayKeepGain
              ? 'The level reached is watched after the close: held or lost is told.'
              : 'It reads no KPI, so nothing can be watched after the close.'
          }
        />
        {draft.fate === 'keep the gain' && sheet.mayKeepGain && (
          <div className={classes.nested}>
            <Choice
              label="How"
              options={raises}
              value={draft.raise}
              onChange={(raise) => onChange({ raise })}
            />
            <TextInput
              label="Periods to watch"
              inputMode="numeric"
              placeholder={String(organisation.data?.sustainPeriods ?? 6)}
              value={draft.periods}
              onChange={(event) => onChange({ periods: event.currentTarget.value })}
            />
          </div>
        )}
        <Radio
          value="turn into a KPI"
          label="Turn into a KPI"
          disabled={!sheet.gain}
          description={graduateWords(sheet)}
        />
        {draft.fate === 'turn into a KPI' && sheet.gain && (
          <GraduateFields
            draft={draft}
            onChange={onChange}
            sheet={sheet}
            gain={sheet.gain}
            faultAt={faultAt}
          />
        )}
        <Radio
          value="carry over"
          label="Carry over"
          description="It goes on in another cycle, counted from where it stands."
        />
        {draft.fate === 'carry over' && (
          <div className={classes.nested}>
            <Select
              label="Into"
              data={open.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` }))}
              value={draft.carryInto}
              onChange={(carryInto) => onChange({ carryInto })}
              placeholder={open.length === 0 ? 'No cycle is open' : 'Decide later'}
              clearable
              clearButtonProps={{ 'aria-label': 'Decide later' }}
            />
            {sheet.keyResult.initiatives > 0 && draft.carryInto !== null && (
              <Checkbox
                label="Its open initiatives go along"
                checked={draft.carryInitiatives}
                onChange={(event) => onChange({ carryInitiatives: event.currentTarget.checked })}
              />
            )}
          </div>
        )}
        <Radio value="drop" label="Drop" description="It was worth trying, or it was not; it ends here." />
      </Stack>
    </Radio.Group>
  );
}

function graduateWords({ keyResult, gain }: GradeSheet): string {
  if (!gain) return 'It has no number that could be watched for years.';
  if (keyResult.kpi)
    return `The level reached becomes what ${keyResult.kpi.name} must not cross, from the day after the cycle on.`;
  return 'It is measured on as a KPI: its values become readings, and the level reached what must not be crossed.';
}
