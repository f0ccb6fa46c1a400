import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

type Props = {
  /** What is not there yet, as a plain statement. */
  title: string;
  /** Why it is empty and what the next step brings. */
  children?: ReactNode;
  /** The next step: a link or a button. */
  action?: ReactNode;
};

/** An empty place that teaches the next step. */
export function EmptyState({ title, children, action }: Props): ReactNode {
  return (
    <section className={classes.empty}>
      <h2>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}
