import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNames } from '../../../parts/useNames.ts';
import { useOperation } from '../../../query.ts';
import { InitiativeRow } from './InitiativeRow.tsx';
import classes from './Initiatives.module.css';

/** What I have open, by its due day: a reminder beside the check-in, and nothing when there is none. */
export function MyInitiatives({ today }: { today: string }): ReactNode {
  const { data = [] } = useOperation('initiatives.list', { open: true });
  const names = useNames([]);
  if (data.length === 0) return null;
  const byDue = data.toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'));
  return (
    <section className={classes.mine} aria-labelledby="my-initiatives">
      <h2 id="my-initiatives">
        Your open initiatives <span>{data.length}</span>
      </h2>
      <ul>
        {byDue.map((each) => (
          <InitiativeRow
            key={each.id}
            initiative={each}
            names={names}
            today={today}
            place={
              <p className={classes.quiet}>
                <Link
                  to="/objectives/$objective"
                  params={{ objective: each.objective.id }}
                  hash={each.keyResult.id}
                >
                  {each.keyResult.title}
                </Link>
              </p>
            }
          />
        ))}
      </ul>
    </section>
  );
}
