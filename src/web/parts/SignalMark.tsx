import type { ReactNode } from 'react';
import type { Sense } from '#domain/kpi/signals.ts';
import { quietLook, signalLook } from './looks.ts';
import { glyphs, Mark } from './Mark.tsx';

type Props = {
  /** The sense of the newest signal; null when all is noise. */
  sense: Sense | null;
  /** There are no limits yet, so nothing can be said. */
  isTooFew?: boolean;
  isTight?: boolean;
};

/** Whether a KPI speaks, in the shapes of its chart. */
export function SignalMark({ sense, isTooFew = false, isTight }: Props): ReactNode {
  const { glyph, tone, word } = sense ? signalLook[sense] : quietLook(isTooFew);
  return (
    <Mark glyph={glyphs[glyph]} tone={tone} isTight={isTight}>
      {word}
    </Mark>
  );
}
