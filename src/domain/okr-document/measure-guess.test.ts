import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessMeasure } from './measure-guess.ts';

const moves: [string, number, number, string][] = [
  ['Page load from 3.2s to 1.0s', 3.2, 1, 'duration'],
  ['99.9% of search requests < 500ms (currently 97.2%)', 97.2, 99.9, 'percent'],
  ['Newsletter readers from 2.000 to 5.000', 2000, 5000, 'number'],
  ['Ratio from 2.125 to 2.250', 2.125, 2.25, 'number'],
  ['Activation rate 32% ➜ 45%', 32, 45, 'percent'],
  ['40 clinics signed (from 12)', 12, 40, 'number'],
  ['Win rate 20 % (baseline: 14 %)', 14, 20, 'percent'],
  ['Close the books in 5 days (was 11)', 11, 5, 'duration'],
  ['Answers come in 45 minutes instead of 4 hours', 240, 45, 'duration'],
  ['Revenue from €1.2M to €2M', 1.2e6, 2e6, 'currency'],
];

test('a move is guessed with the baseline and the target that its words mean', () => {
  for (const [words, baseline, target, kind] of moves) {
    const { measure, unit } = guessMeasure(words);
    assert.deepEqual([words, measure, unit.kind], [words, { kind: 'move', baseline, target }, kind]);
  }
});

test('where words give no baseline nothing is made up: it is done or not, and the guess says what it lacks', () => {
  for (const words of ['Uptime 99.95%', 'CSAT of 4.5', 'Publish the handbook']) {
    const { measure, read } = guessMeasure(words);
    assert.deepEqual([words, measure], [words, { kind: 'done' }]);
    assert.match(read[0]!, /without a baseline|no number/);
  }
});
