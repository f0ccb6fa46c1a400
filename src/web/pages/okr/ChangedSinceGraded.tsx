import type { ReactNode } from 'react';
import classes from './Goalposts.module.css';

/** What is known differently since a key result was graded; the page shows what was graded. */
export function ChangedSinceGraded({ changed }: { changed: readonly string[] }): ReactNode {
  if (changed.length === 0) return null;
  return (
    <section className={classes.moved} aria-label="Changed since it was graded">
      <h3>Changed since it was graded</h3>
      <ul>
        {changed.map((each) => (
          <li key={each}>
            <p>{each}</p>
          </li>
        ))}
      </ul>
      <p className={classes.why}>The score stands, and so does what it was made of.</p>
    </section>
  );
}
