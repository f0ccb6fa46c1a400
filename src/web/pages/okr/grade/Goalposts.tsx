import type { ReactNode } from 'react';
import type { MovedGoalpost } from '#contract/grade.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { dayName } from '../../../parts/dates.ts';
import type { Names } from '../../../parts/useNames.ts';
import classes from './Goalposts.module.css';

type Props = {
  moved: readonly MovedGoalpost[];
  unit: Unit;
  decimals: number;
  names: Names;
};

/** What was moved of a frozen key result, from what to what, and why. */
export function Goalposts({ moved, unit, decimals, names }: Props): ReactNode {
  if (moved.length === 0) return null;
  const text = (field: string, value: unknown) => goalpostText(field, value, unit, decimals);
  return (
    <section className={classes.moved} aria-label="Moved goalposts">
      <h3>{moved.length === 1 ? 'Goalpost moved' : `${moved.length} goalposts moved`}</h3>
      <ul>
        {moved.map(({ field, before, after, reason, author, recordedAt }) => (
          <li key={`${recordedAt} ${field}`}>
            <p>
              <b>{field}</b> from <span className="numbers">{text(field, before)}</span> to{' '}
              <span className="numbers">{text(field, after)}</span>
            </p>
            <p className={classes.why}>
              {reason}
              <span>
                {names.person(author) ?? 'Someone'}, {dayName(recordedAt.slice(0, 10))}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a goalpost was before or after it was moved, in words. */
export function goalpostText(field: string, value: unknown, unit: Unit, decimals: number): string {
  if (value === null || value === undefined) return 'nothing';
  if (field === 'deadline') return dayName(String(value));
  if (typeof value === 'number')
    return ['baseline', 'target', 'level'].includes(field)
      ? formatValue(value, unit, decimals)
      : String(value);
  if (typeof value === 'string') return field === 'wording' ? `“${value}”` : value;
  if (typeof value === 'object' && 'kind' in value) return String(value.kind);
  return Array.isArray(value) ? `${value.length} steps` : 'something else';
}
