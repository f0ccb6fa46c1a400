import type { ReactNode } from 'react';
import type { Status } from '#domain/kpi/status.ts';
import { statusLook } from './looks.ts';
import { glyphs, Mark } from './Mark.tsx';

/** Where the newest complete period stands against the thresholds. */
export function StatusMark({ status, isTight }: { status: Status; isTight?: boolean }): ReactNode {
  const { glyph, tone, word } = statusLook[status];
  return (
    <Mark glyph={glyphs[glyph]} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
