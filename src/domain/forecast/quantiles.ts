import { restored } from './bounds.ts';
import { type Forecast, levels } from './forecast.ts';
import { knots } from './misses.ts';
import { normalBelow } from './normal.ts';

/** A period to come: a quantile for each of the levels, rising, and the mean. */
export type Step = { quantiles: number[]; mean: number };

/** The quantiles at the nine levels and the mean, so many periods after the end of the values (1 is the next). */
export function quantilesAt(forecast: Forecast, step: number): Step {
  const middle = middleAt(forecast, step);
  const quantiles = middle.map((number) => valueAt(forecast, step, number));
  return { quantiles, mean: meanOf(forecast, step, middle) };
}

/** The same for each of the periods up to a horizon. */
export function fan(forecast: Forecast, horizon: number): Step[] {
  return Array.from({ length: Math.max(0, horizon) }, (_, index) => quantilesAt(forecast, index + 1));
}

/** The quantiles as they are forecast: before the season and the transform are put back. */
export function middleAt({ courses, behind }: Forecast, step: number): number[] {
  const ahead = step + behind;
  return levels.map((_, index) => {
    let sum = 0;
    for (const { level, drift, scale, growth, shape } of courses) {
      const k = ahead - 1;
      sum += level + drift * ahead + scale * Math.sqrt(1 + growth[0] * k + growth[1] * k * k) * shape[index]!;
    }
    return finite(sum / courses.length);
  });
}

/** A number as it is forecast, as the value that people know. */
export function valueAt(
  { season, transform, bounds, behind }: Forecast,
  step: number,
  number: number,
): number {
  return finite(restored(seasoned(number, season, step + behind), transform, bounds));
}

function seasoned(number: number, season: Forecast['season'], ahead: number): number {
  if (!season) return number;
  const factor = season.factors[(ahead - 1) % season.period]!;
  return season.kind === 'ratio' ? number * factor : number + factor;
}

// What a straight line between knots of normal scores weighs in the mean: the probability around each knot.
const weights = knots.map((knot, index) => {
  const below = index === 0 ? 0 : normalBelow((knots[index - 1]! + knot) / 2);
  const above = index === knots.length - 1 ? 1 : normalBelow((knot + knots[index + 1]!) / 2);
  return above - below;
});

function meanOf(forecast: Forecast, step: number, middle: readonly number[]): number {
  let sum = 0;
  middle.forEach((number, index) => {
    sum += weights[index]! * valueAt(forecast, step, number);
  });
  return finite(sum);
}

// Beyond the largest double there is only infinity, which JSON does not know.
function finite(number: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, number));
}
