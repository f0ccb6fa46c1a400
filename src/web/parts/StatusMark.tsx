import type { ReactNode } from 'react';
import type { Status } from '#domain/kpi/status.ts';
import { statusLook } from './looks.ts';
import { glyphs, Mark, type Tone } from './Mark.tsx';

/** The shape of each status, drawn, with its tone and word. */
export const statusLooks = Object.fromEntries(
  Object.entries(statusLook).map(([status, look]) => [status, { ...look, glyph: glyphs[look.glyph] }]),
) as Record<Status, { glyph: ReactNode; tone: Tone; word: string }>;

/** Where the newest complete period stands against the thresholds. */
export function StatusMark({ status, isTight }: { status: Status; isTight?: boolean }): ReactNode {
  const { glyph, tone, word } = statusLook[status];
  return (
    <Mark glyph={glyphs[glyph]} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
