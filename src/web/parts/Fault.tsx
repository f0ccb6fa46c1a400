import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { faultOf } from '../refusal.ts';
import classes from './Fault.module.css';

type Props = {
  /** What was thrown: a refusal is shown in its own words. */
  of: unknown;
  onRetry?: () => void;
};

/** A refusal, beside what it is about. Shows nothing while there is none. */
export function Fault({ of, onRetry }: Props): ReactNode {
  if (of === null || of === undefined) return null;
  const { code, message } = faultOf(of);
  const mayHelp = onRetry && (code === 'unavailable' || code === 'bug');
  return (
    <div role="alert" className={classes.fault}>
      <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
      <p>{message}</p>
      {mayHelp && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** The page when a page breaks. */
export function FaultPage({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={classes.page}>
      <h1>This page could not be shown</h1>
      <Fault of={error} onRetry={again} />
    </div>
  );
}
