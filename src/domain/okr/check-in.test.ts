import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween, weekday } from '#domain/time/day.ts';
import {
  checkInFault,
  checkInIntervals,
  inOrder,
  latest,
  nextCheckInDue,
  outdatedFrom,
  type Rhythm,
} from './check-in.ts';

const anyDay = fc.integer({ min: 18_000, max: 22_000 }).map(dayOf);
const anyRhythm = fc.record({
  every: fc.constantFrom(...checkInIntervals),
  weekday: fc.integer({ min: 1, max: 7 }),
});

test('A check-in is due on the chosen weekday, and an early one counts for the due day it is nearest to', () => {
  const cases: [string | undefined, Rhythm['every'], number, string][] = [
    [undefined, 'weekly', 1, '2026-01-05'],
    ['2026-01-05', 'weekly', 1, '2026-01-12'],
    ['2026-01-09', 'weekly', 1, '2026-01-19'],
    ['2026-01-08', 'weekly', 1, '2026-01-12'],
    ['2026-01-06', 'weekly', 1, '2026-01-12'],
    [undefined, 'fortnightly', 5, '2026-01-02'],
    ['2026-01-02', 'fortnightly', 5, '2026-01-16'],
    ['2026-01-12', 'fortnightly', 5, '2026-01-30'],
    [undefined, 'monthly', 3, '2026-01-07'],
    ['2026-01-07', 'monthly', 3, '2026-02-04'],
    ['2026-01-30', 'monthly', 3, '2026-03-04'],
    ['2025-10-01', 'weekly', 1, '2026-01-05'],
  ];
  for (const [last, every, day, due] of cases)
    assert.equal(nextCheckInDue(last, '2026-01-01', { every, weekday: day }), due, `${last} ${every}`);
});

test('The next check-in lies ahead, on its weekday, and never further off than a rhythm and a half', () => {
  const longest = { weekly: 10, fortnightly: 21, monthly: 49 };
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 360 }), anyRhythm, (start, gone, rhythm) => {
      const last = addDays(start, gone);
      const due = nextCheckInDue(last, start, rhythm);
      assert.equal(weekday(due), rhythm.weekday);
      assert.ok(due > last && daysBetween(last, due) <= longest[rhythm.every], `${last} ${due}`);
      assert.ok(nextCheckInDue(due, start, rhythm) > due);
      assert.ok(nextCheckInDue(addDays(last, 1), start, rhythm) >= due);
      assert.ok(nextCheckInDue(undefined, start, rhythm) > start);
    }),
  );
});

test('A key result is outdated when the grace days after the due day have gone by', () => {
  assert.equal(outdatedFrom('2026-01-12', 2), '2026-01-15');
  assert.equal(outdatedFrom('2026-01-12', 0), '2026-01-13');
});

test('The latest check-in is the one about the latest day, however late another was written', () => {
  const old = { day: '2026-02-02', recordedAt: '2026-03-01T09:00:00.000Z' };
  const first = { day: '2026-02-09', recordedAt: '2026-02-09T09:00:00.000Z' };
  const corrected = { day: '2026-02-09', recordedAt: '2026-02-10T09:00:00.000Z' };
  assert.equal(latest([corrected, old, first]), corrected);
  assert.deepEqual(inOrder([corrected, old, first]), [old, first, corrected]);
  assert.equal(latest([]), undefined);
});

test('A check-in about a coming day, a day before the cycle or without a confidence is refused in words', () => {
  const span = { starts: '2026-01-01', ends: '2026-03-31' };
  const cases: [string, number, RegExp | undefined][] = [
    ['2026-02-10', 7, undefined],
    ['2026-01-01', 0, undefined],
    ['2026-02-11', 7, /has not come yet/],
    ['2025-12-31', 7, /before the cycle starts/],
    ['2026-02-30', 7, /is not a day/],
    ['2026-02-10', 11, /11 is not a confidence/],
    ['2026-02-10', 6.5, /6.5 is not a confidence/],
    ['2026-02-10', Number.NaN, /NaN is not a confidence/],
  ];
  for (const [day, confidence, sentence] of cases) {
    const fault = checkInFault({ day, confidence }, span, '2026-02-10');
    if (sentence) assert.match(fault ?? '', sentence);
    else assert.equal(fault, undefined);
  }
});
