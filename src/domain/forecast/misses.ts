import type { Course } from './forecast.ts';
import { levels } from './forecast.ts';
import { normalQuantile } from './normal.ts';

/** Where the normal distribution has each of the levels: the knots between which quantiles are straight. */
export const knots: readonly number[] = levels.map(normalQuantile);

// How far ahead the history is asked how misses grow: a quarter to a year, and never more than a third of what there is.
const farthest = 12;

/**
 * How a course misses, from what it would have said in the past: the scale of one step, how it grows with the steps, and the shape of
 * the misses. `courseAt(index, h)` is what it said at `index` for h steps later; `size` scales a miss of that time to today's.
 */
export function missesOf(
  values: readonly (number | null)[],
  courseAt: (index: number, ahead: number) => number,
  size: (index: number) => number,
  growthInTheory: number,
): Pick<Course, 'scale' | 'growth' | 'shape'> {
  // The first levels lie where the fit put them and miss too little.
  const from = Math.min(3, values.length >> 2);
  const reach = Math.max(1, Math.min(farthest, Math.floor(values.length / 3)));
  const first: number[] = [];
  let [square, top, bottom] = [0, 0, 0];
  for (let ahead = 1; ahead <= reach; ahead += 1) {
    let [sum, count] = [0, 0];
    for (let index = from; index + ahead < values.length; index += 1) {
      const value = values[index + ahead];
      if (value === null || value === undefined || values[index] === null) continue;
      const miss = (value - courseAt(index, ahead)) * size(index);
      sum += miss * miss;
      count += 1;
      if (ahead === 1) first.push(miss);
    }
    if (count === 0) continue;
    if (ahead === 1) square = sum / count;
    else if (square > 0) {
      // Far steps overlap: there are only count / ahead of them that say something new.
      const weight = count / ahead;
      top += weight * (sum / count / square - 1) * (ahead - 1);
      bottom += weight * (ahead - 1) ** 2;
    }
  }
  const seen = bottom > 0 ? Math.min(1.5, Math.max(0, top / bottom)) : growthInTheory;
  const scale = Math.sqrt(square);
  const count = Math.max(3, first.length);
  return {
    // Two numbers were fitted to the misses.
    scale: scale * Math.sqrt(count / (count - 2)),
    growth: [(seen + growthInTheory) / 2, 0],
    shape: shapeOf(first, scale),
  };
}

// Half what was seen, half the normal distribution: two years of months have no tails to speak of.
function shapeOf(misses: readonly number[], scale: number): number[] {
  if (!(scale > 0)) return [...knots];
  const sorted = misses.toSorted((a, b) => a - b);
  return levels.map((level, index) => (quantile(sorted, level) / scale + knots[index]!) / 2);
}

function quantile(sorted: readonly number[], level: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, level * (sorted.length + 1) - 1));
  const below = Math.floor(place);
  const upper = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return sorted[below]! + (place - below) * (upper - sorted[below]!);
}
