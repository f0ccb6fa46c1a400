import type { ReactNode } from 'react';
import classes from './Brand.module.css';

/** The mark and the name; two rings that turn together. */
export function Brand(): ReactNode {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <circle cx="8" cy="14" r="5" />
        <circle cx="16" cy="10" r="5" />
      </svg>
      Tandem
    </span>
  );
}
