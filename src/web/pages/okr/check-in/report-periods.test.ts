import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedPeriod, reportPeriods } from './report-periods.ts';

const span = { starts: '2026-01-01', ends: '2026-03-31' };
const monthly = { kind: 'hold', bound: 'at least', level: 1, run: 3, cadence: 'monthly' } as const;

test('the periods of a cycle are offered from the present one back to its start', () => {
  assert.deepEqual(reportPeriods(monthly, span, '2026-02-10', 1), ['2026-02', '2026-01']);
  assert.deepEqual(reportPeriods(monthly, span, '2026-05-10', 1), ['2026-03', '2026-02', '2026-01']);
  assert.deepEqual(reportPeriods({ kind: 'done' }, span, '2026-02-10', 1), []);
});

test('weeks that end before the cycle starts are not offered', () => {
  const weekly = { kind: 'hit rate', planned: 13, cadence: 'weekly' } as const;
  assert.deepEqual(reportPeriods(weekly, span, '2026-01-08', 1), ['2026-W02', '2026-W01']);
});

test('the oldest ended period that nobody reported is asked for first, else the present one', () => {
  const known = (...periods: string[]) => ({
    periods: periods.map((period) => ({ period, value: 1, good: true })),
  });
  assert.equal(askedPeriod(['2026-03', '2026-02', '2026-01'], known('2026-01')), '2026-02');
  assert.equal(askedPeriod(['2026-02', '2026-01'], known('2026-01')), '2026-02');
  assert.equal(askedPeriod([], known()), null);
});
