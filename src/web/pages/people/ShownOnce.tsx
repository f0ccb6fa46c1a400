import { Button, Group } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './Forms.module.css';

type Props = {
  title: string;
  /** What cannot be shown again. */
  secret: string;
  children?: ReactNode;
  onClose: () => void;
};

/** A secret that is shown this one time, with a button that copies it. */
export function ShownOnce({ title, secret, children, onClose }: Props): ReactNode {
  const { copy, copied } = useClipboard();
  const box = useRef<HTMLElement>(null);
  // It takes the place of a form that was at hand, and a screen reader should not miss the only chance.
  useEffect(() => box.current?.focus(), []);
  return (
    <section className={classes.secret} ref={box} tabIndex={-1} aria-label={title}>
      <strong>{title}</strong>
      {children}
      <code>{secret}</code>
      <Group gap="sm">
        <Button onClick={() => copy(secret)}>{copied ? 'Copied' : 'Copy'}</Button>
        <Button variant="default" onClick={onClose}>
          I have kept it
        </Button>
      </Group>
    </section>
  );
}
