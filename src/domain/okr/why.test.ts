import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Facts } from './facts.ts';
import type { Measure } from './measure.ts';
import { progress } from './progress.ts';
import { sharesOf, whyObjective, whyProgress } from './why.ts';

const minutes = { unit: { kind: 'duration', unit: 'minutes' }, decimals: 0 } as const;
const plain = { unit: { kind: 'number' }, decimals: 0 } as const;

test('the progress of a key result is explained by its formula with the numbers put in', () => {
  const periods = [
    { period: '2026-W05', good: true },
    { period: '2026-W06', good: true },
    { period: '2026-W07', good: false },
  ];
  const steps = [
    { id: 'a', title: 'A', weight: 3 },
    { id: 'b', title: 'B', weight: 1 },
  ];
  const cases: [Measure, Facts, string][] = [
    [
      { kind: 'move', baseline: 240, target: 45 },
      { current: 142.5 },
      '(current 2h 23m − baseline 4h 00m) / (target 45m − baseline 4h 00m) = 0.50',
    ],
    [
      { kind: 'hold', bound: 'at least', level: 4, run: 3, cadence: 'weekly' },
      { periods },
      'best run of good periods 2 / required run 3 = 0.67',
    ],
    [
      { kind: 'hit rate', planned: 13, cadence: 'weekly' },
      { hits: 7, periods },
      'good periods 9 / planned periods 13 = 0.69',
    ],
    [
      { kind: 'milestones', steps },
      { stepsDone: ['a'] },
      'weights of the steps done (1) / weights of all steps (2) = 0.75',
    ],
    [{ kind: 'done' }, { done: true }, 'It is done: 1.'],
    [{ kind: 'done' }, {}, 'It is not done yet: 0.'],
  ];
  for (const [measure, facts, sentence] of cases)
    assert.equal(whyProgress(measure, facts, { ...minutes, progress: progress(measure, facts) }), sentence);
});

test('what is counted otherwise than measured says so, and no report is no progress', () => {
  const measure: Measure = { kind: 'move', baseline: 40, target: 50 };
  const why = (current: number) =>
    whyProgress(measure, { current }, { ...plain, progress: progress(measure, { current }) });
  assert.equal(
    why(38),
    '(current 38 − baseline 40) / (target 50 − baseline 40) = −0.20: below the baseline, counted as 0',
  );
  assert.equal(
    why(53),
    '(current 53 − baseline 40) / (target 50 − baseline 40) = 1.30: more than promised, counted as 1',
  );
  assert.match(whyProgress(measure, {}, { ...plain, progress: undefined }), /^Nothing has been reported/);
});

test('the progress of an objective is explained without telling what is private', () => {
  const inputs = [
    { progress: 1.3, weight: 1 },
    { progress: undefined, weight: 3 },
  ];
  assert.equal(whyObjective(0.25, inputs, 0), '(1 × 1.00 + 3 × 0.00) / (1 + 3) = 0.25');
  assert.equal(whyObjective(0.25, inputs, 2), 'Weighted mean of 2 that you may see and 2 private: 0.25.');
  assert.match(whyObjective(undefined, [], 0), /no key results/);
  assert.match(whyObjective(undefined, inputs, 0), /^Nothing has been reported/);
  assert.deepEqual(sharesOf([1, 3]), [0.25, 0.75]);
  assert.deepEqual(sharesOf([0, 0]), [undefined, undefined]);
});
