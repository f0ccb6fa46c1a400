import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedSinceGraded, counterfactualSentence, type GradedOn } from './graded.ts';

const then: GradedOn = {
  progress: 0.724,
  guardrails: [{ name: 'Quality', breaches: [{ period: '2026-02' }] }],
  signal: { period: '2026-03' },
};

test('nothing is said while the evidence is what it was, to the two decimals of a score', () => {
  assert.deepEqual(changedSinceGraded(then, then), []);
  assert.deepEqual(changedSinceGraded(then, { ...then, progress: 0.7199 }), []);
  assert.deepEqual(changedSinceGraded({ ...then, progress: 1.2 }, { ...then, progress: 1.5 }), []);
  // Another signal of the same cycle is a signal still.
  assert.deepEqual(changedSinceGraded(then, { ...then, signal: { period: '2026-02' } }), []);
});

test('a corrected reading, a breach that came or went, and a signal that came or went are told', () => {
  const now = {
    progress: 0.65,
    guardrails: [{ name: 'Quality', breaches: [{ period: '2026-03' }] }],
    signal: null,
  };
  assert.deepEqual(changedSinceGraded(then, now), [
    'It was graded on 0.72 measured; by now 0.65 is measured.',
    'Quality counts as breached in 2026-03 by now, and did not then.',
    'Quality counted as breached in 2026-02 then, and does not now.',
    'Its KPI showed a signal up to 2026-03 then, and shows none now.',
  ]);
  assert.deepEqual(changedSinceGraded({ ...then, progress: null, signal: null }, then), [
    'It was graded on nothing measured; by now 0.72 is measured.',
    'Its KPI shows a signal up to 2026-03 by now, and showed none then.',
  ]);
});

test('what would have come without action stands beside what was measured', () => {
  const about = { oddsWords: 'about 15%' };
  assert.equal(
    counterfactualSentence({ ...about, progress: 0.31 }, 0.72),
    'Without action 0.31; reached 0.72.',
  );
  assert.equal(counterfactualSentence({ ...about, progress: -0.2 }, 0), 'Without action 0.00; reached 0.00.');
  assert.equal(
    counterfactualSentence({ ...about, progress: 0.31 }, undefined),
    'Without action 0.31; nothing measured.',
  );
  assert.equal(
    counterfactualSentence({ ...about, progress: null }, 1),
    'Without action about 15% to be reached; reached 1.00.',
  );
});
