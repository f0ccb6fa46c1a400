import type { Bounds, Transform } from './bounds.ts';

/** The probabilities of the quantiles that are shown, rising. */
export const levels = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

/** Fewer complete points than this say too little of what comes: no forecast is made of them. */
export const fewestToForecast = 8;

/**
 * A straight course with what it misses by: at step h its middle is level + drift × h, and a miss is scale × √(1 + growth[0] k + growth[1] k²) × shape,
 * with k = h − 1. `shape` has the misses, in units of scale, at each of the levels.
 */
export type Course = {
  level: number;
  drift: number;
  scale: number;
  growth: [number, number];
  shape: number[];
};

/** A season as it goes on: `factors[0]` belongs to the first step; it adds, or multiplies. */
export type Ahead = { period: number; kind: 'additive' | 'ratio'; factors: number[] };

/**
 * What a KPI will do if nothing changes, as plain data of about one kilobyte that can be kept as JSON. Quantiles are the means of those of the
 * courses, then the season is put back, then the transform undone. Steps count periods after the last value given.
 */
export type Forecast = {
  method: 'theta' | 'theta and drift';
  courses: Course[];
  /** How much of each miss stays in the level, 0 to 1. */
  smoothing: number;
  season: Ahead | null;
  /** Whether there was history enough to test for a season. */
  seasonTested: boolean;
  transform: Transform;
  bounds: Bounds | null;
  /** How many values it was made of, and how many periods the last of them lies back of the end. */
  points: number;
  behind: number;
};

/** Why there is no forecast, as a sentence for the person. */
export type ForecastRefusal = { refused: string };

/** Whether there is a forecast. */
export function isForecast(made: Forecast | ForecastRefusal): made is Forecast {
  return 'courses' in made;
}
