import assert from 'node:assert/strict';
import test from 'node:test';
import { inWords, shortPeriod } from './period-words.ts';

test('periods and days in a sentence are told as people say them', () => {
  assert.equal(
    inWords('since 2026-W05, last in 2026-01, due 2026-01-31 or 2026-Q1.'),
    'since Week 5, 2026, last in January 2026, due 31 Jan 2026 or Q1 2026.',
  );
});

test('numbers that are no period are left alone', () => {
  assert.equal(inWords('1234-99 and 12.5 to 2026'), '1234-99 and 12.5 to 2026');
});

test('a period is short where there is little room', () => {
  assert.deepEqual(['2026-W05', '2026-09', '2026-Q1', '2026', '2026-01-31'].map(shortPeriod), [
    'W5 2026',
    'Sep 2026',
    'Q1 2026',
    '2026',
    '31 Jan 2026',
  ]);
});
