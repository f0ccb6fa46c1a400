import type { ReactNode } from 'react';
import type { Sense } from '#domain/kpi/signals.ts';
import classes from './SignalShape.module.css';
import { signalOutline } from './signal-outline.ts';

type Props = {
  x: number;
  y: number;
  /** Width in pixels. */
  size: number;
  sense: Sense;
  /** A ring around the point at which the signal was found. */
  isRinged?: boolean;
};

/** A signal as a shape: diamond for improvement, square for deterioration, triangle for neither. */
export function SignalShape({ x, y, size, sense, isRinged = false }: Props): ReactNode {
  return (
    <g className={classes[sense]}>
      {isRinged && <circle className={classes.ring} cx={x} cy={y} r={size * 0.5 + 4} />}
      <path d={signalOutline[sense](x, y, size / 2)} />
    </g>
  );
}
