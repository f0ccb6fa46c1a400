import { Fragment, type ReactNode } from 'react';
import classes from './Lines.module.css';
import type { Lines as Drawn } from './map-lines.ts';

/** Links of a map: solid where they count, dashed where they support, and of their own kind to a KPI; the mark is at what is served. */
export function Lines({ lines }: { lines: readonly Drawn[] }): ReactNode {
  return lines.map(({ kind, ways, middles, ends }) => {
    const name = kind.replaceAll(' ', '-');
    return (
      <Fragment key={kind}>
        {middles && <path className={`${classes[name]} ${classes.middle}`} d={middles} />}
        <path className={classes[name]} d={ways} />
        <path className={classes[`${name}-end`]} d={ends} />
      </Fragment>
    );
  });
}
