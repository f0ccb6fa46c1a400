import assert from 'node:assert/strict';
import test from 'node:test';
import { january } from '#domain/time/period.ts';
import { duePeriods } from './due-periods.ts';

const due = (present: string[]) => duePeriods('monthly', present, '2026-03-04', january).due;

test('without any reading the period that has just ended is due', () => {
  assert.equal(due([]), '2026-02');
});

test('after a reading the next period is due, however long ago that was', () => {
  assert.equal(due(['2025-10', '2025-11']), '2025-12');
});

test('when every ended period has its reading the present one is next', () => {
  assert.equal(due(['2026-01', '2026-02']), '2026-03');
});

test('with a reading of the present period too, the newest free one is proposed', () => {
  assert.equal(due(['2026-01', '2026-02', '2026-03']), '2025-12');
});

test('no period from before the KPI was counted in another unit is free', () => {
  const since = (day: string, present: string[]) =>
    duePeriods('monthly', present, '2026-03-04', january, day);
  assert.deepEqual(since('2026-02-01', ['2025-10']), { due: '2026-02', free: ['2026-03', '2026-02'] });
  assert.deepEqual(since('2026-03-04', ['2026-01']).free, []);
});

test('only periods without a reading are free, newest first, across the turn of a year of 53 weeks', () => {
  const { free } = duePeriods('weekly', ['2026-W53'], '2027-01-12', january);
  assert.deepEqual(free.slice(0, 3), ['2027-W02', '2027-W01', '2026-W52']);
  assert.equal(free.length, 103);
});
