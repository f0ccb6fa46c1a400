import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cadence } from '#domain/time/period.ts';
import { readMoment } from './moment.ts';
import { boundsOf, lastSecond, secondsOf } from './span.ts';

const inBerlin = (cadence: Cadence) => ({
  cadence,
  calendar: { yearStartsIn: 1 },
  timeZone: 'Europe/Berlin',
});

const cases: [unknown, Cadence, string][] = [
  ['2026-01', 'monthly', '2026-01'],
  ['2026-W05', 'weekly', '2026-W05'],
  ['2026-01-31', 'monthly', '2026-01'],
  ['31.01.2026', 'daily', '2026-01-31'],
  ['Jan 2026', 'monthly', '2026-01'],
  [2026, 'yearly', '2026'],
  ['2026-01-31 23:30:00', 'daily', '2026-01-31'],
  ['2026-01-31T23:30:00Z', 'daily', '2026-02-01'],
  ['2026-01-31T23:30:00.123456+01:00', 'daily', '2026-01-31'],
  ['2026-01-31 23:30:00+00', 'daily', '2026-02-01'],
  ['2026-01-31T23:30:00+0530', 'daily', '2026-01-31'],
  [1_769_902_200, 'daily', '2026-02-01'],
  [1_769_902_200_000, 'daily', '2026-02-01'],
  ['1769902200.5', 'daily', '2026-02-01'],
];

test('Periods, dates, instants and seconds since 1970 are read in the organisation’s time zone', () => {
  for (const [raw, cadence, expected] of cases)
    assert.equal(readMoment(raw, inBerlin(cadence)), expected, String(raw));
});

test('What is no period of the KPI has a fault that shows it', () => {
  const faults: [unknown, RegExp][] = [
    [undefined, /an empty cell is no date/],
    [null, /an empty cell/],
    ['soon', /"soon" is no date and no period/],
    [true, /true is no date/],
    [{ a: 1 }, /\{"a":1\} is no date/],
    ['2026-02-30', /not in the calendar/],
    ['2026-02-30T10:00:00Z', /not in the calendar/],
    ['2026-W05', /is not a month, and this KPI is monthly/],
    [12, /no date and no period/],
    ['9'.repeat(500), /no date and no period/],
  ];
  for (const [raw, sentence] of faults) {
    const read = readMoment(raw, inBerlin('monthly'));
    assert.ok(typeof read === 'object');
    assert.match(read.fault, sentence);
    assert.ok(read.fault.length < 200);
  }
});

test('A period begins and ends at midnight, and the days on which the clocks change have an hour more or less', () => {
  const day = (period: string) => boundsOf({ ...inBerlin('daily'), from: period, to: period });
  assert.deepEqual(day('2026-03-29'), {
    period: '2026-03-29',
    from: '2026-03-29',
    to: '2026-03-29',
    until: '2026-03-30',
    start: '2026-03-28T23:00:00Z',
    end: '2026-03-29T22:00:00Z',
  });
  assert.equal(secondsOf(day('2026-03-29')), 23 * 3600);
  assert.equal(secondsOf(day('2026-10-25')), 25 * 3600);
  assert.equal(lastSecond(day('2026-03-29')), '2026-03-29T21:59:59Z');
  const fiscal = boundsOf({ calendar: { yearStartsIn: 4 }, timeZone: 'UTC', from: '2026-Q1', to: '2026-Q2' });
  assert.deepEqual([fiscal.from, fiscal.to, fiscal.period], ['2025-04-01', '2025-09-30', '2026-Q2']);
});
