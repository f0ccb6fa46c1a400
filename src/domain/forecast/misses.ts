import type { Course } from './forecast.ts';
import { levels } from './forecast.ts';
import { normalQuantile } from './normal.ts';

/** Where the normal distribution has each of the levels: the knots between which quantiles are straight. */
export const knots: readonly number[] = levels.map(normalQuantile);

// How far ahead the history is asked how misses grow: a quarter to a year, and never more than a third of what there is.
const farthest = 12;

// How far back, in points, a miss says half as much of those to come.
const halfLife = 60;

/**
 * How a course misses, from what it would have said in the past: the scale of one step, how it grows with the steps, and the shape of
 * the misses. At each value it said `bases` + `drift` × h for h steps later; `sizes` scale a miss of that time to today's.
 */
export function missesOf(
  values: readonly (number | null)[],
  { bases, sizes, drift }: { bases: readonly number[]; sizes: readonly number[]; drift: number },
  growthInTheory: number,
): Pick<Course, 'scale' | 'growth' | 'shape'> {
  // The first levels lie where the fit put them and miss too little.
  const from = Math.min(3, values.length >> 2);
  const reach = Math.max(1, Math.min(farthest, Math.floor(values.length / 3)));
  const weights = values.map((_, index) => 0.5 ** ((values.length - 1 - index) / halfLife));
  const first: number[] = [];
  let [square, top, bottom] = [0, 0, 0];
  for (let ahead = 1; ahead <= reach; ahead += 1) {
    let [sum, count] = [0, 0];
    for (let index = from; index + ahead < values.length; index += 1) {
      const value = values[index + ahead];
      if (value === null || value === undefined || values[index] === null) continue;
      const miss = (value - bases[index]! - drift * ahead) * sizes[index]!;
      const news = weights[index]!;
      sum += news * miss * miss;
      count += news;
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
    shape: shapeOf(first),
  };
}

// Up to half what was seen, the rest as chance draws it: it takes a hundred misses for the tails of a half.
function shapeOf(misses: readonly number[]): number[] {
  const scale = Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
  const drawn = drawnShape(misses.length - 2);
  if (!(scale > 0)) return drawn;
  const sorted = misses.toSorted((a, b) => a - b);
  const seen = Math.min(0.5, misses.length / 200);
  return levels.map((level, index) => (seen * quantile(sorted, level)) / scale + (1 - seen) * drawn[index]!);
}

/**
 * The quantiles of a miss whose scale was itself estimated from few: Student's t with so many degrees of freedom, by the expansion of Fisher and
 * Cornish (1960) from the normal distribution; within 2 % from five degrees on.
 */
export function drawnShape(freedom: number): number[] {
  const degrees = Math.max(5, freedom);
  return knots.map(
    (z) =>
      z +
      (z ** 3 + z) / (4 * degrees) +
      (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
      (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3),
  );
}

function quantile(sorted: readonly number[], level: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, level * (sorted.length + 1) - 1));
  const below = Math.floor(place);
  const upper = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return sorted[below]! + (place - below) * (upper - sorted[below]!);
}
