import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judgement } from '#contract/judgements.ts';
import { type Period, periodsBetween, shift, startOf } from '#domain/time/period.ts';
import type { Point } from '../../charts/series.ts';
import { type PlacedSeason, seasonSentence, slotsOf } from './kpi-season.ts';

const january = { yearStartsIn: 1 };
const kpi = { unit: { kind: 'number' }, decimals: 1 } as unknown as Judgement['kpi'];

function pointsOf(from: Period, count: number): Point[] {
  return periodsBetween(from, shift(from, count - 1)).map((period) => ({
    ...{ period, start: startOf(period, january), value: 1 },
  }));
}

function season(kind: PlacedSeason['kind'], first: number, factors: number[]): PlacedSeason {
  return { kind, first, factors, period: factors.length, strength: 0.8 };
}

test('the months come in the order of the calendar, whichever the series begins with', () => {
  const factors = [5, 6, 7, 8, -1, -2, -3, -4, -5, -6, -7, -8];
  const slots = slotsOf(season('additive', 2, factors), pointsOf('2024-03', 30), kpi);
  // The first factor is that of the third point, which is May.
  assert.deepEqual(
    slots.map(({ name, factor }) => [name.slice(0, 3), factor]),
    [
      ...[
        ['Jan', -5],
        ['Feb', -6],
        ['Mar', -7],
        ['Apr', -8],
      ],
      ...[
        ['May', 5],
        ['Jun', 6],
        ['Jul', 7],
        ['Aug', 8],
      ],
      ...[
        ['Sep', -1],
        ['Oct', -2],
        ['Nov', -3],
        ['Dec', -4],
      ],
    ],
  );
  assert.equal(
    seasonSentence(slots),
    'Highest in August: 8.0 above the level. Lowest in April: 8.0 below the level.',
  );
});

test('a part of the level is told in percent, and days by their name', () => {
  const slots = slotsOf(season('ratio', 0, [1.25, 1, 1, 1, 1, 0.5, 0.4]), pointsOf('2026-03-02', 21), kpi);
  assert.equal(slots[0]?.words, 'Monday: 25% above the level');
  assert.equal(slots[6]?.words, 'Sunday: 60% below the level');
});

test('weeks are told by the number that they have in the newest year', () => {
  const factors = Array.from({ length: 52 }, (_, at) => at);
  const slots = slotsOf(season('additive', 0, factors), pointsOf('2024-W01', 104), kpi);
  assert.deepEqual([slots.length, slots[0]?.name, slots[51]?.factor], [52, 'week 1', 51]);
});
