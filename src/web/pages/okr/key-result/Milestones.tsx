import type { ReactNode } from 'react';
import type { Measure } from '#contract/measures.ts';
import { percent } from '../../../parts/dates.ts';
import { glyphs, Mark } from '../../../parts/Mark.tsx';
import classes from './Milestones.module.css';

type Props = { measure: Extract<Measure, { kind: 'milestones' }>; done: readonly string[] };

/** The steps of a key result, with what each counts. */
export function Milestones({ measure, done }: Props): ReactNode {
  const total = measure.steps.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ol className={classes.steps}>
      {measure.steps.map(({ id, title, weight }) => (
        <li key={id}>
          <Mark
            glyph={done.includes(id) ? glyphs.check : glyphs.dashed}
            tone={done.includes(id) ? 'good' : 'quiet'}
            isTight
          >
            {done.includes(id) ? 'done' : 'not done'}
          </Mark>
          <span>{title}</span>
          <span className={classes.share}>{total > 0 ? percent(weight / total) : ''}</span>
        </li>
      ))}
    </ol>
  );
}
