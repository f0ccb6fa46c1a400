import { type ReactNode, useId } from 'react';
import type { SourceKind } from '#domain/connector/config.ts';
import classes from './Source.module.css';
import { kinds } from './source-draft.ts';

type Props = { kind: SourceKind; onKind: (kind: SourceKind) => void; maySql: boolean };

/** Which kind of source: each with a line on what it is. */
export function KindChoice({ kind, onKind, maySql }: Props): ReactNode {
  const name = useId();
  return (
    <div className={classes.kinds} role="radiogroup" aria-label="Kind of source">
      {kinds.map((each) => {
        const isClosed = each.kind === 'sql' && !maySql;
        return (
          <label className={classes.kind} key={each.kind} {...(isClosed && { 'data-closed': true })}>
            <input
              type="radio"
              name={name}
              checked={each.kind === kind}
              disabled={isClosed}
              onChange={() => onKind(each.kind)}
            />
            <strong>{each.label}</strong>
            <small>{isClosed ? 'Databases are connected by admins' : each.what}</small>
          </label>
        );
      })}
    </div>
  );
}
