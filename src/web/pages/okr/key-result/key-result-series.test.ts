import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckIn } from '#contract/check-ins.ts';
import { type KeyResultDetail, seriesOf } from './key-result-series.ts';

const span = { starts: '2026-01-01', ends: '2026-03-31', today: '2026-02-10' };

const checkIn = (day: string, value: number, more: Partial<CheckIn> = {}) =>
  ({ day, report: { kind: 'value', value }, progress: value / 10, late: false, ...more }) as CheckIn;

const detail = (part: Partial<KeyResultDetail>) =>
  ({
    measure: { kind: 'move', baseline: 0, target: 10 },
    unit: { kind: 'number' },
    decimals: 0,
    deadline: '2026-03-15',
    kpi: null,
    plan: null,
    values: [],
    checkIns: [],
    ...part,
  }) as KeyResultDetail;

test('a typed move is drawn by the values of its check-ins, oldest first, up to its own deadline', () => {
  const series = seriesOf(detail({ checkIns: [checkIn('2026-02-02', 4), checkIn('2026-01-12', 1)] }), span);
  assert.deepEqual(series.values, [
    { day: '2026-01-12', value: 1 },
    { day: '2026-02-02', value: 4 },
  ]);
  assert.equal(series.ends, '2026-03-15');
});

test('of two check-ins about one day the one listed first stands, and a late one is left out', () => {
  const checkIns = [
    checkIn('2026-02-02', 5),
    checkIn('2026-02-02', 4),
    checkIn('2026-04-02', 9, { late: true }),
  ];
  assert.deepEqual(seriesOf(detail({ checkIns }), span).values, [{ day: '2026-02-02', value: 5 }]);
});

test('a move that reads a KPI is drawn by the KPI’s own values of periods that have ended', () => {
  const kpi = { id: 'k', key: 'csat', name: 'CSAT' };
  const values = [
    { period: '2026-01', day: '2026-01-31', value: 3 },
    { period: '2026-02', day: '2026-02-28', value: 8 },
  ];
  const series = seriesOf(detail({ kpi, values, checkIns: [checkIn('2026-02-02', 9)] }), span);
  assert.deepEqual(series.values, [{ day: '2026-01-31', value: 3 }]);
});

test('any other measure is drawn by its progress in percent', () => {
  const series = seriesOf(detail({ measure: { kind: 'done' }, checkIns: [checkIn('2026-02-02', 5)] }), span);
  assert.deepEqual([series.values, series.target], [[{ day: '2026-02-02', value: 50 }], 100]);
});

test('a measure that reads a KPI is drawn up to where it stands today, past its newest check-in', () => {
  const kpi = { id: 'k', key: 'csat', name: 'CSAT' };
  const held = { measure: { kind: 'hold' } as KeyResultDetail['measure'], kpi, progress: 0.875 };
  const { values } = seriesOf(detail({ ...held, checkIns: [checkIn('2026-02-02', 5)] }), span);
  assert.deepEqual(values, [
    { day: '2026-02-02', value: 50 },
    { day: '2026-02-10', value: 87.5 },
  ]);
  assert.deepEqual(seriesOf(detail(held), { ...span, today: '2025-12-20' }).values, []);
  const over = seriesOf(detail(held), { ...span, today: '2026-05-01' });
  assert.deepEqual(over.values, [{ day: '2026-03-15', value: 87.5 }]);
});

test('a phased plan is a staircase from the baseline on', () => {
  const plan = [
    { day: '2026-02-01', expected: 0.2 },
    { day: '2026-03-01', expected: 1 },
  ];
  assert.deepEqual(seriesOf(detail({ plan }), span).expected, [
    { day: '2026-01-01', value: 0 },
    { day: '2026-02-01', value: 0 },
    { day: '2026-02-01', value: 2 },
    { day: '2026-03-01', value: 2 },
    { day: '2026-03-01', value: 10 },
    { day: '2026-03-15', value: 10 },
  ]);
});
