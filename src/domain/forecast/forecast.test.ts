import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cadences } from '#domain/time/period.ts';
import type { Bounds } from './bounds.ts';
import { fitForecast } from './fit.ts';
import { type Forecast, isForecast } from './forecast.ts';
import { probabilityBy } from './paths.ts';
import { probabilityAt, type Target } from './probability.ts';
import { fan, quantilesAt } from './quantiles.ts';

// Looks like chance and is the same each time.
const noise = (index: number) => ((Math.abs(Math.sin((index + 1) * 12.9898) * 43_758.5453) % 1) - 0.5) * 2;

function made(
  values: readonly (number | null)[],
  bounds?: Bounds,
  cadence: (typeof cadences)[number] = 'monthly',
): Forecast {
  const forecast = fitForecast(values, { cadence, bounds });
  assert.ok(isForecast(forecast));
  return forecast;
}

const flat = (count: number) => Array.from({ length: count }, (_, index) => 100 + 5 * noise(index));
const yearly = (count: number) =>
  Array.from({ length: count }, (_, index) => 100 + 30 * Math.sin((index * Math.PI) / 6) + 2 * noise(index));

describe('a forecast', () => {
  it('is refused below eight values, with the reason', () => {
    assert.deepEqual(fitForecast([1, 2, null, 3, 4, 5, 6, 7], { cadence: 'monthly' }), {
      refused: 'A forecast needs at least 8 complete periods with a value, and there are only 7.',
    });
    assert.deepEqual(fitForecast([], { cadence: 'daily' }), {
      refused: 'A forecast needs at least 8 complete periods with a value, and there are none.',
    });
    assert.deepEqual(fitForecast([null, 5], { cadence: 'daily' }), {
      refused: 'A forecast needs at least 8 complete periods with a value, and there is only one.',
    });
    assert.ok(isForecast(fitForecast(flat(8), { cadence: 'yearly' })));
  });

  it('of noise is its mean, with a band as wide as the noise', () => {
    const { quantiles, mean } = quantilesAt(made(flat(60)), 3);
    assert.ok(Math.abs(quantiles[4]! - 100) < 1.5 && Math.abs(mean - 100) < 1.5, `${quantiles[4]}`);
    assert.ok(quantiles[0]! > 91 && quantiles[0]! < 96 && quantiles[8]! > 104 && quantiles[8]! < 109);
  });

  it('goes on with a season, and half the trend', () => {
    const forecast = made(yearly(72));
    assert.equal(forecast.season?.period, 12);
    const steps = fan(forecast, 12).map(({ quantiles }) => quantiles[4]!);
    steps.forEach((value, index) => {
      const truth = 100 + 30 * Math.sin(((72 + index) * Math.PI) / 6);
      assert.ok(Math.abs(value - truth) < 4, `${index}: ${value}, not ${truth}`);
    });
    const rising = made(Array.from({ length: 30 }, (_, index) => 10 + index));
    assert.ok(Math.abs(rising.courses[0]!.drift - 0.5) < 1e-9);
  });

  it('goes on with a smooth season of weeks, which hides from the test of Theta', () => {
    const swing = (index: number) => 200 + 60 * Math.sin((index * Math.PI) / 26);
    const values = Array.from({ length: 150 }, (_, index) => swing(index) + 8 * noise(index));
    const forecast = made(values, undefined, 'weekly');
    assert.equal(forecast.season?.period, 52);
    for (const [index, { quantiles }] of fan(forecast, 13).entries())
      assert.ok(Math.abs(quantiles[4]! - swing(150 + index)) < 15, `${index}: ${quantiles[4]}`);
  });

  it('averages a short history with drift, and says so', () => {
    assert.equal(made(flat(23)).method, 'theta and drift');
    assert.equal(made(flat(24)).method, 'theta');
    assert.equal(made(flat(51), undefined, 'weekly').method, 'theta and drift');
  });

  it('of what never varies is that value for certain', () => {
    const forecast = made(Array(30).fill(0.1));
    assert.deepEqual(new Set(quantilesAt(forecast, 9).quantiles), new Set([0.1]));
    assert.equal(probabilityAt(forecast, 1, { atLeast: 0.1 }), 1);
    assert.equal(probabilityAt(forecast, 1, { atMost: 0.1 }), 1);
    assert.equal(probabilityAt(forecast, 1, { atLeast: 0.11 }), 0);
    assert.equal(probabilityBy(forecast, 5, { atLeast: 0.11 }), 0);
  });

  it('counts steps from the end of what it was given', () => {
    const [now, later] = [made(yearly(72)), made([...yearly(72), null, null])];
    assert.deepEqual(quantilesAt(later, 1), quantilesAt(now, 3));
  });

  it('is small and survives being kept as JSON', () => {
    const forecast = made(
      Array.from({ length: 260 }, (_, index) => 50 + 20 * Math.sin(index * 0.12083) + noise(index)),
      undefined,
      'weekly',
    );
    assert.ok(forecast.season);
    const text = JSON.stringify(forecast);
    assert.ok(text.length < 2_000, `${text.length}`);
    assert.deepEqual(JSON.parse(text), forecast);
  });
});

describe('the odds', () => {
  it('of the median are even, and of a quantile are its level', () => {
    const forecast = made(yearly(60));
    const { quantiles } = quantilesAt(forecast, 4);
    assert.ok(Math.abs(probabilityAt(forecast, 4, { atLeast: quantiles[4]! }) - 0.5) < 1e-6);
    assert.ok(Math.abs(probabilityAt(forecast, 4, { atMost: quantiles[6]! }) - 0.9) < 1e-6);
    assert.ok(
      Math.abs(probabilityAt(forecast, 4, { atLeast: quantiles[2]!, atMost: quantiles[6]! }) - 0.8) < 1e-6,
    );
  });

  it('of some day until then are higher than of that day, where days are news', () => {
    const forecast = made(flat(60));
    const target = { atLeast: quantilesAt(forecast, 6).quantiles[6]! };
    const [at, by] = [probabilityAt(forecast, 6, target), probabilityBy(forecast, 6, target)];
    assert.ok(Math.abs(at - 0.1) < 1e-6);
    // Six draws of one in ten.
    assert.ok(by > 0.35 && by < 0.55, `${by}`);
  });
});

const someValue = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: -20, max: 20 }),
  fc.constant(null),
);
const anyValues = fc.array(someValue, { minLength: 8, maxLength: 90 });
const anyCadence = fc.constantFrom(...cadences);
const anyBounds = fc.constantFrom<Bounds | undefined>(
  undefined,
  { lower: 0 },
  { lower: 0, upper: 100 },
  { lower: 1, upper: 5 },
);

const inside = (value: number | null, bounds: Bounds | undefined) =>
  value === null || !bounds
    ? value
    : bounds.lower + (Math.abs(value) % ((bounds.upper ?? 1e6) - bounds.lower + 1e-9));

describe('whatever the values', () => {
  it('quantiles rise, stay inside the bounds and are numbers; the odds lie between 0 and 1, and by is never below at', () => {
    fc.assert(
      fc.property(
        anyValues,
        anyCadence,
        anyBounds,
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (values, cadence, bounds, target) => {
          const kept = values.map((value) => inside(value, bounds));
          const forecast = fitForecast(kept, { cadence, bounds });
          if (!isForecast(forecast)) return;
          for (const { quantiles, mean } of fan(forecast, 6)) {
            quantiles.forEach((value, index) => {
              assert.ok(Number.isFinite(value));
              if (index > 0) assert.ok(value >= quantiles[index - 1]!, `${quantiles}`);
              if (bounds)
                assert.ok(value >= bounds.lower && value <= (bounds.upper ?? Number.MAX_VALUE), `${value}`);
            });
            assert.ok(
              mean >= quantiles[0]! - 1e-9 * Math.abs(mean) && mean <= quantiles[8]! + 1e-9 * Math.abs(mean),
            );
          }
          const targets: Target[] = [
            { atLeast: target },
            { atMost: target },
            { atLeast: target, atMost: target + 5 },
          ];
          for (const wanted of targets) {
            const at: number = probabilityAt(forecast, 3, wanted);
            const by: number = probabilityBy(forecast, 3, wanted);
            assert.ok(at >= 0 && at <= 1 && by >= at && by <= 1, `${at} ${by}`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('huge and tiny ones give numbers', () => {
    for (const size of [1e-300, 1e-12, 1e12, 1e150, 1e300, 1e306])
      for (const sign of [1, -1])
        for (const { quantiles, mean } of fan(
          made(flat(40).map((value) => (sign * size * value) / 110)),
          24,
        )) {
          assert.ok([...quantiles, mean].every(Number.isFinite), `${size} ${quantiles}`);
          assert.ok(quantiles[8]! > quantiles[0]!);
        }
  });

  it('other units give the same forecast in other units', () => {
    fc.assert(
      fc.property(anyValues, fc.constantFrom(0.001, 3, 1_000), (values, factor) => {
        const [one, other] = [values, values.map((value) => (value === null ? null : value * factor))].map(
          (each) => fitForecast(each, { cadence: 'monthly' }),
        );
        if (!isForecast(one!) || !isForecast(other!)) return;
        const size = Math.max(...values.map((value) => Math.abs(value ?? 0)));
        same(
          quantilesAt(other, 4).quantiles,
          quantilesAt(one, 4).quantiles.map((value) => value * factor),
          size * factor,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('another origin shifts the forecast of values on both sides of zero', () => {
    const values = flat(40).map((value) => value - 100);
    const shifted = values.map((value) => value + 2);
    same(
      quantilesAt(made(shifted), 4).quantiles,
      quantilesAt(made(values), 4).quantiles.map((value) => value + 2),
      5,
    );
  });

  it('the same values give the same numbers', () => {
    assert.deepEqual(made(yearly(50)), made(yearly(50)));
    const forecast = made(flat(50));
    assert.equal(probabilityBy(forecast, 8, { atLeast: 104 }), probabilityBy(forecast, 8, { atLeast: 104 }));
  });
});

function same(actual: readonly number[], expected: readonly number[], size: number) {
  actual.forEach((value, index) => {
    assert.ok(
      Math.abs(value - expected[index]!) <= 1e-5 * Math.max(size, Math.abs(value)),
      `${value}, not ${expected[index]}`,
    );
  });
}
