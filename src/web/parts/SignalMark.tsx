import type { ReactNode } from 'react';
import type { Sense } from '#domain/kpi/signals.ts';
import { glyphs, Mark, type Tone } from './Mark.tsx';

/** The shape, tone and word of each sense of a signal. */
export const signalLooks: Record<Sense, { glyph: ReactNode; tone: Tone; word: string }> = {
  improvement: { glyph: glyphs.diamond, tone: 'good', word: 'Improvement' },
  deterioration: { glyph: glyphs.square, tone: 'bad', word: 'Deterioration' },
  neither: { glyph: glyphs.triangle, tone: 'plain', word: 'Change' },
};

type Props = {
  /** The sense of the newest signal; null when all is noise. */
  sense: Sense | null;
  /** There are no limits yet, so nothing can be said. */
  isTooFew?: boolean;
  isTight?: boolean;
};

/** Whether a KPI speaks, in the shapes of its chart. */
export function SignalMark({ sense, isTooFew = false, isTight }: Props): ReactNode {
  const quiet = { glyph: null, tone: 'quiet', word: isTooFew ? 'Too few points' : 'Noise' } as const;
  const { glyph, tone, word } = sense ? signalLooks[sense] : quiet;
  return (
    <Mark glyph={glyph ?? glyphs.dash} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
