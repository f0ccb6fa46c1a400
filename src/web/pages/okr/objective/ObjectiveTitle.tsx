import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './ObjectiveTitle.module.css';

type Props = {
  id: string;
  title: string;
  isPrivate?: boolean;
  /** Shown when it is not what the surroundings lead to expect: a draft in an active cycle. */
  state?: string | undefined;
};

/** An objective by its title, as a link, with what is special about it. */
export function ObjectiveTitle({ id, title, isPrivate = false, state }: Props): ReactNode {
  return (
    <span className={classes.title}>
      <Link to="/objectives/$objective" params={{ objective: id }} className={classes.link}>
        {title}
      </Link>
      {isPrivate && <PrivateMark />}
      {state && <span className={classes.tag}>{state}</span>}
    </span>
  );
}

/** Says that a thing is private to some. */
export function PrivateMark(): ReactNode {
  return (
    <span className={classes.private} title="Private: only some people see it">
      <IconLock size={13} stroke={1.8} aria-hidden />
      <span className="unseen">private</span>
    </span>
  );
}
