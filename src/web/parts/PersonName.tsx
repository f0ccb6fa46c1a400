import type { ReactNode } from 'react';
import classes from './PersonName.module.css';

type Props = {
  /** Null: nobody; undefined while the name is on its way. */
  name: string | null | undefined;
  isMe?: boolean;
  /** What nobody is called here, such as "No owner". */
  nobody?: string;
};

/** A person by name; nobody is said in grey rather than left blank, and before the name is known nothing is said. */
export function PersonName({ name, isMe = false, nobody = 'Nobody' }: Props): ReactNode {
  if (name === undefined) return <span className={classes.nobody}>…</span>;
  if (!name) return <span className={classes.nobody}>{nobody}</span>;
  return (
    <span className={classes.name}>
      {name}
      {isMe && <span className={classes.nobody}> (you)</span>}
    </span>
  );
}
