import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Verification } from '#contract/audit.ts';
import { Fault } from '../../parts/Fault.tsx';
import { useCall } from '../../query.ts';
import classes from './Audit.module.css';

/** A button that checks the whole log, and what came out. */
export function AuditCheck(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const verify = useCall('audit.verify');
  const check = (): void => {
    setOpen(true);
    verify.mutate({});
  };
  return (
    <>
      <Button variant="default" onClick={check} loading={verify.isPending}>
        Verify the log
      </Button>
      <Modal
        opened={isOpen && !verify.isPending}
        onClose={() => setOpen(false)}
        title="The audit log"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Fault of={verify.error} />
        {verify.data && <Result of={verify.data} />}
      </Modal>
    </>
  );
}

function Result({ of: { sound, entries, head, faults } }: { of: Verification }): ReactNode {
  const read = `${entries.toLocaleString('en-GB')} ${entries === 1 ? 'entry' : 'entries'}`;
  return (
    <div className={classes.check}>
      <p className={sound ? classes.sound : classes.unsound}>
        {sound ? `Sound: ${read}, each as it was written.` : `Not sound: somebody has altered the log.`}
      </p>
      {!sound && (
        <ul>
          {faults.map(({ kind, place, entry, message }) => (
            <li key={`${kind} ${place} ${entry} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {head && (
        <p className={classes.quiet}>
          It ends at place {head.place} with <code>{head.hash}</code>. Note both down elsewhere: with them a
          later check also notices if the whole log is put back to an older state.
        </p>
      )}
    </div>
  );
}
