import type { ReactNode } from 'react';
import { PersonName } from '../../parts/PersonName.tsx';
import type { Names } from '../../parts/useNames.ts';
import classes from './Owner.module.css';

type Props = { id: string | null; team?: string | null; names: Names; nobody?: string };

/** Whose a row of a table is, on one line. */
export function Owner({ id, team = null, names, nobody = 'No owner' }: Props): ReactNode {
  return (
    <span className={classes.owner}>
      <PersonName name={names.team(team) ?? names.person(id)} nobody={nobody} />
    </span>
  );
}
