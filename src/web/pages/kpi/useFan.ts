import { useMemo } from 'react';
import type { Forecast } from '#contract/forecasts.ts';
import { levels } from '#domain/forecast/forecast.ts';
import type { FanStep } from '../../charts/series.ts';
import { useOperation } from '../../query.ts';
import { useView } from '../../view.ts';

/** The forecast of a KPI and its steps for the chart; no steps while it is hidden in the address, or where it is refused. */
export function useFan(
  kpi: string,
  asOf: string | undefined,
): { forecast: Forecast | undefined; fan: FanStep[] | undefined } {
  const [{ fan }] = useView({ fan: true });
  const forecast = useOperation(
    'forecasts.find',
    { kpi, ...(asOf && { asOf }) },
    { keepPrevious: true },
  ).data;
  const steps = useMemo(
    () => (forecast && fan && forecast.periods.length > 0 ? stepsOf(forecast) : undefined),
    [forecast, fan],
  );
  return { forecast, fan: steps };
}

/** The periods of a forecast as the steps of a fan. */
export function stepsOf({ periods }: Forecast): FanStep[] {
  return periods.map(({ period, starts, quantiles }) => ({
    period,
    start: starts,
    quantiles: levels.map((level) => quantiles[String(level)] ?? 0),
  }));
}
