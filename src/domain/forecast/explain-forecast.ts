import type { Explanation } from '#domain/kpi/explain.ts';
import type { Day } from '#domain/time/day.ts';
import type { Cadence } from '#domain/time/period.ts';
import type { Forecast } from './forecast.ts';
import type { KpiForecast } from './kpi-forecast.ts';
import { oddsWords } from './odds.ts';
import type { Target } from './probability.ts';

const methods: Record<Forecast['method'], string> = {
  theta: 'Theta',
  'theta and drift': 'Theta, averaged with drift because the history is short',
};

const slots: Partial<Record<Cadence, string>> = {
  daily: 'the days of the week',
  weekly: 'the weeks of the year',
  monthly: 'the months of the year',
  quarterly: 'the quarters of the year',
};

/** The name of the method for people. */
export function methodWords({ method }: Forecast): string {
  return methods[method];
}

/** Whether the season of a KPI counted in its forecast, in words. */
export function seasonWords({ season, seasonTested }: Forecast, cadence: Cadence): string {
  const named = slots[cadence];
  if (!named) return `${cadence} values have no season`;
  if (season) return `counted: ${named} repeat`;
  return seasonTested
    ? `not counted: ${named} do not repeat more than by chance`
    : `not counted: it takes more than two cycles to see whether ${named} repeat`;
}

/** Why a forecast says what it says: the method, the history it used and whether the season counted. */
export function explainForecast(kept: KpiForecast, cadence: Cadence): Explanation {
  const { forecast, from, newest, phase } = kept;
  const held = {
    none: 'none',
    root: 'never below the lower bound, by forecasting the square root',
    arcsine: 'never outside its bounds, by forecasting the arc sine of the root',
  }[forecast.transform];
  return {
    sentence: `If nothing changes. Made of ${forecast.points} values from ${from} to ${newest}${phase ? ', since the present phase began' : ''}.`,
    rule: `${methodWords(forecast)}: the season is taken out where the values repeat, exponential smoothing gives the level, half the straight trend the direction, and what the same would have missed by in the past the width.`,
    inputs: [
      { name: 'method', value: methodWords(forecast) },
      { name: 'history', value: `${forecast.points} values, ${from} to ${newest}` },
      { name: 'season', value: seasonWords(forecast, cadence) },
      { name: 'weight of the newest value', value: forecast.smoothing.toFixed(2) },
      { name: 'bounds', value: held },
    ],
  };
}

/** A target in words: 'at least 95%', 'at most 4h', 'between 3 and 5'. */
export function targetWords({ atLeast, atMost }: Target, show: (value: number) => string): string {
  if (atLeast !== undefined && atMost !== undefined) return `between ${show(atLeast)} and ${show(atMost)}`;
  return atLeast === undefined ? `at most ${show(atMost!)}` : `at least ${show(atLeast)}`;
}

/** The odds of being there on a day, for the gap board. */
export function unaidedSentence(probability: number, cadence: Cadence, day: Day): string {
  return `If nothing changes there is a chance of ${oddsWords(probability, cadence)} that it gets there by itself by ${day}.`;
}
