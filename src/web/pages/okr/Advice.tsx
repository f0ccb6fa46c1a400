import type { ReactNode } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import type { Names } from '../../parts/useNames.ts';
import classes from './Advice.module.css';
import { advice } from './advice.ts';

/** Advice on the size of a set of goals; quiet, and never in the way. */
export function Advice({
  objectives,
  names,
}: {
  objectives: readonly TreeObjective[];
  names: Names;
}): ReactNode {
  const found = advice(objectives, (team) => names.team(team) ?? 'The organisation');
  if (found.length === 0) return null;
  return (
    <details className={classes.advice}>
      <summary>
        {found.length === 1 ? '1 piece of advice' : `${found.length} pieces of advice`}
        <span>3 to 5 objectives per team, 2 to 5 key results each</span>
      </summary>
      <ul>
        {found.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </details>
  );
}
