import { boundsOf } from '#domain/forecast/bounds.ts';
import { fitForecast } from '#domain/forecast/fit.ts';
import { type Forecast, isForecast, levels } from '#domain/forecast/forecast.ts';
import { probabilityBy } from '#domain/forecast/paths.ts';
import { probabilityAt, type Target, targetOf } from '#domain/forecast/probability.ts';
import { fan } from '#domain/forecast/quantiles.ts';
import type { Asked, Series } from './series.ts';

/** What comes if nothing changes: a list for each quantile and for the mean, with a value for each period up to the horizon. */
export type Outlook = { method: string; quantiles: Record<string, number[]>; mean: number[] };

/** The odds (0 to 1) of being at the target in the last period of the horizon, and in any of its periods. */
export type Odds = { at: number; by: number };

/** The forecast of a series with the odds of its target, if it has one; or why there is none. */
export function outlookOf(
  series: Series,
  horizon: number,
): { forecast: Outlook; odds: Odds | undefined } | { refused: string } {
  const made = fitted(series, horizon);
  if (!isForecast(made)) return made;
  const steps = fan(made, horizon);
  const quantiles = Object.fromEntries(
    levels.map((level, index) => [String(level), steps.map((step) => step.quantiles[index]!)]),
  );
  const target = wanted(series);
  return {
    forecast: { method: made.method, quantiles, mean: steps.map(({ mean }) => mean) },
    odds: target && {
      at: probabilityAt(made, horizon, target),
      by: probabilityBy(made, horizon, target),
    },
  };
}

/** What counts as being there: the desired level by the direction, else the good side of floor and ceiling; undefined without any. */
function wanted({ floor, ceiling, desired, direction = 'higher' }: Asked): Target | undefined {
  if (desired !== undefined && direction !== 'within') return targetOf(direction, desired);
  return floor === undefined && ceiling === undefined ? undefined : { atLeast: floor, atMost: ceiling };
}

// A line of JSON has no unit, and a table of plain numbers hardly more; whole ones that were never negative are counts, once it
// makes a difference.
function fitted({ values, cadence = 'yearly', table }: Series, horizon: number) {
  if (table && table.unit.kind !== 'number')
    return fitForecast(values, { cadence, bounds: boundsOf({ ...table, addsUp: 'mean' }, values) });
  const made = fitForecast(values, { cadence });
  if (!isForecast(made) || !fallsBelowZero(made, horizon)) return made;
  const isCount = values.every((value) => value === null || (value >= 0 && Number.isInteger(value)));
  return isCount ? fitForecast(values, { cadence, bounds: { lower: 0 } }) : made;
}

function fallsBelowZero(made: Forecast, horizon: number): boolean {
  return fan(made, horizon).some(({ quantiles }) => quantiles[0]! < 0);
}
