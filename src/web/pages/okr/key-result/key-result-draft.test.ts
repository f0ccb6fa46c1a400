import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyResult } from '#contract/key-results.ts';
import type { Measure } from '#contract/measures.ts';
import { draftOf, measureOf, newKeyResult, termsOf } from './key-result-draft.ts';

const minutes = { kind: 'duration', unit: 'minutes' } as const;

const shown = (measure: Measure): KeyResult => ({
  id: '00000000-0000-7000-8000-000000000001',
  objective: '00000000-0000-7000-8000-000000000002',
  position: 0,
  title: 'Answer faster',
  owner: null,
  weight: 2,
  deadline: '2026-03-31',
  measure,
  unit: minutes,
  decimals: 0,
  plan: [{ day: '2026-02-01', expected: 0.29 }],
  kpi: null,
  guardrails: [],
  frozen: true,
  foreseen: null,
  current: null,
  currentDay: null,
  progress: null,
  expected: 0.4,
  health: null,
  confidence: null,
  lastCheckIn: null,
  due: null,
  dropped: null,
  carriedFrom: null,
  grade: null,
  initiatives: 0,
});

const measures: Measure[] = [
  { kind: 'move', baseline: 240, target: 45 },
  { kind: 'hold', bound: 'at most', level: 4.7, run: 3, cadence: 'monthly' },
  { kind: 'hit rate', planned: 13, cadence: 'weekly' },
  { kind: 'hit rate', planned: 13, cadence: 'weekly', bound: 'at least', level: 95 },
  { kind: 'milestones', steps: [{ id: 'a', title: 'Draft', weight: 3 }] },
  { kind: 'done' },
];

for (const measure of measures) {
  test(`a draft of ${JSON.stringify(measure)} that nobody touched promises the same`, () => {
    assert.deepEqual(measureOf(draftOf(shown(measure))), { measure });
  });
}

test('what a draft sends is what the key result was', () => {
  const before = shown(measures[0]!);
  const terms = termsOf(draftOf(before), before.measure);
  assert.deepEqual(terms, {
    title: 'Answer faster',
    measure: before.measure,
    owner: null,
    weight: 2,
    unit: minutes,
    decimals: 0,
    kpi: null,
    guardrails: [],
    plan: [{ day: '2026-02-01', expected: 0.29 }],
    deadline: '2026-03-31',
  });
});

test('values are typed as people write them', () => {
  const draft = { ...newKeyResult(null), unit: minutes, baseline: '4h', target: '45' };
  assert.deepEqual(measureOf(draft), { measure: { kind: 'move', baseline: 240, target: 45 } });
});

test('what is missing is told at its field', () => {
  const draft = { ...newKeyResult(null), baseline: '240' };
  assert.deepEqual(measureOf(draft), { faults: { target: 'Where shall it be?' } });
  const hold = { ...newKeyResult(null), kind: 'hold' as const, level: 'high', run: '0' };
  const read = measureOf(hold);
  assert.deepEqual(Object.keys('faults' in read ? read.faults : {}), ['level', 'run']);
});

test('steps without a title are left out, unless there is nothing else to send', () => {
  const draft = { ...newKeyResult(null), kind: 'milestones' as const };
  const one = {
    ...draft,
    steps: [
      { id: 'a', title: 'Draft', weight: '' },
      { id: 'b', title: ' ', weight: '1' },
    ],
  };
  assert.deepEqual(measureOf(one), {
    measure: { kind: 'milestones', steps: [{ id: 'a', title: 'Draft', weight: 1 }] },
  });
});
