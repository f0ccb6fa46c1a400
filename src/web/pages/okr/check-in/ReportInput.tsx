import { Checkbox, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { Choice } from '../../../parts/Choice.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { periodName } from '../../../parts/dates.ts';
import { ValueInput } from '../../../parts/ValueInput.tsx';
import classes from './CheckInFields.module.css';
import type { Asked, CheckInDraft } from './check-in-draft.ts';

type Props = {
  asked: Asked;
  draft: CheckInDraft;
  onChange: (part: Partial<CheckInDraft>) => void;
  fault: string | undefined;
  periods: readonly string[];
};

/** What a check-in asks of its measure: a value, a period that was good or not, the steps done, or done. */
export function ReportInput({ asked, draft, onChange, fault, periods }: Props): ReactNode {
  const { measure, unit, decimals, facts } = asked;
  if (measure.kind === 'milestones')
    return (
      <Checkbox.Group
        label="Steps done"
        value={draft.steps}
        onChange={(steps) => onChange({ steps })}
        error={fault}
      >
        <div className={classes.report}>
          {measure.steps.map(({ id, title }) => (
            <Checkbox key={id} value={id} label={title} size="xs" />
          ))}
        </div>
      </Checkbox.Group>
    );
  if (measure.kind === 'done')
    return (
      <Checkbox
        label="It is done"
        checked={draft.done}
        onChange={(event) => onChange({ done: event.currentTarget.checked })}
        error={fault}
      />
    );
  const saysGood = measure.kind === 'hit rate' && measure.level === undefined;
  return (
    <div className={classes.report}>
      {measure.kind !== 'move' && (
        <Choice
          label="Period"
          options={periods.map((value) => ({ value, label: periodName(value) }))}
          value={draft.period ?? ''}
          onChange={(period) => onChange({ period })}
        />
      )}
      {saysGood ? (
        <div>
          <span className={dialog.label} id={`good-${asked.keyResult}`}>
            Was it good?
          </span>
          <SegmentedControl
            aria-labelledby={`good-${asked.keyResult}`}
            data={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
              { value: '', label: 'Not known' },
            ]}
            value={draft.good}
            onChange={(good) => onChange({ good: good as CheckInDraft['good'] })}
          />
        </div>
      ) : (
        <ValueInput
          label="Value"
          text={draft.value}
          onText={(value) => onChange({ value })}
          unit={unit}
          error={fault}
          {...(measure.kind === 'move' &&
            facts.current !== null && { placeholder: formatValue(facts.current, unit, decimals) })}
        />
      )}
    </div>
  );
}
