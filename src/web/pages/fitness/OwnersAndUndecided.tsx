import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FitnessList } from '#contract/fitness.ts';
import { dayName } from '../../parts/dates.ts';
import type { Names } from '../../parts/useNames.ts';
import classes from './Fitness.module.css';
import { askedWords } from './fitness-words.ts';

type Props = { list: FitnessList; names: Names; onOwner: (owner: string) => void };

/** Who carries too many KPIs, and what has asked for a decision for a quarter; nothing where there is neither. */
export function OwnersAndUndecided({ list, names, onOwner }: Props): ReactNode {
  const loaded = list.owners.filter(({ isTooMany }) => isTooMany);
  if (loaded.length === 0 && list.undecided.length === 0) return null;
  return (
    <div className={classes.parts}>
      {list.undecided.length > 0 && (
        <section>
          <h2 className={classes.heading}>No decision in a quarter</h2>
          <p className={classes.lead}>
            These ask for a decision and got none. A number that changes nothing is not worth its counting.
          </p>
          <ul className={classes.list}>
            {list.undecided.map(({ kpi, key, name, asks, since }) => (
              <li key={kpi}>
                <Link to="/kpis/$kpi" params={{ kpi: key }}>
                  {name}
                </Link>
                <span>
                  {askedWords[asks]} since {dayName(since)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {loaded.length > 0 && (
        <section>
          <h2 className={classes.heading}>Too many for one person</h2>
          <p className={classes.lead}>
            More than {list.kpisPerOwner} are too many to know. Parts of one fan-out count once. Share them
            out, or archive what nobody misses.
          </p>
          <ul className={classes.list}>
            {loaded.map(({ owner, kpis, toMend }) => (
              <li key={owner}>
                <Link
                  to="/fitness"
                  search={{ owner } as never}
                  onClick={(event) => {
                    event.preventDefault();
                    onOwner(owner);
                  }}
                >
                  {names.person(owner) ?? '…'}
                </Link>
                <span>
                  {kpis} KPIs, {toMend === 0 ? 'nothing else to mend' : `${toMend} to mend`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
