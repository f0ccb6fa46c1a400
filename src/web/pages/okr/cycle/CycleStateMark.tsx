import type { ReactNode } from 'react';
import type { CycleState } from '#domain/time/cycle.ts';
import { glyphs, Mark, type Tone } from '../../../parts/Mark.tsx';

const looks: Record<CycleState, { glyph: ReactNode; tone: Tone; word: string }> = {
  planning: { glyph: glyphs.dashed, tone: 'quiet', word: 'Planning' },
  active: { glyph: glyphs.half, tone: 'plain', word: 'Active' },
  grading: { glyph: glyphs.diamond, tone: 'plain', word: 'Grading' },
  closed: { glyph: glyphs.check, tone: 'quiet', word: 'Closed' },
};

/** Where a cycle stands on its way from planning to closed. */
export function CycleStateMark({ state }: { state: CycleState }): ReactNode {
  const { glyph, tone, word } = looks[state];
  return (
    <Mark glyph={glyph} tone={tone}>
      {word}
    </Mark>
  );
}
