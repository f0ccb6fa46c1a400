import type { ReactNode } from 'react';
import classes from './Relation.module.css';

/** How an objective hangs below another one: what supports does not count. */
export function Relation({ kind }: { kind: 'contributes to' | 'supports' }): ReactNode {
  return kind === 'contributes to' ? (
    <span className={classes.contributes}>contributes</span>
  ) : (
    <span className={classes.supports}>supports, does not count</span>
  );
}
