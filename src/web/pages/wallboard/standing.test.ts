import assert from 'node:assert/strict';
import test from 'node:test';
import { standing, standingWords, timeName } from './standing.ts';

const calm = { fault: undefined, failedAt: 0, lostSince: undefined, readAt: 1_000 };
const at = (text: string) => new Date(text).getTime();

test('an ended session is said before a lost connection, because waiting does not mend it', () => {
  const ended = { code: 'not_signed_in', message: 'Sign in first.' };
  const away = { code: 'unavailable', message: 'The server cannot be reached.' };
  assert.deepEqual(standing(calm), { kind: 'live' });
  assert.deepEqual(standing({ ...calm, fault: ended, lostSince: 5_000 }), { kind: 'signed out' });
  assert.deepEqual(standing({ ...calm, fault: away, failedAt: 7_000, lostSince: 5_000 }), {
    kind: 'lost',
    since: 5_000,
  });
  assert.deepEqual(standing({ ...calm, fault: away, failedAt: 7_000 }), { kind: 'lost', since: 7_000 });
  assert.deepEqual(standing({ ...calm, fault: { code: 'forbidden', message: 'Not yours.' } }), {
    kind: 'refused',
    message: 'Not yours.',
  });
});

test('a lost connection says since when, and what is shown', () => {
  const since = at('2026-03-04T14:32:10');
  const now = at('2026-03-04T15:00:00');
  assert.equal(
    standingWords({ kind: 'lost', since }, now, true),
    'No connection since 14:32, showing what was known then. Trying again.',
  );
  assert.equal(
    standingWords({ kind: 'lost', since }, now, false),
    'No connection since 14:32. Trying again.',
  );
  assert.equal(standingWords({ kind: 'live' }, now, true), undefined);
  assert.match(standingWords({ kind: 'signed out' }, now, true)!, /^The session has ended.*old\.$/);
});

test('a time of yesterday has its weekday', () => {
  assert.equal(timeName(at('2026-03-03T14:32:00'), at('2026-03-04T09:00:00')), 'Tue 14:32');
});
