import type { ReactNode } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import type { Names } from '../../parts/useNames.ts';
import classes from './Audit.module.css';
import { eventName, isChange, valueText } from './event-words.ts';

const few = 3;

type Props = { entry: AuditEntry; names: Names; timeZone: string | undefined };

/** What an entry says beside its kind: a few fields on a line, more of them when it is opened. */
export function AuditDetail({ entry, names, timeZone }: Props): ReactNode {
  const fields = Object.entries(entry.detail);
  const text = (value: unknown) =>
    valueText(value, (id) => names.person(id) ?? names.team(id) ?? undefined, timeZone);
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
                <del>{text(value.before)}</del> → <ins>{text(value.after)}</ins>
              </>
            ) : (
              text(value)
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
