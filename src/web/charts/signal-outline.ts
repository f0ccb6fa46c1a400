import type { Sense } from '#domain/kpi/signals.ts';

type Outline = (x: number, y: number, half: number) => string;

/** The outline of each sense of a signal around a point, by half its width. */
export const signalOutline: Record<Sense, Outline> = {
  improvement: (x, y, half) =>
    `M${x},${y - half * 1.25}l${half * 1.25},${half * 1.25}l${-half * 1.25},${half * 1.25}l${-half * 1.25},${-half * 1.25}Z`,
  deterioration: (x, y, half) => `M${x - half},${y - half}h${half * 2}v${half * 2}h${-half * 2}Z`,
  neither: (x, y, half) => `M${x},${y - half * 1.1}l${half * 1.15},${half * 2}h${-half * 2.3}Z`,
};
