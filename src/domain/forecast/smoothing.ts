/** Simple exponential smoothing of values (null = missing): the weight of the newest, where it began, and the level after each value. */
export type Smoothing = { alpha: number; levels: number[] };

const steps = 20;
// Below this the level hardly moves and its beginning could lie anywhere; at 1 it is the last value itself.
const [least, most] = [0.01, 0.999];

/** The smoothing with the least squared error of one step ahead, over its weight and over where it begins. */
export function smooth(given: readonly (number | null)[]): Smoothing {
  // Seen from the first value, what never varies is exactly that, and small changes of a large number keep their digits.
  const origin = given.find((value) => value !== null) ?? 0;
  const values = given.map((value) => (value === null ? null : value - origin));
  let [best, alpha] = [Number.POSITIVE_INFINITY, most];
  for (let step = 0; step <= steps; step += 1) {
    const tried = least + ((most - least) * step) / steps;
    const { error } = missed(values, tried);
    if (error < best) [best, alpha] = [error, tried];
  }
  // Then between the neighbours of the best, by golden section.
  let [low, high] = [
    Math.max(least, alpha - (most - least) / steps),
    Math.min(most, alpha + (most - least) / steps),
  ];
  for (let round = 0; round < 10; round += 1) {
    const [left, right] = [low + (high - low) * 0.381966, low + (high - low) * 0.618034];
    if (missed(values, left).error <= missed(values, right).error) high = right;
    else low = left;
  }
  const middle = (low + high) / 2;
  if (missed(values, middle).error < best) alpha = middle;
  const levels = levelsOf(values, alpha, missed(values, alpha).start);
  return { alpha, levels: levels.map((level) => origin + level) };
}

// A miss is linear in where the level begins, so the best beginning needs no search.
function missed(values: readonly (number | null)[], alpha: number): { error: number; start: number } {
  let [level, weight, squares, product, weights] = [0, 1, 0, 0, 0];
  for (const value of values) {
    if (value === null) continue;
    const miss = value - level;
    squares += miss * miss;
    product += miss * weight;
    weights += weight * weight;
    level += alpha * miss;
    weight *= 1 - alpha;
  }
  return { error: squares - (product * product) / weights, start: product / weights };
}

function levelsOf(values: readonly (number | null)[], alpha: number, start: number): number[] {
  let level = start;
  return values.map((value) => {
    if (value !== null) level += alpha * (value - level);
    return level;
  });
}
