import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayName, instantName, percent, periodName, spanName, weekDays } from './dates.ts';

test('every kind of period has a name for people', () => {
  const names = {
    '2026-01-31': '31 Jan 2026',
    '2026-W05': 'Week 5, 2026',
    '2026-01': 'January 2026',
    '2026-Q1': 'Q1 2026',
    '2026': '2026',
  };
  for (const [period, name] of Object.entries(names)) assert.equal(periodName(period), name);
});

test('a week says which days it has, also over the turn of a year', () => {
  assert.equal(weekDays('2026-W05'), '26 Jan – 1 Feb 2026');
  assert.equal(weekDays('2026-W01'), '29 Dec 2025 – 4 Jan 2026');
  assert.equal(weekDays('2026-01'), undefined);
});

test('days and spans are read without a time zone moving them', () => {
  assert.equal(dayName('2026-03-29'), '29 Mar 2026');
  assert.equal(spanName('2026-01-01', '2026-03-31'), '1 Jan – 31 Mar 2026');
});

test('an instant is told in the time zone asked for', () => {
  assert.equal(instantName('2026-01-31T23:30:00Z', 'Europe/Berlin'), '1 Feb 2026, 00:30');
});

test('shares are told as whole percents, losses with a minus', () => {
  assert.deepEqual([0.44, 0.5, 1.3, -0.2, 0.285, null].map(percent), [
    '44%',
    '50%',
    '130%',
    '−20%',
    '29%',
    '–',
  ]);
});
