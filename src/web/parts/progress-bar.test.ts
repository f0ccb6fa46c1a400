import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percent } from './dates.ts';
import { barMarks, progressWords } from './progress-bar.ts';

test('a bar at 44% fills from zero to 44% of the way between the two marks', () => {
  const { zero, one, fillFrom, fillTo, beyond } = barMarks(0.44);
  assert.equal(fillFrom, zero);
  assert.ok(Math.abs((fillTo - zero) / (one - zero) - 0.44) < 0.001);
  assert.equal(beyond, undefined);
});

test('a value below the baseline fills to the left of zero, one beyond the target to the right of one', () => {
  const below = barMarks(-0.1);
  assert.ok(below.fillFrom < below.zero && below.fillTo === below.zero);
  const above = barMarks(1.1);
  assert.ok(above.fillTo > above.one);
});

test('a value far out ends at the edge and says so', () => {
  assert.deepEqual([barMarks(-3).beyond, barMarks(-3).fillFrom], ['left', 0]);
  assert.deepEqual([barMarks(1.3).beyond, barMarks(1.3).fillTo], ['right', 100]);
});

test('the expected pace is marked only where there is one', () => {
  assert.equal(barMarks(0.2, 0).expected, barMarks(0.2).zero);
  assert.equal(barMarks(0.2, null).expected, undefined);
});

test('the words are exact where the bar cannot be', () => {
  assert.deepEqual(
    [-0.2, 0.4, 1.3, null].map((share) => progressWords(share, percent)),
    ['−20%, below the baseline', '40%', '130%, beyond the target', 'no progress yet'],
  );
});
