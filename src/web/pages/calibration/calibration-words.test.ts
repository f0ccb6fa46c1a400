import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brierWords, reliabilityWords, resolutionWords } from './calibration-words.ts';

test('a Brier score is told beside that of always saying five', () => {
  assert.deepEqual([0, 0.1, 0.25, 0.4].map(brierWords), [
    'close to a prophet',
    'better than always saying 5',
    'as always saying 5',
    'worse than always saying 5',
  ]);
});

test('what is off is told in tenths, and what is told apart beside how mixed the outcomes are', () => {
  assert.equal(reliabilityWords(0.0016), 'what is said is what happens');
  assert.equal(reliabilityWords(0.09), 'what is said is off by about 3 in 10');
  assert.equal(resolutionWords(0, 0), 'all came out alike, so there was nothing to tell apart');
  assert.equal(resolutionWords(0.01, 0.25), 'high and low confidence came true about alike');
  assert.equal(resolutionWords(0.05, 0.25), 'high confidence came true more often than low');
  assert.equal(resolutionWords(0.2, 0.25), 'confidence tells well what will be reached');
});
