import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index.ts';
import classes from './Templates.module.css';

type Props = {
  objectives: Output<'templates.list'>['objectives'];
  names: ReadonlyMap<string, string>;
  withFunction: boolean;
};

/** Objectives of the library with the key results of their example. */
export function ObjectiveList({ objectives, names, withFunction }: Props): ReactNode {
  return (
    <ul className={classes.list}>
      {objectives.map(({ key, title, why, commitment, keyResults, function: of }) => (
        <li key={key}>
          <h2>
            <Link to="/templates" search={((old: object) => ({ ...old, open: key })) as never}>
              {title}
            </Link>
          </h2>
          <p className={classes.kind}>
            {withFunction && <span>{names.get(of)}</span>}
            <span>{commitment}</span>
          </p>
          <p className={classes.why}>{why}</p>
          <ul className={classes.keyResults}>
            {keyResults.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
