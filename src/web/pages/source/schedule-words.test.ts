import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinal, scheduleWords } from './schedule-words.ts';

test('a schedule is told in words', () => {
  assert.equal(scheduleWords(null), 'Only when somebody runs it');
  assert.equal(scheduleWords({ every: 'hour', minute: 0 }), 'Every hour, on the hour');
  assert.equal(scheduleWords({ every: 'hour', minute: 15 }), 'Every hour, 15 minutes past');
  assert.equal(scheduleWords({ every: 'day', at: '06:00' }), 'Every day at 06:00');
  assert.equal(scheduleWords({ every: 'week', weekday: 1, at: '07:30' }), 'Every Monday at 07:30');
  assert.equal(scheduleWords({ every: 'month', day: 1, at: '06:00' }), 'On the 1st of each month at 06:00');
  assert.equal(
    scheduleWords({ every: 'month', day: 30, at: '06:00' }),
    'On the 30th of each month, or its last day, at 06:00',
  );
  assert.equal(
    scheduleWords({ every: 'month', day: 31, at: '06:00' }),
    'On the last day of each month at 06:00',
  );
});

test('places in an order have their endings', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 11, 12, 13, 21, 22, 30].map(ordinal).join(' '),
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 30th',
  );
});
