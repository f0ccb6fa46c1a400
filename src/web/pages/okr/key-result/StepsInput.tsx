import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './KeyResultFields.module.css';
import type { KeyResultDraft } from './key-result-draft.ts';

type Steps = KeyResultDraft['steps'];

/** Weighted milestones; a step keeps its id when it is reworded. */
export function StepsInput({
  steps,
  onChange,
}: {
  steps: Steps;
  onChange: (steps: Steps) => void;
}): ReactNode {
  const put = (at: number, part: Partial<Steps[number]>): void =>
    onChange(steps.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <div className={classes.steps}>
      {steps.map((step, at) => (
        <div key={step.id} className={classes.step}>
          <TextInput
            aria-label={`Step ${at + 1}`}
            placeholder={at === 0 ? 'What is reached by the first step' : `Step ${at + 1}`}
            value={step.title}
            onChange={(event) => put(at, { title: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Weight of step ${at + 1}`}
            leftSection="×"
            inputMode="decimal"
            value={step.weight}
            onChange={(event) => put(at, { weight: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Remove step ${at + 1}`}
            disabled={steps.length === 1}
            onClick={() => onChange(steps.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={classes.add}
        variant="default"
        size="compact-sm"
        onClick={() => onChange([...steps, { id: freeId(steps), title: '', weight: '1' }])}
      >
        Add a step
      </Button>
    </div>
  );
}

function freeId(steps: Steps): string {
  let number = steps.length + 1;
  while (steps.some(({ id }) => id === `step-${number}`)) number += 1;
  return `step-${number}`;
}
