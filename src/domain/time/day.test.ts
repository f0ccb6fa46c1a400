import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dayNumber, dayOf, daysBetween, isDay, weekday } from './day.ts';

// 1900-01-01 to 2999-12-31
const anyNumber = fc.integer({ min: -25_567, max: 376_199 });

test('A day has the number of days since 1970-01-01 that the platform counts', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      assert.equal(dayOf(number), new Date(number * 86_400_000).toISOString().slice(0, 10));
      assert.equal(dayNumber(dayOf(number)), number);
      assert.equal(weekday(dayOf(number)), new Date(number * 86_400_000).getUTCDay() || 7);
    }),
  );
  assert.equal(dayNumber('1970-01-01'), 0);
  assert.equal(dayNumber('2000-02-29'), 11_016);
});

test('Every number of a known year gives a day, and days order like their numbers', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (one, other) => {
      assert.ok(isDay(dayOf(one)));
      assert.equal(dayOf(one) < dayOf(other), one < other);
    }),
  );
  assert.equal(dayOf(-25_567), '1900-01-01');
  assert.equal(dayOf(376_199), '2999-12-31');
});

test('A text is a day only when the calendar has it', () => {
  for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '2999-12-31'])
    assert.ok(isDay(day), day);
  const others = [
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
  ];
  const slips = [
    '0206-01-31',
    '3000-01-01',
    '2026-1-31',
    '2026-01-31T00:00',
    ' 2026-01-31',
    '',
    '20260131',
    '2026-01-31\n',
  ];
  for (const text of [...others, ...slips]) assert.ok(!isDay(text), text);
});

test('Adding days and counting days undo each other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300_000 }),
      fc.integer({ min: -9_000, max: 9_000 }),
      (number, count) => {
        const day = dayOf(number);
        assert.equal(daysBetween(day, addDays(day, count)), count);
        assert.equal(addDays(addDays(day, count), -count), day);
      },
    ),
  );
  assert.equal(addDays('2024-02-28', 1), '2024-02-29');
  assert.equal(addDays('2023-12-31', 1), '2024-01-01');
});

test('A month later is the same date, or the last day of a shorter month', () => {
  const cases = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ] as const;
  for (const [day, count, later] of cases) assert.equal(addMonths(day, count), later);
});

test('A text that is no day, or a number beyond four-digit years, is an error and not a wrong day', () => {
  assert.throws(() => dayNumber('31.01.2026'), RangeError);
  assert.throws(() => dayOf(Number.NaN), RangeError);
  assert.throws(() => dayOf(3_000_000), RangeError);
});
