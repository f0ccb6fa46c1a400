import assert from 'node:assert/strict';
import { test } from 'node:test';
import { january } from '../time/period.ts';
import { type Asking, dueSpan } from './span.ts';

const monthly: Asking = {
  cadence: 'monthly',
  calendar: january,
  today: '2026-03-04',
  lookBack: 3,
  runningPeriod: false,
  reach: 'past',
  atOnce: 1_000,
  receivedTo: null,
  countedFrom: null,
};

const cases: [string, Partial<Asking>, string, string][] = [
  ['the last complete periods', {}, '2025-12', '2026-02'],
  ['and the one under way if that is recorded', { runningPeriod: true }, '2025-12', '2026-03'],
  ['only the newest complete one', { lookBack: 1 }, '2026-02', '2026-02'],
  ['the same when nothing was missed', { receivedTo: '2026-02-01' }, '2025-12', '2026-02'],
  ['what was missed while nothing ran', { receivedTo: '2025-08-01' }, '2025-09', '2026-02'],
  [
    'the oldest of what was missed, where one run takes less',
    { receivedTo: '2025-08-01', atOnce: 4 },
    '2025-09',
    '2025-12',
  ],
  [
    'the newest, where one run takes less than is looked back',
    { lookBack: 3, atOnce: 2 },
    '2026-01',
    '2026-02',
  ],
  ['the one under way among them', { lookBack: 3, atOnce: 2, runningPeriod: true }, '2026-02', '2026-03'],
  ['nothing that was counted in another unit', { countedFrom: '2025-12-20' }, '2026-01', '2026-02'],
  ['the newest one even in a new unit', { countedFrom: '2026-03-02' }, '2026-02', '2026-02'],
  [
    'not more than a thousand periods',
    { cadence: 'daily', receivedTo: '2001-01-01' },
    '2023-06-08',
    '2026-03-03',
  ],
  ['weeks, across the turn of a year', { cadence: 'weekly', today: '2026-01-07' }, '2025-W51', '2026-W01'],
  [
    'the present state for the period that is complete',
    { reach: 'now', lookBack: 5, receivedTo: '2025-01-01' },
    '2026-02',
    '2026-02',
  ],
  ['the present state for the period under way', { reach: 'now', runningPeriod: true }, '2026-03', '2026-03'],
  [
    'quarters of a fiscal year',
    { cadence: 'quarterly', calendar: { yearStartsIn: 4 }, lookBack: 2 },
    '2026-Q2',
    '2026-Q3',
  ],
];

for (const [name, change, from, to] of cases)
  test(`a run asks for ${name}`, () => assert.deepEqual(dueSpan({ ...monthly, ...change }), { from, to }));
