import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryOf } from './autocorrelation.ts';
import { limits } from './limits.ts';
import { seasonOf, withoutSeason } from './seasonal.ts';
import { signals } from './signals.ts';

// Noise that is the same on every run: a linear congruential generator, twelve draws summed to a nearly normal one.
function noise(count: number, seed: number): number[] {
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 12 }, draw).reduce((sum, each) => sum + each, -6),
  );
}

const wave = (count: number, period: number, height: number) =>
  Array.from({ length: count }, (_, index) => height * Math.sin((2 * Math.PI * index) / period));
const plus = (...rows: number[][]) =>
  rows[0]!.map((_, index) => rows.reduce((sum, row) => sum + row[index]!, 0));
const step = (count: number, at: number, by: number) =>
  Array.from({ length: count }, (_, index) => (index < at ? 0 : by));
const ramp = (count: number, by: number) => Array.from({ length: count }, (_, index) => (by * index) / count);
const seeds = Array.from({ length: 50 }, (_, index) => 1000 + index * 7919);
const found = (make: (seed: number) => number[], cadence: 'daily' | 'weekly' | 'monthly') =>
  seeds.filter((seed) => seasonOf(make(seed), cadence)).length;

describe('a season', () => {
  it('is found in nearly every series that has one of twice the noise, with a trend or without', () => {
    assert.ok(found((seed) => plus(noise(48, seed), wave(48, 12, 2)), 'monthly') >= 48);
    assert.ok(found((seed) => plus(noise(110, seed), wave(110, 52, 2), ramp(110, 8)), 'weekly') >= 48);
    assert.ok(found((seed) => plus(noise(70, seed), wave(70, 7, 2)), 'daily') >= 48);
  });

  it('is hardly ever found in noise, in a shift, in a trend or in a wandering level', () => {
    const walk = (count: number, seed: number) => {
      let at = 0;
      return noise(count, seed).map((each) => {
        at += each;
        return at;
      });
    };
    for (const [cadence, count] of [
      ['monthly', 36],
      ['weekly', 106],
      ['daily', 60],
    ] as const) {
      const made = {
        noise: (seed: number) => noise(count, seed),
        shift: (seed: number) => plus(noise(count, seed), step(count, Math.round(count * 0.75), 3)),
        trend: (seed: number) => plus(noise(count, seed), ramp(count, 10)),
        walk: (seed: number) => walk(count, seed),
      };
      for (const [name, make] of Object.entries(made)) {
        assert.ok(found(make, cadence) <= 2, `${found(make, cadence)} of 50 in ${name}, ${cadence}`);
      }
    }
  });

  it('needs two full cycles, a cadence that has one, and most of its values', () => {
    const values = wave(48, 12, 5);
    assert.equal(seasonOf(values.slice(0, 23), 'monthly'), undefined);
    assert.equal(seasonOf(values, 'quarterly'), undefined);
    const sparse = values.map((value, index) => (index % 2 ? null : value));
    assert.equal(seasonOf(sparse, 'monthly'), undefined);
  });

  it('is not found in values that never change', () => {
    assert.equal(seasonOf(Array(48).fill(0.1), 'monthly'), undefined);
  });

  it('is taken out whole, whatever month the series begins with', () => {
    for (const count of [48, 53]) {
      const values = plus(wave(count, 12, 5), Array(count).fill(100));
      const season = seasonOf(values, 'monthly')!;
      assert.ok(season.strength > 0.999);
      for (const value of withoutSeason(values, season)) assert.ok(Math.abs(value! - 100) < 1e-6, `${value}`);
    }
  });

  it('grows with its level when that fits better', () => {
    const values = wave(60, 12, 0.3).map((part, index) => (100 + 10 * index) * (1 + part));
    assert.equal(seasonOf(values, 'monthly')!.kind, 'ratio');
  });

  it('makes the signals of a process in control go away', () => {
    const values = plus(noise(60, 5), wave(60, 12, 3));
    const heard = (each: readonly (number | null)[]) =>
      signals(each, limits(each)!, { ruleSet: 'wheeler', direction: 'higher' }).length;
    assert.ok(heard(values) > 3);
    assert.equal(heard(withoutSeason(values, seasonOf(values, 'monthly'))), 0);
  });
});

describe('memory', () => {
  const remembering = (by: number) => (seed: number) => {
    let at = 0;
    return noise(100, seed).map((each) => {
      at = by * at + each;
      return at;
    });
  };
  const heard = (make: (seed: number) => number[]) => {
    const tally = { clings: 0, swings: 0, none: 0 };
    for (const seed of seeds) tally[memoryOf(make(seed)) ?? 'none'] += 1;
    return tally;
  };

  it('is heard in values that cling to their neighbours or swing back from them', () => {
    assert.ok(heard(remembering(0.6)).clings >= 47);
    assert.ok(heard(remembering(-0.6)).swings >= 47);
  });

  it('is hardly ever heard in noise, a trend or a shift', () => {
    assert.ok(heard((seed) => noise(100, seed)).none >= 45);
    assert.ok(heard((seed) => plus(noise(100, seed), ramp(100, 20))).none >= 45);
    assert.ok(heard((seed) => plus(noise(100, seed), step(100, 70, 3))).none >= 42);
  });

  it('is not heard in a straight line, in a constant or in few values', () => {
    assert.equal(memoryOf(ramp(50, 7)), undefined);
    assert.equal(memoryOf(Array(50).fill(0.1)), undefined);
    assert.equal(memoryOf(remembering(0.9)(3).slice(0, 11)), undefined);
  });
});
