import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './FindingList.module.css';

/** Asks for the reason for which a finding is set aside; without one nothing is. It stands in other forms, so it is none itself. */
export function SetAsideEntry({ onDone }: { onDone: (reason: string | undefined) => void }): ReactNode {
  const [reason, setReason] = useState('');
  const done = (): void => {
    if (reason.trim()) onDone(reason.trim());
  };
  return (
    <div className={classes.entry}>
      <TextInput
        size="xs"
        aria-label="Why is it set aside?"
        placeholder="Why is it right as it is? Reviewers will read it."
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            done();
          }
          if (event.key === 'Escape') {
            // The dialog around it stays.
            event.stopPropagation();
            onDone(undefined);
          }
        }}
        autoFocus
      />
      <Button size="xs" onClick={done} disabled={reason.trim() === ''}>
        Set aside
      </Button>
      <Button size="xs" variant="default" onClick={() => onDone(undefined)}>
        Cancel
      </Button>
    </div>
  );
}
