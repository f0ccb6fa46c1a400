import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shift } from '#domain/time/period.ts';
import { sustained, verdictSentence, type Watch, watchFault } from './sustain.ts';

// Limit 45 + 2.66 × 3 = 52.98; half-way to it 48.99.
const watch: Watch = { level: 45, direction: 'lower', periods: 6, meanMovingRange: 3 };
const monthly = (...values: number[]) =>
  values.map((value, index) => ({ period: shift('2026-04', index), value }));

test('A gain is watched until enough periods have a value, then held or lost', () => {
  const cases: [number[], string, number, string | undefined, string | undefined][] = [
    [[], 'watching', 0, undefined, undefined],
    [[44, 46, 43], 'watching', 3, undefined, undefined],
    [[44, 46, 43, 47, 45, 44], 'held', 6, '2026-09', undefined],
    [[44, 46, 43, 47, 45, 44, 90], 'held', 6, '2026-09', undefined],
    [[44, 53], 'lost', 2, '2026-05', 'beyond the limit'],
    [[44, 52.98, 44, 44, 44, 44], 'held', 6, '2026-09', undefined],
    [[50, 44, 50, 50], 'lost', 4, '2026-07', 'three of four near the limit'],
    [[50, 44, 50, 44, 50, 44], 'held', 6, '2026-09', undefined],
    [[46, 46, 46, 46, 46, 46], 'lost', 6, '2026-09', 'never at the level'],
    [[46, 46, 46, 46, 46, 45], 'held', 6, '2026-09', undefined],
    [[10, 1, -5, 3, 2, 1], 'held', 6, '2026-09', undefined],
  ];
  for (const [values, state, seen, period, because] of cases) {
    const verdict = sustained(watch, monthly(...values));
    const { state: is, seen: count, period: at, because: why } = verdict;
    assert.deepEqual([is, count, at, why], [state, seen, period, because], values.join(' '));
  }
});

test('A period without a value neither holds nor loses', () => {
  const gappy = [
    { period: '2026-08', value: 44 },
    { period: '2026-04', value: 44 },
    { period: '2027-01', value: 46 },
  ];
  assert.deepEqual(sustained(watch, gappy), { state: 'watching', seen: 3, good: 3, limit: 45 + 2.66 * 3 });
});

test('Without limits a gain is lost when three in a row are nearer the level before', () => {
  const unknown: Watch = { level: 45, direction: 'lower', periods: 6, before: 240 };
  assert.equal(sustained(unknown, monthly(230, 44, 200, 180, 44, 44)).state, 'held');
  const lost = sustained(unknown, monthly(44, 200, 180, 150));
  assert.deepEqual([lost.state, lost.period, lost.because], ['lost', '2026-07', 'half the gain gone']);
  const nothing: Watch = { level: 45, direction: 'lower', periods: 6 };
  assert.equal(sustained(nothing, monthly(46, 46, 46, 46, 46)).state, 'watching');
  assert.equal(sustained(nothing, monthly(46, 46, 46, 46, 46, 46)).because, 'never at the level');
});

test('A series that never moved gives no limits to cry about', () => {
  assert.equal(sustained({ ...watch, meanMovingRange: 0 }, monthly(45, 45.5, 45, 45, 45, 45)).state, 'held');
});

test('Higher is the mirror image of lower', () => {
  const values = fc.array(fc.double({ min: 30, max: 60, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(values, (all) => {
      const { limit: _, ...lower } = sustained(watch, monthly(...all));
      const mirrored: Watch = { ...watch, level: -45, direction: 'higher' };
      const { limit: __, ...higher } = sustained(mirrored, monthly(...all.map((value) => -value)));
      assert.deepEqual(higher, lower);
    }),
  );
});

test('Better values never lose a gain that worse ones hold', () => {
  const values = fc.array(
    fc.tuple(fc.double({ min: 30, max: 60, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(values, (all) => {
      const worse = sustained(watch, monthly(...all.map(([value]) => value)));
      const better = sustained(watch, monthly(...all.map(([value, gain]) => value - gain)));
      if (worse.state !== 'lost') assert.notEqual(better.state, 'lost');
    }),
  );
});

// A linear congruential generator and Box-Muller: the same noise on every machine.
function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

test('Noise around the gained level is rarely called a loss, and a lost two sigma nearly always', () => {
  const normal = noise(2026);
  const sigma: Watch = { level: 0, direction: 'higher', periods: 6, meanMovingRange: 1.128 };
  const lostOf = (centre: number) => {
    const states = Array.from(
      { length: 4_000 },
      () => sustained(sigma, monthly(...Array.from({ length: 6 }, () => centre + normal()))).state,
    );
    return states.filter((state) => state === 'lost').length / states.length;
  };
  const [kept, slipped, gone] = [lostOf(0), lostOf(-1), lostOf(-2)];
  assert.ok(kept > 0.005 && kept < 0.05, `kept ${kept}`);
  assert.ok(slipped > 0.4, `slipped ${slipped}`);
  assert.ok(gone > 0.95, `gone ${gone}`);
});

const show = (value: number) => `${value.toFixed(1)} points`;

test('The verdict is told in a sentence, and a watch of no periods is refused', () => {
  assert.match(
    verdictSentence(sustained(watch, monthly(44, 53)), 6, show),
    /lost in 2026-05: its value is beyond 53.0 points/,
  );
  assert.match(verdictSentence(sustained(watch, monthly(44)), 6, show), /1 of 6 periods seen/);
  assert.match(
    verdictSentence(sustained(watch, monthly(44, 46, 43, 47, 45, 44)), 6, show),
    /held for 6 periods/,
  );
  assert.match(watchFault({ ...watch, periods: 0 }) ?? '', /0 periods cannot be watched/);
  assert.match(watchFault({ ...watch, level: Number.NaN }) ?? '', /The level is not a number/);
  assert.equal(watchFault(watch), undefined);
});
