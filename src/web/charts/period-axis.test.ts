import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calendar, january, type Period, shift, startOf } from '#domain/time/period.ts';
import { periodTicks } from './period-axis.ts';

function ticks(first: Period, count: number, width: number, calendar: Calendar = january): string[] {
  const slots = Array.from({ length: count }, (_, index) => {
    const period = shift(first, index);
    return { period, start: startOf(period, calendar) };
  });
  return periodTicks(slots, 0, width / count).map(({ text, year }) => [text, year].filter(Boolean).join(' '));
}

test('a year of weeks has a tick where each month begins', () => {
  assert.deepEqual(ticks('2026-W01', 52, 700).slice(0, 3), ['Jan 2026', 'Feb', 'Mar']);
});

test('weeks that begin within a month have no tick for it', () => {
  assert.deepEqual(ticks('2026-W12', 20, 500)[0], 'Apr 2026');
});

test('five years of months get quarters on a wide chart and years on a narrow one', () => {
  assert.deepEqual(ticks('2022-01', 60, 800).slice(0, 5), ['Jan 2022', 'Apr', 'Jul', 'Oct', 'Jan 2023']);
  assert.deepEqual(ticks('2022-01', 60, 240), ['2022', '2023', '2024', '2025', '2026']);
});

test('a month of days has its dates, a year of days its months', () => {
  assert.deepEqual(ticks('2026-01-01', 20, 600).slice(0, 3), ['1 2026', '2', '3']);
  assert.deepEqual(ticks('2026-01-01', 365, 600).slice(0, 3), ['Jan 2026', 'Feb', 'Mar']);
});

test('quarters and years are named by their period, fiscal ones too', () => {
  assert.deepEqual(ticks('2025-Q3', 4, 400, { yearStartsIn: 4 }), ['Q3 2025', 'Q4', 'Q1 2026', 'Q2']);
  assert.deepEqual(ticks('2020', 5, 400), ['2020', '2021', '2022', '2023', '2024']);
});

test('thirty years have ticks at round years only where there is no room for all', () => {
  assert.deepEqual(ticks('1996', 30, 300), ['2000', '2005', '2010', '2015', '2020', '2025']);
});

test('no slots, no ticks', () => {
  assert.deepEqual(periodTicks([], 0, 10), []);
});
