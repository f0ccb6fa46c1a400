import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './KeyResultFields.module.css';
import type { KeyResultDraft } from './key-result-draft.ts';

type Plan = KeyResultDraft['plan'];
type Props = { plan: Plan; onChange: (plan: Plan) => void; error?: ReactNode };

/** Expected progress by dated steps, for what does not move along a straight line. */
export function PlanInput({ plan, onChange, error }: Props): ReactNode {
  const steps = plan ?? [];
  const put = (at: number, part: Partial<(typeof steps)[number]>): void =>
    onChange(steps.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <div className={classes.steps}>
      <Switch
        label="Phased plan"
        description="Expect progress by dated steps instead of a straight line from the first to the last day."
        checked={plan !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? [{ day: '', expected: '' }] : null)}
      />
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step may have no day yet
        <div key={at} className={classes.planned}>
          <TextInput
            type="date"
            aria-label={`Day of step ${at + 1} of the plan`}
            required
            value={step.day}
            onChange={(event) => put(at, { day: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Progress expected from then on, in percent, step ${at + 1}`}
            inputMode="decimal"
            rightSection="%"
            required
            value={step.expected}
            onChange={(event) => put(at, { expected: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Remove step ${at + 1} of the plan`}
            onClick={() => onChange(steps.length === 1 ? null : steps.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {plan && (
        <Button
          className={classes.add}
          variant="default"
          size="compact-sm"
          onClick={() => onChange([...steps, { day: '', expected: '' }])}
        >
          Add a day
        </Button>
      )}
      {error && <p className={classes.fault}>{error}</p>}
    </div>
  );
}
