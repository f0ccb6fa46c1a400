import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunSeries } from './series.ts';
import { pointWords, summary } from './words.ts';

const series: RunSeries = {
  points: [
    { period: '2026-01', start: '2026-01-01', value: 81.25 },
    { period: '2026-02', start: '2026-02-01', value: null },
    { period: '2026-03', start: '2026-03-01', value: 70 },
    { period: '2026-04', start: '2026-04-01', value: 71, partial: true },
  ],
  phases: [{ from: 0, to: 3, centre: 80, lower: 75, upper: 85, strength: 'usable' }],
  thresholds: [{ kind: 'floor', label: 'Floor', value: 95 }],
  signals: [{ index: 2, points: [0, 2], rule: 'beyond-limits', sense: 'deterioration' }],
  annotations: [],
  unit: { kind: 'percent' },
  decimals: 1,
};

test('the summary says what a glance at the chart would', () => {
  assert.equal(
    summary('4-hour performance', series),
    '4-hour performance: 3 readings from January 2026 to April 2026, 1 missing. Newest 71.0% (not ended yet). ' +
      'Level 80.0%, limits 75.0% to 85.0%. Floor 95.0%. 1 signal: deterioration in March 2026, beyond a process limit.',
  );
});

test('a quiet chart is called quiet, an empty one empty', () => {
  assert.match(summary('Quiet', { ...series, signals: [] }), /No signals: the changes are noise\.$/);
  assert.equal(summary('Empty', { ...series, points: [] }), 'Empty: no readings yet.');
});

test('each point says what is particular about it', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 9].map((index) => pointWords(index, series)),
    [
      'Deterioration: part of beyond a process limit',
      'no reading',
      'Deterioration: beyond a process limit',
      'not ended yet',
      '',
    ],
  );
});
