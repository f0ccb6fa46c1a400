import type { ReactNode } from 'react';
import type { Health } from '#domain/okr/pace.ts';
import { glyphs, Mark, type Tone } from './Mark.tsx';

const looks: Record<Health, { glyph: ReactNode; tone: Tone; word: string }> = {
  'on track': { glyph: glyphs.check, tone: 'good', word: 'On track' },
  behind: { glyph: glyphs.half, tone: 'warn', word: 'Behind' },
  'off track': { glyph: glyphs.cross, tone: 'bad', word: 'Off track' },
  outdated: { glyph: glyphs.clock, tone: 'warn', word: 'Outdated' },
};

/** The shape, tone and word of a health; null is that of the first tenth of a cycle. */
export function healthLooks(health: Health | null): { glyph: ReactNode; tone: Tone; word: string } {
  return health ? looks[health] : { glyph: glyphs.dash, tone: 'quiet', word: 'Too early' };
}

/** How a key result stands against its expected pace; null in the first tenth of a cycle. */
export function HealthMark({ health, isTight }: { health: Health | null; isTight?: boolean }): ReactNode {
  const { glyph, tone, word } = healthLooks(health);
  return (
    <Mark glyph={glyph} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
