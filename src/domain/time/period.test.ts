import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, weekday } from './day.ts';
import {
  type Cadence,
  cadenceOf,
  cadences,
  endOf,
  isComplete,
  isPeriod,
  periodOf,
  periodsBetween,
  periodsFrom,
  periodsPerYear,
  shift,
  startOf,
} from './period.ts';

const anyDay = fc.integer({ min: -25_000, max: 375_000 }).map(dayOf);
const anyCadence = fc.constantFrom(...cadences);
const anyCalendar = fc.integer({ min: 1, max: 12 }).map((yearStartsIn) => ({ yearStartsIn }));

test('A day lies inside the period that it belongs to, and that period is of the cadence asked for', () => {
  fc.assert(
    fc.property(anyDay, anyCadence, anyCalendar, (day, cadence, calendar) => {
      const period = periodOf(cadence, day, calendar);
      assert.ok(startOf(period, calendar) <= day && day <= endOf(period, calendar), period);
      assert.ok(isPeriod(period, cadence));
      assert.equal(cadenceOf(period), cadence);
    }),
  );
});

test('Periods tile the line: the next one starts the day after the last', () => {
  fc.assert(
    fc.property(anyDay, anyCadence, anyCalendar, (day, cadence, calendar) => {
      const period = periodOf(cadence, day, calendar);
      const next = shift(period, 1);
      assert.equal(startOf(next, calendar), addDays(endOf(period, calendar), 1));
      assert.equal(periodOf(cadence, startOf(period, calendar), calendar), period);
      assert.equal(periodOf(cadence, endOf(period, calendar), calendar), period);
      assert.equal(periodOf(cadence, addDays(endOf(period, calendar), 1), calendar), next);
    }),
  );
});

test('Shifting there and back changes nothing, and periods order as texts', () => {
  fc.assert(
    fc.property(anyDay, anyCadence, fc.integer({ min: -100, max: 100 }), (day, cadence, count) => {
      const period = periodOf(cadence, day);
      const other = shift(period, count);
      if (!cadenceOf(other)) return;
      assert.equal(shift(other, -count), period);
      assert.equal(periodsFrom(period, other), count);
      assert.equal(period < other, count > 0);
      const all = periodsBetween(period, other);
      assert.equal(all.length, Math.max(0, count + 1));
      if (count >= 0) assert.deepEqual([all[0], all.at(-1)], [period, other]);
    }),
  );
});

test('Weeks begin on Monday, and the year of a week is that of its Thursday', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const week = periodOf('weekly', day);
      assert.equal(weekday(startOf(week)), 1);
      assert.equal(addDays(startOf(week), 3).slice(0, 4), week.slice(0, 4));
    }),
  );
});

test('Week 53 comes in the years that have one', () => {
  const cases = [
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2026-12-31', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2016-01-03', '2015-W53'],
    ['2022-01-01', '2021-W52'],
  ] as const;
  for (const [day, week] of cases) assert.equal(periodOf('weekly', day), week, day);
  assert.equal(shift('2020-W53', 1), '2021-W01');
  assert.equal(shift('2021-W01', -1), '2020-W53');
  assert.ok(!isPeriod('2021-W53', 'weekly'));
  assert.ok(isPeriod('2004-W53', 'weekly') && isPeriod('2026-W53', 'weekly'));
});

test('A fiscal year is named after the calendar year in which it ends', () => {
  const april = { yearStartsIn: 4 };
  assert.deepEqual([startOf('2026', april), endOf('2026', april)], ['2025-04-01', '2026-03-31']);
  assert.deepEqual([startOf('2026-Q1', april), endOf('2026-Q1', april)], ['2025-04-01', '2025-06-30']);
  assert.deepEqual([startOf('2026-Q4', april), endOf('2026-Q4', april)], ['2026-01-01', '2026-03-31']);
  assert.equal(periodOf('quarterly', '2025-12-31', { yearStartsIn: 10 }), '2026-Q1');
  assert.equal(periodOf('yearly', '2026-01-31', { yearStartsIn: 2 }), '2026');
  assert.equal(periodOf('yearly', '2026-02-01', { yearStartsIn: 2 }), '2027');
  assert.deepEqual([startOf('2026'), endOf('2026')], ['2026-01-01', '2026-12-31']);
  assert.deepEqual([startOf('2026-02', april), endOf('2026-02', april)], ['2026-02-01', '2026-02-28']);
});

test('A text has a cadence only when that period exists', () => {
  const cases: [string, Cadence | undefined][] = [
    ['2026-01-31', 'daily'],
    ['2026-W05', 'weekly'],
    ['2026-01', 'monthly'],
    ['2026-Q1', 'quarterly'],
    ['2026', 'yearly'],
    ['2026-02-30', undefined],
    ['2026-W00', undefined],
    ['2025-W53', undefined],
    ['2026-13', undefined],
    ['2026-00', undefined],
    ['2026-Q5', undefined],
    ['0026', undefined],
    ['2026-W5', undefined],
    ['2026-01-31 ', undefined],
    ['', undefined],
  ];
  for (const [text, cadence] of cases) assert.equal(cadenceOf(text), cadence, text);
  assert.ok(!isPeriod('2026-01', 'weekly'));
});

test('The last known day has a period of each cadence', () => {
  for (const cadence of cadences)
    assert.ok(isPeriod(periodOf(cadence, '2999-12-31', { yearStartsIn: 4 }), cadence), cadence);
});

test('A period is complete the day after its last', () => {
  assert.ok(!isComplete('2026-W05', '2026-02-01'));
  assert.ok(isComplete('2026-W05', '2026-02-02'));
  assert.ok(!isComplete('2026-01-31', '2026-01-31'));
  assert.ok(isComplete('2026', '2026-04-01', { yearStartsIn: 4 }));
  assert.ok(!isComplete('2026', '2026-04-01'));
});

test('Periods of different cadences are never counted against each other', () => {
  assert.throws(() => periodsBetween('2026-01', '2026-W09'), RangeError);
  assert.throws(() => startOf('2026-13'), RangeError);
});

test('A year has so many periods of each cadence', () => {
  assert.deepEqual(cadences.map(periodsPerYear), [365, 52, 12, 4, 1]);
  for (const cadence of cadences) {
    const year = periodsBetween(periodOf(cadence, '2025-01-01'), periodOf(cadence, '2025-12-31'));
    assert.ok(Math.abs(year.length - periodsPerYear(cadence)) <= 1, cadence);
  }
});
