import type { ReactNode } from 'react';
import type { Status } from '#domain/kpi/status.ts';
import { glyphs, Mark, type Tone } from './Mark.tsx';

/** The shape, tone and word of each status. */
export const statusLooks: Record<Status, { glyph: ReactNode; tone: Tone; word: string }> = {
  breach: { glyph: glyphs.cross, tone: 'bad', word: 'Breach' },
  warning: { glyph: glyphs.warning, tone: 'warn', word: 'Warning' },
  healthy: { glyph: glyphs.check, tone: 'good', word: 'Healthy' },
  overdue: { glyph: glyphs.clock, tone: 'warn', word: 'Overdue' },
  'no data': { glyph: glyphs.dash, tone: 'quiet', word: 'No data' },
  'no threshold': { glyph: glyphs.dashed, tone: 'quiet', word: 'No threshold' },
};

/** Where the newest complete period stands against the thresholds. */
export function StatusMark({ status, isTight }: { status: Status; isTight?: boolean }): ReactNode {
  const { glyph, tone, word } = statusLooks[status];
  return (
    <Mark glyph={glyph} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
