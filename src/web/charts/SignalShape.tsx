import type { ReactNode } from 'react';
import type { Sense } from '#domain/kpi/signals.ts';
import classes from './SignalShape.module.css';

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
      <path d={outline[sense](x, y, size / 2)} />
    </g>
  );
}

type Outline = (x: number, y: number, half: number) => string;

const outline: Record<Sense, Outline> = {
  improvement: (x, y, half) =>
    `M${x},${y - half * 1.25}l${half * 1.25},${half * 1.25}l${-half * 1.25},${half * 1.25}l${-half * 1.25},${-half * 1.25}Z`,
  deterioration: (x, y, half) => `M${x - half},${y - half}h${half * 2}v${half * 2}h${-half * 2}Z`,
  neither: (x, y, half) => `M${x},${y - half * 1.1}l${half * 1.15},${half * 2}h${-half * 2.3}Z`,
};
