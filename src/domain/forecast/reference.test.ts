import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fitForecast } from './fit.ts';
import { isForecast, levels } from './forecast.ts';
import { knots } from './misses.ts';
import { fan } from './quantiles.ts';

type Real = { id: string; freq: 12 | 52; values: number[]; actual: number[] };

const source = new URL('../../../../shared/reference/forecast-series.json', import.meta.url);
const skip = existsSync(source)
  ? false
  : 'the reference series (../shared/reference) are not beside this clone';
const series: Real[] = skip ? [] : JSON.parse(readFileSync(source, 'utf8'));

/** For each step the nine quantiles. */
type Method = (values: number[], freq: 12 | 52, horizon: number) => number[][];

const ours: Method = (values, freq, horizon) => {
  const made = fitForecast(values, { cadence: freq === 12 ? 'monthly' : 'weekly' });
  assert.ok(isForecast(made));
  return fan(made, horizon).map(({ quantiles }) => quantiles);
};

const drift: Method = (values, _, horizon) => {
  const steps = values.length - 1;
  const slope = (values.at(-1)! - values[0]!) / steps;
  const misses = values.slice(1).map((value, index) => value - values[index]! - slope);
  const scale = Math.sqrt(sumOf(misses.map((miss) => miss ** 2)) / (steps - 1));
  return stepsOf(horizon, (h) => [values.at(-1)! + slope * h, scale * Math.sqrt(h * (1 + h / steps))]);
};

const seasonalNaive: Method = (values, freq, horizon) => {
  const misses = values.slice(freq).map((value, index) => value - values[index]!);
  const scale = Math.sqrt(sumOf(misses.map((miss) => miss ** 2)) / misses.length);
  return stepsOf(horizon, (h) => [values[values.length - freq + ((h - 1) % freq)]!, scale]);
};

function stepsOf(horizon: number, at: (h: number) => [number, number]): number[][] {
  return Array.from({ length: horizon }, (_, index) => {
    const [middle, scale] = at(index + 1);
    return knots.map((knot) => middle + scale * knot);
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

type Score = { mase: number; pinball: number; held80: number; held95: number };

// `cut` leaves out the newest horizons, so that the same series are asked again at an earlier time.
function score(method: Method, of: readonly Real[], { cut = 0, use = Number.POSITIVE_INFINITY } = {}): Score {
  const total = { mase: 0, pinball: 0, held80: 0, held95: 0 };
  let count = 0;
  for (const { freq, values, actual } of of) {
    const all = [...values, ...actual];
    const horizon = actual.length;
    const end = all.length - horizon * (cut + 1);
    const seen = all.slice(Math.max(0, end - use), end);
    const lag = freq === 12 && seen.length > 12 ? 12 : 1;
    const scale =
      sumOf(seen.slice(lag).map((value, index) => Math.abs(value - seen[index]!))) / (seen.length - lag);
    method(seen, freq, horizon).forEach((quantiles, index) => {
      const truth = all[end + index]!;
      total.mase += Math.abs(truth - quantiles[4]!) / scale;
      total.pinball +=
        sumOf(
          levels.map((level, at) =>
            Math.max(level * (truth - quantiles[at]!), (level - 1) * (truth - quantiles[at]!)),
          ),
        ) /
        levels.length /
        scale;
      if (truth >= quantiles[2]! && truth <= quantiles[6]!) total.held80 += 100;
      if (truth >= quantiles[0]! && truth <= quantiles[8]!) total.held95 += 100;
      count += 1;
    });
  }
  return {
    mase: total.mase / count,
    pinball: total.pinball / count,
    held80: total.held80 / count,
    held95: total.held95 / count,
  };
}

describe('on the real series of the M3 and M4 competitions', { skip }, () => {
  for (const { name, freq, most } of [
    { name: 'monthly', freq: 12, most: 0.56 },
    { name: 'weekly', freq: 52, most: 1.95 },
  ] as const) {
    const of = series.filter((each) => each.freq === freq);

    it(`${name} forecasts are as near as R's, hold what they say, and beat drift and seasonal naive`, (t) => {
      const [mine, byDrift, bySeason] = [ours, drift, seasonalNaive].map((method) => score(method, of)) as [
        Score,
        Score,
        Score,
      ];
      t.diagnostic(
        `${of.length} series: MASE ${mine.mase.toFixed(3)} (drift ${byDrift.mase.toFixed(3)}, seasonal naive ${bySeason.mase.toFixed(3)}); 80 % held ${mine.held80.toFixed(1)}, 95 % held ${mine.held95.toFixed(1)}; pinball ${mine.pinball.toFixed(4)} (drift ${byDrift.pinball.toFixed(4)}, seasonal naive ${bySeason.pinball.toFixed(4)})`,
      );
      assert.ok(of.length >= 100);
      assert.ok(mine.mase <= most, `MASE ${mine.mase}`);
      assert.ok(mine.held80 >= 77 && mine.held80 <= 85, `80 % held ${mine.held80}`);
      assert.ok(mine.held95 >= 92 && mine.held95 <= 97, `95 % held ${mine.held95}`);
      assert.ok(mine.pinball < byDrift.pinball && mine.pinball < bySeason.pinball);
    });

    it(`${name} forecasts hold what they say at earlier times too`, (t) => {
      const scores = [1, 2, 3, 4].map((cut) =>
        score(
          ours,
          of.filter(({ values }) => values.length > 2 * freq + 4 * 13),
          { cut },
        ),
      );
      const [held80, held95] = [
        sumOf(scores.map((each) => each.held80)) / 4,
        sumOf(scores.map((each) => each.held95)) / 4,
      ];
      t.diagnostic(`80 % held ${held80.toFixed(1)}, 95 % held ${held95.toFixed(1)}`);
      assert.ok(held80 >= 75 && held80 <= 85 && held95 >= 92 && held95 <= 97, `${held80} ${held95}`);
    });

    for (const use of [8, 12, 20])
      it(`${name} forecasts from ${use} points hold what they say, roughly`, (t) => {
        const { held80, held95 } = score(ours, of, { use });
        t.diagnostic(`80 % held ${held80.toFixed(1)}, 95 % held ${held95.toFixed(1)}`);
        assert.ok(held80 >= 72 && held80 <= 88 && held95 >= 90 && held95 <= 98, `${held80} ${held95}`);
      });
  }
});
