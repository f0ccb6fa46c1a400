import { linePath, type Spot, tenths } from './path.ts';
import type { Size } from './series.ts';

type Values = readonly (number | null)[];

/** A sparkline in pixels: lines (gaps are gaps), lone points that have no line, thresholds that lie in sight, and the newest value. */
export type SparkMarks = { path: string; lone: Spot[]; thresholds: number[]; last: Spot | undefined };

const slots = 52;
// Fewer points than this do not fill the width: a line of three points must not look like a history.
const fewest = 12;
const air = 3;

/** Lays out the newest 52 values, the newest at the right edge. */
export function sparkline(all: Values, thresholds: readonly number[], { width, height }: Size): SparkMarks {
  const values = all.slice(-slots);
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return { path: '', lone: [], thresholds: [], last: undefined };
  const least = Math.min(...present);
  const most = Math.max(...present);
  const span = most - least || Math.abs(most) || 1;
  // A threshold draws the scale up to it while the values keep half the height; beyond that it is out of sight.
  const near = thresholds.filter((value) => value >= least - span && value <= most + span);
  const low = Math.min(least, ...near);
  const high = Math.max(most, ...near);
  const y = (value: number) =>
    tenths(high === low ? height / 2 : height - air - ((value - low) / (high - low)) * (height - 2 * air));
  const step = (width - 2 * air) / (Math.max(values.length, fewest) - 1);
  const right = width - air;
  const spots = values.map((value, index): Spot | null =>
    value === null ? null : { x: tenths(right - (values.length - 1 - index) * step), y: y(value) },
  );
  return {
    path: linePath(spots),
    lone: spots.filter(
      (spot, index): spot is Spot => spot !== null && !spots[index - 1] && !spots[index + 1],
    ),
    thresholds: near.map(y),
    last: spots.findLast((spot) => spot !== null) ?? undefined,
  };
}
