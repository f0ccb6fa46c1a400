import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Schedule } from '#contract/connectors.ts';
import { nextDue } from './next-due.ts';

const cases: [string, Schedule, string, string, string][] = [
  [
    'later today',
    { every: 'day', at: '06:00' },
    'UTC',
    '2026-03-04T05:59:59.999Z',
    '2026-03-04T06:00:00.000Z',
  ],
  [
    'not twice at one instant',
    { every: 'day', at: '06:00' },
    'UTC',
    '2026-03-04T06:00:00Z',
    '2026-03-05T06:00:00.000Z',
  ],
  [
    'in the zone of the organisation',
    { every: 'day', at: '06:00' },
    'America/New_York',
    '2026-01-10T11:30:00Z',
    '2026-01-11T11:00:00.000Z',
  ],
  ['this hour', { every: 'hour', minute: 15 }, 'UTC', '2026-03-04T12:00:00Z', '2026-03-04T12:15:00.000Z'],
  ['the next hour', { every: 'hour', minute: 15 }, 'UTC', '2026-03-04T12:15:00Z', '2026-03-04T13:15:00.000Z'],
  [
    'minutes of a zone with half hours',
    { every: 'hour', minute: 0 },
    'Asia/Kolkata',
    '2026-03-04T12:00:00Z',
    '2026-03-04T12:30:00.000Z',
  ],
  [
    'Monday after a Wednesday',
    { every: 'week', weekday: 1, at: '07:30' },
    'UTC',
    '2026-03-04T12:00:00Z',
    '2026-03-09T07:30:00.000Z',
  ],
  [
    'later on the day itself',
    { every: 'week', weekday: 3, at: '13:00' },
    'UTC',
    '2026-03-04T12:00:00Z',
    '2026-03-04T13:00:00.000Z',
  ],
  [
    'the first of next month',
    { every: 'month', day: 1, at: '06:00' },
    'UTC',
    '2026-03-04T12:00:00Z',
    '2026-04-01T06:00:00.000Z',
  ],
  [
    'the last day of a short month',
    { every: 'month', day: 31, at: '06:00' },
    'UTC',
    '2026-02-04T12:00:00Z',
    '2026-02-28T06:00:00.000Z',
  ],
  [
    'the 31st again after it',
    { every: 'month', day: 31, at: '06:00' },
    'UTC',
    '2026-02-28T06:00:00Z',
    '2026-03-31T06:00:00.000Z',
  ],
  [
    'a time that the clocks skip',
    { every: 'day', at: '02:30' },
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:30:00.000Z',
  ],
  [
    'a time that comes twice',
    { every: 'day', at: '02:30' },
    'Europe/Berlin',
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:30:00.000Z',
  ],
  [
    'the day after it',
    { every: 'day', at: '02:30' },
    'Europe/Berlin',
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:30:00.000Z',
  ],
  [
    'each hour of the night that is longer',
    { every: 'hour', minute: 30 },
    'Europe/Berlin',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00.000Z',
  ],
];

for (const [name, schedule, timeZone, after, due] of cases)
  test(`a schedule is due ${name}`, () => assert.equal(nextDue(schedule, timeZone, after), due));

const at = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ every: fc.constant('hour' as const), minute: fc.integer({ min: 0, max: 59 }) }),
  fc.record({ every: fc.constant('day' as const), at }),
  fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }), at }),
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), at }),
);
const longest = { hour: 2, day: 50, week: 24 * 15, month: 24 * 63 };

test('it is always due again, later than now and no later than a turn and a day, wherever one lives', () => {
  fc.assert(
    fc.property(
      schedules,
      fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/St_Johns',
        'Australia/Lord_Howe',
        'Pacific/Apia',
        'Asia/Kathmandu',
      ),
      fc.date({ min: new Date('2011-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
      (schedule, timeZone, now) => {
        const hours =
          (Date.parse(nextDue(schedule, timeZone, now.toISOString())) - now.getTime()) / 3_600_000;
        assert.ok(hours > 0 && hours <= longest[schedule.every], `${hours} hours`);
      },
    ),
  );
});
