import type { Forecast } from './forecast.ts';
import { probabilityAt, scoresAt, type Target } from './probability.ts';

const paths = 2_000;
const seed = 0x7a4d_e301;

/**
 * The probability (0 to 1) that the value of at least one of the periods up to `step` is at the target, from simulated paths. Never less
 * than that of any one period.
 */
export function probabilityBy(forecast: Forecast, step: number, target: Target): number {
  let single = 0;
  for (let each = 1; each <= step; each += 1)
    single = Math.max(single, probabilityAt(forecast, each, target));
  if (step === 1 || single === 0 || single === 1) return single;
  return Math.max(
    single,
    shareOfPaths(forecast, step, target, (there) => there.includes(true)),
  );
}

/**
 * The share (0 to 1) of 2,000 simulated paths of `step` periods of which something is true; it is asked of a path which of its periods are
 * at the target, in a list that is used again for the next. Misses stay in the level as far as the smoothing says, and each period has
 * the quantiles of the forecast. The same numbers each time.
 */
export function shareOfPaths(
  forecast: Forecast,
  step: number,
  target: Target,
  isTrue: (there: readonly boolean[]) => boolean,
): number {
  const scores = Array.from({ length: step }, (_, index) => scoresAt(forecast, index + 1, target));
  const stays = Math.sqrt(Math.min(1, forecast.courses[0]!.growth[0]));
  const sizes = scores.map((_, index) => Math.sqrt(1 + index * stays * stays));
  const news = drawn(paths * step);
  const there = scores.map(() => false);
  let count = 0;
  for (let path = 0; path < paths; path += 1) {
    let level = 0;
    for (let index = 0; index < step; index += 1) {
      const own = news[path * step + index]!;
      const score = (level + own) / sizes[index]!;
      there[index] = score >= scores[index]!.from && score <= scores[index]!.to;
      level += stays * own;
    }
    if (isTrue(there)) count += 1;
  }
  return count / paths;
}

const draw = normals();
let kept = new Float64Array();

// Every simulation is made of the same numbers, so they are drawn once: drawing them was half of its time.
function drawn(count: number): Float64Array {
  if (kept.length >= count) return kept;
  const more = new Float64Array(Math.max(count, 2 * kept.length));
  more.set(kept);
  for (let index = kept.length; index < more.length; index += 1) more[index] = draw();
  kept = more;
  return kept;
}

// Chance that is the same on each machine: the generator of Marsaglia (xorshift, 2003), two normal numbers at a time by Box and Muller.
function normals(): () => number {
  let state = seed | 0;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4_294_967_296;
  };
  let kept: number | undefined;
  return () => {
    if (kept !== undefined) {
      const number = kept;
      kept = undefined;
      return number;
    }
    const [radius, angle] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()];
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
