import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckIn } from '#contract/check-ins.ts';
import type { Measure } from '#contract/measures.ts';
import {
  type Asked,
  asBefore,
  type CheckInDraft,
  checkInOf,
  isTouched,
  newCheckIn,
} from './check-in-draft.ts';

const keyResult = '00000000-0000-7000-8000-000000000001';
const asked = (measure: Measure, part: Partial<Asked> = {}): Asked => ({
  keyResult,
  measure,
  unit: { kind: 'duration', unit: 'minutes' },
  decimals: 0,
  asksValue: true,
  facts: { current: 240, periods: [], hits: null, stepsDone: ['a'], done: false },
  period: null,
  previous: null,
  ...part,
});
const move: Measure = { kind: 'move', baseline: 240, target: 45 };
const sent = (measure: Measure, part: Partial<CheckInDraft>, more: Partial<Asked> = {}) => {
  const about = asked(measure, more);
  return checkInOf({ ...newCheckIn(about), confidence: 7, ...part }, about);
};
const report = (...args: Parameters<typeof sent>) => {
  const answer = sent(...args);
  return 'report' in answer ? answer.report : undefined;
};

test('a value is read in the unit of its key result', () => {
  assert.deepEqual(report(move, { value: '2h' }), { kind: 'value', value: 120 });
});

test('without confidence or with a text for a number nothing is sent, and each fault has its field', () => {
  const answer = sent(move, { confidence: null, value: 'fast' });
  assert.deepEqual(Object.keys('faults' in answer ? answer.faults : {}), ['report', 'confidence']);
});

test('a hold is reported for its period, and a hit rate without a level by yes or no', () => {
  const hold: Measure = { kind: 'hold', bound: 'at least', level: 5, run: 3, cadence: 'monthly' };
  const period = '2026-02';
  assert.deepEqual(report(hold, { value: '6', period }), { kind: 'value', value: 6, period });
  const rate: Measure = { kind: 'hit rate', planned: 13, cadence: 'weekly' };
  assert.deepEqual(report(rate, { good: 'no', period: '2026-W05' }), {
    kind: 'good',
    good: false,
    period: '2026-W05',
  });
});

test('steps and done are reported only when they changed', () => {
  const steps: Measure = { kind: 'milestones', steps: [{ id: 'a', title: 'A', weight: 1 }] };
  assert.equal(report(steps, {}), undefined);
  assert.deepEqual(report(steps, { steps: [] }), { kind: 'steps', done: [] });
  assert.deepEqual(report({ kind: 'done' }, { done: true }), { kind: 'done', done: true });
});

test('what a KPI gives is not sent, whatever stands in the field', () => {
  assert.equal(report(move, { value: '120' }, { asksValue: false }), undefined);
});

test('a draft counts as touched once it says something, and as before says what was said', () => {
  const previous = { confidence: 6 } as CheckIn;
  const about = asked(move, { previous });
  const fresh = newCheckIn(about);
  assert.equal(isTouched(fresh, about), false);
  assert.deepEqual(asBefore(about), { confidence: 6, value: '240' });
  assert.equal(isTouched({ ...fresh, ...asBefore(about) }, about), true);
});
