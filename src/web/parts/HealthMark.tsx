import type { ReactNode } from 'react';
import type { Health } from '#domain/okr/pace.ts';
import { glyphs, Mark, type Tone } from './Mark.tsx';

const looks: Record<Health, { glyph: ReactNode; tone: Tone; word: string }> = {
  'on track': { glyph: glyphs.check, tone: 'good', word: 'On track' },
  behind: { glyph: glyphs.half, tone: 'warn', word: 'Behind' },
  'off track': { glyph: glyphs.cross, tone: 'bad', word: 'Off track' },
  outdated: { glyph: glyphs.clock, tone: 'warn', word: 'Outdated' },
};

/** How a key result stands against its expected pace; null in the first tenth of a cycle. */
export function HealthMark({ health, isTight }: { health: Health | null; isTight?: boolean }): ReactNode {
  const { glyph, tone, word } = health
    ? looks[health]
    : { glyph: glyphs.dash, tone: 'quiet' as const, word: 'Too early' };
  return (
    <Mark glyph={glyph} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
