import type { ReactNode } from 'react';
import classes from './TreeLines.module.css';
import type { TreeLine } from './tree-lines.ts';

/** The indent of one row of a tree; stretches to the height of its row, so that lines meet. */
export function TreeLines({ lines }: { lines: readonly TreeLine[] }): ReactNode {
  return (
    <span className={classes.lines} aria-hidden="true">
      {lines.map((line, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place
        <span key={column} className={classes[line]} />
      ))}
    </span>
  );
}
