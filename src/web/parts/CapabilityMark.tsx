import type { ReactNode } from 'react';
import type { Capability } from '#domain/kpi/capability.ts';
import classes from './CapabilityMark.module.css';
import { capabilityLook } from './looks.ts';
import { Mark } from './Mark.tsx';

// The bar is the span between the limits, the upright line the threshold; right of it is the good side.
const bars: Record<Capability, number> = { capable: 11, 'hit and miss': 5, 'not capable': 0 };

/** Whether the limits lie on the good side of the threshold; null when there is no threshold or there are no limits. */
export function CapabilityMark({
  capability,
  isTight,
}: {
  capability: Capability | null;
  isTight?: boolean;
}): ReactNode {
  if (!capability) return <span className={classes.none}>–</span>;
  const { tone, word } = capabilityLook[capability];
  return (
    <Mark
      tone={tone}
      isTight={isTight}
      glyphWidth={22}
      glyph={
        <>
          <path className={classes.track} d="M0 7H22" />
          <rect className={classes.bar} x={bars[capability]} y="4" width="11" height="6" />
          <path className={classes.line} d="M11 1V13" />
        </>
      }
    >
      {word}
    </Mark>
  );
}
