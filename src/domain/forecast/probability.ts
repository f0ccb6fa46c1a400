import { sideOf } from '#domain/kpi/compare.ts';
import type { Direction } from '#domain/kpi/definition.ts';
import { transformed } from './bounds.ts';
import type { Forecast } from './forecast.ts';
import { knots } from './misses.ts';
import { normalBelow } from './normal.ts';
import { middleAt, valueAt } from './quantiles.ts';

/** What counts as being there: at least, at most, or both. */
export type Target = { atLeast?: number | undefined; atMost?: number | undefined };

/** The target that a wanted value means by the direction of a KPI; for one that should stay in a band it is that value or more. */
export function targetOf(direction: Direction, wanted: number): Target {
  return direction === 'lower' ? { atMost: wanted } : { atLeast: wanted };
}

/** The probability (0 to 1) that the value of one period, `step` after the last given, is at the target. */
export function probabilityAt(forecast: Forecast, step: number, target: Target): number {
  const { from, to } = scoresAt(forecast, step, target);
  return Math.max(0, normalBelow(to) - normalBelow(from));
}

/** Between which normal scores a value of that period is at the target; `from` above `to` when it never is. */
export function scoresAt(
  forecast: Forecast,
  step: number,
  { atLeast, atMost }: Target,
): { from: number; to: number } {
  const middle = middleAt(forecast, step);
  const { bounds } = forecast;
  const from =
    atLeast === undefined || (bounds && atLeast <= bounds.lower)
      ? Number.NEGATIVE_INFINITY
      : bounds?.upper !== undefined && atLeast > bounds.upper
        ? Number.POSITIVE_INFINITY
        : scoreOf(forecast, step, middle, atLeast, -1);
  const to =
    atMost === undefined || (bounds?.upper !== undefined && atMost >= bounds.upper)
      ? Number.POSITIVE_INFINITY
      : bounds && atMost < bounds.lower
        ? Number.NEGATIVE_INFINITY
        : scoreOf(forecast, step, middle, atMost, 1);
  return { from, to };
}

// The normal score of a value. Where nothing varies a value on the line is at it, so `side` says which way a tie goes.
function scoreOf(
  forecast: Forecast,
  step: number,
  middle: readonly number[],
  value: number,
  side: -1 | 1,
): number {
  const last = knots.length - 1;
  if (middle[0] === middle[last]) {
    const place = sideOf(value, valueAt(forecast, step, middle[0]!)) || side;
    return place * Number.POSITIVE_INFINITY;
  }
  const { season, transform, bounds, behind } = forecast;
  const factor = season?.factors[(step + behind - 1) % season.period];
  const raw = transformed(value, transform, bounds);
  const number = factor === undefined ? raw : season!.kind === 'ratio' ? raw / factor : raw - factor;
  let index = 0;
  while (index < last - 1 && number > middle[index + 1]!) index += 1;
  const [left, right] = [middle[index]!, middle[index + 1]!];
  const width = right - left;
  if (width <= 0) return knots[index + (number > left ? 1 : 0)]!;
  return knots[index]! + ((knots[index + 1]! - knots[index]!) * (number - left)) / width;
}
