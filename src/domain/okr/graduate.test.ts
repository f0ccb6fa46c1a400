import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { periodOf } from '#domain/time/period.ts';
import type { Report } from './facts.ts';
import { gainOf } from './gain.ts';
import { graduationFault, readingsFrom } from './graduate.ts';
import type { Measure } from './measure.ts';

const told = (day: string, report: Report | null, hour = '09') => ({
  day,
  recordedAt: `${day}T${hour}:00:00.000Z`,
  report,
});
const value = (amount: number, period?: string): Report => ({
  kind: 'value',
  value: amount,
  ...(period && { period }),
});

test('values told at check-ins become readings of the periods that they are about', () => {
  assert.deepEqual(
    readingsFrom(
      [
        told('2026-02-06', value(52)),
        told('2026-01-09', value(48)),
        told('2026-01-30', value(50)),
        told('2026-03-06', null),
      ],
      'monthly',
    ),
    [
      { period: '2026-01', value: 50 },
      { period: '2026-02', value: 52 },
    ],
  );
});

test('of two values about one day the one recorded last stands', () => {
  assert.deepEqual(
    readingsFrom([told('2026-01-09', value(2), '12'), told('2026-01-09', value(1))], 'daily'),
    [{ period: '2026-01-09', value: 2 }],
  );
});

test('a value that names its period is about that period, whichever day it was told on', () => {
  assert.deepEqual(readingsFrom([told('2026-03-02', value(4.6, '2026-02'))], 'monthly'), [
    { period: '2026-02', value: 4.6 },
  ]);
});

test('only values become readings: what is good, done or counted has no number to keep', () => {
  const reports: Report[] = [
    { kind: 'good', good: true },
    { kind: 'hits', hits: 3 },
    { kind: 'steps', done: ['a'] },
    { kind: 'done', done: true },
  ];
  assert.deepEqual(
    readingsFrom(
      reports.map((report) => told('2026-01-09', report)),
      'weekly',
    ),
    [],
  );
});

test('a measure can turn into a KPI exactly when it has a level to gain', () => {
  const measures: Measure[] = [
    { kind: 'move', baseline: 1, target: 2 },
    { kind: 'hold', bound: 'at least', level: 3, run: 2, cadence: 'monthly' },
    { kind: 'hit rate', planned: 4, cadence: 'weekly' },
    { kind: 'hit rate', planned: 4, cadence: 'weekly', bound: 'at most', level: 2 },
    { kind: 'milestones', steps: [] },
    { kind: 'done' },
  ];
  for (const measure of measures)
    assert.equal(graduationFault(measure) === undefined, gainOf(measure, 1) !== undefined, measure.kind);
});

test('each period has one reading, and none is invented', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(days, fc.integer())), (pairs) => {
      const readings = readingsFrom(
        pairs.map(([day, amount]) => told(day, value(amount))),
        'weekly',
      );
      const periods = readings.map(({ period }) => period);
      assert.deepEqual(periods, [...new Set(pairs.map(([day]) => periodOf('weekly', day)))].sort());
      for (const reading of readings)
        assert.ok(
          pairs.some(
            ([day, amount]) => amount === reading.value && periodOf('weekly', day) === reading.period,
          ),
        );
    }),
  );
});
