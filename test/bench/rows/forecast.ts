import { fitForecast } from '#domain/forecast/fit.ts';
import { isForecast } from '#domain/forecast/forecast.ts';
import { knots } from '#domain/forecast/misses.ts';
import { fan } from '#domain/forecast/quantiles.ts';
import { loop } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

const points = 100;
const horizon = 13;

/** One forecast: the fit to 100 points and the quantiles of the next 13, months with a season and weeks by turns. */
export async function forecastRow({ seconds }: Pick<Bench, 'seconds'>): Promise<Line[]> {
  const all = Array.from({ length: 200 }, (_, index) => seriesAt(index));
  let turn = 0;
  const next = () => {
    turn += 1;
    return { values: all[turn % all.length]!, isMonthly: turn % 2 === 0 };
  };
  return [
    {
      what: 'forecast per series: 100 points, 13 steps',
      measured: await loop(1, seconds, async () => {
        const { values, isMonthly } = next();
        const made = fitForecast(values, { cadence: isMonthly ? 'monthly' : 'weekly' });
        return { ok: isForecast(made) && fan(made, horizon).length === horizon, bytes: 0 };
      }),
      floors: [
        {
          name: 'seasonal naive, with its quantiles',
          measured: await loop(1, seconds, async () => {
            const { values, isMonthly } = next();
            return { ok: seasonalNaive(values, isMonthly ? 12 : 52).length === horizon, bytes: 0 };
          }),
        },
      ],
    },
  ];
}

function seasonalNaive(values: readonly number[], period: number): number[][] {
  let sum = 0;
  for (let index = period; index < values.length; index += 1)
    sum += (values[index]! - values[index - period]!) ** 2;
  const scale = Math.sqrt(sum / (values.length - period));
  return Array.from({ length: horizon }, (_, step) => {
    const middle = values[values.length - period + (step % period)]!;
    return knots.map((knot) => middle + scale * knot);
  });
}

function seriesAt(series: number): number[] {
  return Array.from(
    { length: points },
    (_, index) => 100 + index / 4 + 20 * Math.sin((index * Math.PI) / 6) + noise(series * points + index),
  );
}

// Looks like chance and is the same each time.
function noise(index: number): number {
  return Math.round((Math.abs(Math.sin(index * 12.9898) * 43_758.5453) % 1) * 2_000) / 100;
}
