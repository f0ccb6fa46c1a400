import type { ReactNode } from 'react';
import type { Calibration } from '#contract/calibrations.ts';
import { glyphs, Mark, type Tone } from '../../parts/Mark.tsx';

const looks: Record<Calibration['verdict'], { glyph: ReactNode; tone: Tone }> = {
  'well calibrated': { glyph: glyphs.check, tone: 'good' },
  'over-confident': { glyph: glyphs.triangle, tone: 'warn' },
  'under-confident': { glyph: glyphs.half, tone: 'warn' },
  'too sure both ways': { glyph: glyphs.diamond, tone: 'warn' },
  'too few to tell': { glyph: glyphs.dashed, tone: 'quiet' },
};

/** The plain word for somebody's confidence, with a shape of its own. */
export function VerdictMark({ verdict }: { verdict: Calibration['verdict'] }): ReactNode {
  return <Mark {...looks[verdict]}>{verdict}</Mark>;
}
