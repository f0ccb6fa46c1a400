import assert from 'node:assert/strict';
import test from 'node:test';
import { decisionWords, firstTitle, gapText } from './gap-words.ts';

const decision = {
  ...{ id: 'd', objective: null, author: null, recordedAt: '2026-01-01T00:00:00Z' },
  ...{ reason: 'the new system comes in May', until: '2026-06-01' },
};

test('a decision is told with its day and its reason', () => {
  assert.equal(
    decisionWords({ ...decision, kind: 'accept' }),
    'Accepted until 1 Jun 2026: the new system comes in May',
  );
  assert.equal(
    decisionWords({ ...decision, kind: 'quick fix' }),
    'A quick fix by 1 Jun 2026: the new system comes in May',
  );
  assert.equal(
    decisionWords({ ...decision, kind: 'repair the data', until: null }),
    'The data are to be repaired: the new system comes in May',
  );
});

test('a gap is told without a sign, in points for percents', () => {
  assert.equal(gapText({ gap: 3.2, unit: { kind: 'percent' }, decimals: 1 }), '3.2 points');
  assert.equal(gapText({ gap: 65, unit: { kind: 'duration', unit: 'minutes' }, decimals: 0 }), '1h 05m');
  assert.equal(gapText({ gap: null, unit: { kind: 'number' }, decimals: 0 }), '–');
});

test('the first wording goes the way from level to wanted, and keeps the capitals of abbreviations', () => {
  const gap = { name: 'Customer churn', direction: 'lower' as const, level: 5, wanted: 3 };
  assert.equal(firstTitle(gap), 'Bring customer churn down to a level that we can rely on');
  assert.equal(
    firstTitle({ ...gap, name: 'NPS', direction: 'higher', wanted: 40 }),
    'Lift NPS to a level that we can rely on',
  );
  assert.equal(firstTitle({ ...gap, direction: 'within' }), 'Bring customer churn back into its band');
});
