import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import classes from './Guide.module.css';
import { mistakes } from './mistakes.ts';

/** The most common mistakes, each with an example and with what would be right. */
export function Mistakes(): ReactNode {
  return (
    <section className={classes.chapter} id="mistakes" aria-labelledby="mistakes-title">
      <h2 id="mistakes-title">Common mistakes</h2>
      <ol className={classes.mistakes}>
        {mistakes.map(({ id, name, written, why, right }) => (
          <li key={id} id={id}>
            <h3>
              <a href={`#${id}`}>{name}</a>
            </h3>
            <p className={classes.written}>
              <Mark glyph={glyphs.cross} tone="bad" isTight>
                Wrong
              </Mark>
              {written}
            </p>
            <p className={classes.because}>{why}</p>
            {right.map((each) => (
              <p key={each} className={classes.right}>
                <Mark glyph={glyphs.check} tone="good" isTight>
                  Right
                </Mark>
                {each}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className={classes.lead}>
        The coach looks for most of these while you write. What is right for one house may be wrong for
        another: any of its findings can be set aside with a reason. To see it at work, paste a whole document
        on <Link to="/okrs/import">Import OKRs</Link>.
      </p>
    </section>
  );
}
