import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SustainWatch } from '#contract/sustain-watches.ts';
import { glyphs, Mark, type Tone } from '../../../parts/Mark.tsx';
import { inWords } from '../../kpi/period-words.ts';
import classes from './SustainWatches.module.css';

const looks: Record<SustainWatch['state'], { glyph: ReactNode; tone: Tone; word: string }> = {
  watching: { glyph: glyphs.clock, tone: 'plain', word: 'Watching' },
  held: { glyph: glyphs.check, tone: 'good', word: 'Held' },
  lost: { glyph: glyphs.cross, tone: 'bad', word: 'Lost' },
};

/** Whether the gains of an objective hold after its close. */
export function SustainWatches({ watches }: { watches: readonly SustainWatch[] }): ReactNode {
  return (
    <section className={classes.watches}>
      <h2>Does the gain hold?</h2>
      <ul>
        {watches.map(({ id, state, kpi, seen, periods, good, sentence }) => (
          <li key={id}>
            <div>
              <Mark glyph={looks[state].glyph} tone={looks[state].tone}>
                {looks[state].word}
              </Mark>
              <Link to="/kpis/$kpi" params={{ kpi: kpi.key }}>
                {kpi.name}
              </Link>
              <span className="numbers">
                {good} good of {seen} seen, {periods} to watch
              </span>
            </div>
            <p>{inWords(sentence)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
