import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays } from '#domain/time/day.ts';
import { endOfDay } from './end-of-day.ts';

test('a day ends at its last millisecond in the time zone of the organisation', () => {
  assert.equal(endOfDay('2026-01-31', 'UTC'), '2026-01-31T23:59:59.999Z');
  assert.equal(endOfDay('2026-01-31', 'Europe/Berlin'), '2026-01-31T22:59:59.999Z');
  assert.equal(endOfDay('2026-07-31', 'Europe/Berlin'), '2026-07-31T21:59:59.999Z');
  assert.equal(endOfDay('2026-12-31', 'America/New_York'), '2027-01-01T04:59:59.999Z');
});

test('a day on which the clocks change ends by the time that holds at its end', () => {
  assert.equal(endOfDay('2026-03-29', 'Europe/Berlin'), '2026-03-29T21:59:59.999Z');
  assert.equal(endOfDay('2026-10-25', 'Europe/Berlin'), '2026-10-25T22:59:59.999Z');
});

test('a day ends where the next begins: the zone calls the end by that day and a millisecond later by the next', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), fc.constantFrom(...zones), (days, timeZone) => {
      const day = addDays('2015-01-01', days);
      const end = Date.parse(endOfDay(day, timeZone));
      const dayAt = (instant: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
      assert.equal(dayAt(end), day);
      assert.equal(dayAt(end + 1), addDays(day, 1));
    }),
  );
});
