import type { ReactNode } from 'react';
import { type Band, band } from '#domain/okr/grade.ts';
import { glyphs, Mark, type Tone } from '../../../parts/Mark.tsx';
import classes from './ScoreMark.module.css';

const looks: Record<Band, { glyph: ReactNode; tone: Tone }> = {
  'below 0.4': { glyph: glyphs.cross, tone: 'bad' },
  'below 0.7': { glyph: glyphs.half, tone: 'warn' },
  '0.7 and up': { glyph: glyphs.check, tone: 'good' },
};

/** A score with its band, by number, word, shape and colour; null is not graded yet. */
export function ScoreMark({
  score,
  isTight = false,
}: {
  score: number | null;
  isTight?: boolean;
}): ReactNode {
  if (score === null) return <span className={classes.none}>–</span>;
  const range = band(score);
  const { glyph, tone } = looks[range];
  return (
    <span className={classes.score}>
      <b>{score.toFixed(2)}</b>
      <Mark glyph={glyph} tone={tone} isTight={isTight}>
        {range}
      </Mark>
    </span>
  );
}
