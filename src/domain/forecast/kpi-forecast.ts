import type { JudgedSeries } from '#domain/kpi/judged-series.ts';
import type { Evidence } from '#domain/kpi/judgement.ts';
import { valuesOf } from '#domain/kpi/series.ts';
import type { Day } from '#domain/time/day.ts';
import {
  type Cadence,
  type Calendar,
  endOf,
  type Period,
  periodOf,
  periodsFrom,
} from '#domain/time/period.ts';
import { boundsOf } from './bounds.ts';
import { fitForecast } from './fit.ts';
import { type Forecast, type ForecastRefusal, fewestToForecast, isForecast } from './forecast.ts';

/** The forecast of a KPI placed in time: made of the periods `from` to `newest`, from the start of a phase on where a person began one. Plain data, kept beside the KPI. */
export type KpiForecast = { forecast: Forecast; from: Period; newest: Period; phase: boolean };

/**
 * The forecast of a KPI from what it is judged by: complete periods only. A phase that a person began means that what was before is over, so
 * it is left out as soon as the phase has the points.
 */
export function forecastKpi(
  { facts, phases }: Pick<Evidence, 'facts' | 'phases'>,
  { points }: Pick<JudgedSeries, 'points'>,
): KpiForecast | ForecastRefusal {
  // Periods of one cadence compare as strings in the order of time.
  const begun = phases.map(({ from }) => from).sort();
  const at = points.findIndex(({ period }) => period >= (begun.at(-1) ?? ''));
  const present = (from: number) => points.slice(from).filter(({ value }) => value !== null).length;
  const cut = begun.length > 0 && at > 0 && present(at) >= fewestToForecast ? at : 0;
  const used = points.slice(cut);
  const values = valuesOf(used);
  const forecast = fitForecast(values, { cadence: facts.cadence, bounds: boundsOf(facts, values) });
  if (!isForecast(forecast)) return forecast;
  return { forecast, from: used[0]!.period, newest: used.at(-1)!.period, phase: cut > 0 };
}

/**
 * How many periods after the newest the last one ends that is over by the close of a day: the value one has on that day. At least 1, for a
 * day before the next period ends.
 */
export function stepsUntil(newest: Period, cadence: Cadence, day: Day, calendar: Calendar): number {
  const within = periodOf(cadence, day, calendar);
  const ended = endOf(within, calendar) <= day ? 0 : 1;
  return Math.max(1, periodsFrom(newest, within) - ended);
}
