import type { ReactNode } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import classes from './Audit.module.css';
import { eventName, isChange, valueText } from './event-words.ts';

const few = 3;

/** What an entry says beside its kind: the first fields on a line, all of them when it is opened. */
export function AuditDetail({ entry }: { entry: AuditEntry }): ReactNode {
  const fields = Object.entries(entry.detail);
  if (entry.hidden) return <span className={classes.quiet}>about something private to others</span>;
  if (fields.length === 0) return <span className={classes.quiet}>–</span>;
  const list = (part: typeof fields): ReactNode => (
    <dl className={classes.detail}>
      {part.map(([name, value]) => (
        <div key={name}>
          <dt>{eventName(name)}</dt>
          <dd>
            {isChange(value) ? (
              <>
                <del>{valueText(value.before)}</del> → <ins>{valueText(value.after)}</ins>
              </>
            ) : (
              valueText(value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (fields.length <= few) return list(fields);
  return (
    <details className={classes.more}>
      <summary>{fields.map(([name]) => eventName(name)).join(', ')}</summary>
      {list(fields)}
    </details>
  );
}
