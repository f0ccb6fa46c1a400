import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitForecast } from '#domain/forecast/fit.ts';
import type { Forecast } from '#domain/forecast/forecast.ts';
import {
  ambitionWord,
  calibrated,
  calibrationOf,
  soFarOf,
  unaidedOdds,
  unaidedProgress,
} from './ambition.ts';

const values = Array.from(
  { length: 48 },
  (_, index) => 50 + 8 * Math.sin(index * 12.9898) * Math.cos(index * 78.233),
);
const forecast = fitForecast(values, { cadence: 'weekly' }) as Forecast;
const odds = (
  ...asked: Parameters<typeof unaidedOdds> extends [infer M, unknown, ...infer Rest] ? [M, ...Rest] : never
) => unaidedOdds(asked[0], forecast, asked[1], asked[2])!;

test('a value that would be reached nine times in ten is a commitment, every other time a target, once in ten a stretch', () => {
  for (const higher of [true, false]) {
    const { commit, target, stretch } = calibrated(forecast, 13, higher);
    const baseline = higher ? -1e6 : 1e6;
    const of = (value: number) => odds({ kind: 'move', baseline, target: value }, 13);
    assert.deepEqual(
      [of(commit), of(target), of(stretch)].map((each) => each.toFixed(2)),
      ['0.90', '0.50', '0.10'],
    );
    assert.equal(commit < stretch, higher);
  }
});

test('the words go with the odds', () => {
  const words = [0.99, 0.9, 0.5, 0.1, 0.03, 0.005].map(ambitionWord);
  assert.deepEqual(words, [
    'comes by itself',
    'comes by itself',
    'likely',
    'a stretch',
    'needs a different process',
    'not credible',
  ]);
});

test('a longer run, more hits and a bolder target are never likelier', () => {
  const bold = fc.integer({ min: 40, max: 60 });
  fc.assert(
    fc.property(bold, bold, fc.integer({ min: 1, max: 8 }), (a, b, count) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const hold = (level: number, run: number) =>
        odds({ kind: 'hold', bound: 'at least', level, run, cadence: 'weekly' }, 13);
      const hits = (level: number, planned: number) =>
        odds({ kind: 'hit rate', bound: 'at least', level, planned, cadence: 'weekly' }, 13);
      assert.ok(hold(low, count) >= hold(high, count));
      assert.ok(hold(low, count) >= hold(low, count + 1));
      assert.ok(hits(low, count) >= hits(high, count));
      assert.ok(hits(low, count) >= hits(low, count + 1));
      assert.ok(hits(low, count) >= hold(low, count));
    }),
    { numRuns: 20 },
  );
});

test('what has come already counts', () => {
  const measure = { kind: 'hold', bound: 'at least', level: 50, run: 6, cadence: 'weekly' } as const;
  const fresh = odds(measure, 8);
  assert.ok(odds(measure, 8, { run: 4, best: 4, good: 4, before: 0 }) > fresh);
  assert.equal(odds(measure, 8, { run: 0, best: 6, good: 6, before: 0 }), 1);
  const hits = { kind: 'hit rate', bound: 'at least', level: 50, planned: 9, cadence: 'weekly' } as const;
  assert.equal(odds(hits, 3, { run: 0, best: 3, good: 5, before: 0 }), 0);
  assert.equal(odds(hits, 3, { run: 0, best: 3, good: 9, before: 0 }), 1);
});

test('a hit rate that people only say was good has no odds', () => {
  assert.equal(unaidedOdds({ kind: 'hit rate', planned: 9, cadence: 'weekly' }, forecast, 13), undefined);
});

test('periods before the cycle begins count for nothing', () => {
  const measure = { kind: 'hit rate', bound: 'at least', level: 50, planned: 3, cadence: 'weekly' } as const;
  const soFar = { run: 0, best: 0, good: 0, before: 6 };
  assert.equal(odds(measure, 8, soFar), 0);
  assert.ok(odds(measure, 12, soFar) < odds(measure, 12));
});

test('what has come is read off the facts', () => {
  const periods = [3, 6, 7, 8].map((week) => ({ period: `2026-W0${week}`, value: 60 }));
  const measure = { kind: 'hold', bound: 'at least', level: 50, run: 6, cadence: 'weekly' } as const;
  assert.deepEqual(soFarOf(measure, { periods }, '2026-W08', 0), { run: 3, best: 3, good: 4, before: 0 });
  assert.deepEqual(soFarOf(measure, { periods }, '2026-W09', 2), { run: 0, best: 3, good: 4, before: 2 });
  assert.deepEqual(soFarOf({ kind: 'move', baseline: 1, target: 2 }, { current: 1 }, '2026-W08', 1), {
    ...{ run: 0, best: 0, good: 0, before: 1 },
  });
});

test('the counterfactual is the progress of the median', () => {
  const { target } = calibrated(forecast, 13, true);
  assert.equal(
    unaidedProgress({ kind: 'move', baseline: 0, target: target * 2 }, forecast, 13)?.toFixed(6),
    '0.500000',
  );
  assert.equal(
    unaidedProgress({ kind: 'hold', bound: 'at least', level: 1, run: 1, cadence: 'weekly' }, forecast, 13),
    null,
  );
});

test('odds that have come due are counted by tenths', () => {
  const due = [0, 0.05, 0.55, 0.5, 0.59, 1].map((each, index) => ({ odds: each, cameTrue: index > 2 }));
  const tenths = calibrationOf(due).filter(({ count }) => count > 0);
  assert.deepEqual(tenths, [
    { from: 0, to: 0.1, count: 2, cameTrue: 0 },
    { from: 0.5, to: 0.6, count: 3, cameTrue: 2 },
    { from: 0.9, to: 1, count: 1, cameTrue: 1 },
  ]);
});
