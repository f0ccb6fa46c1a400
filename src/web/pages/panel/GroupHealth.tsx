import { Fragment, type ReactNode } from 'react';
import { glyphs, Mark, type Tone } from '../../parts/Mark.tsx';
import classes from './GroupHealth.module.css';
import type { HealthPart } from './group-health.ts';

const looks: Record<HealthPart['of'], { glyph: ReactNode; tone: Tone }> = {
  breach: { glyph: glyphs.cross, tone: 'bad' },
  overdue: { glyph: glyphs.clock, tone: 'warn' },
  warning: { glyph: glyphs.warning, tone: 'warn' },
  healthy: { glyph: glyphs.check, tone: 'good' },
  'no threshold': { glyph: glyphs.dashed, tone: 'quiet' },
  'no data': { glyph: glyphs.dash, tone: 'quiet' },
  deterioration: { glyph: glyphs.square, tone: 'bad' },
  improvement: { glyph: glyphs.diamond, tone: 'good' },
  neither: { glyph: glyphs.triangle, tone: 'plain' },
};

/** The health of a group in one line: a shape and a count each, with the words for those who hover or listen. */
export function GroupHealth({ parts }: { parts: readonly HealthPart[] }): ReactNode {
  return (
    <span className={classes.health}>
      {parts.map(({ of, count, words }) => (
        <Fragment key={of}>
          <span className="unseen">, </span>
          <span title={`${count} ${words}`} className={classes.part}>
            <Mark {...looks[of]}>{String(count)}</Mark>
            <span className="unseen"> {words}</span>
          </span>
        </Fragment>
      ))}
    </span>
  );
}
