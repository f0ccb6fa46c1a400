import assert from 'node:assert/strict';
import test from 'node:test';
import { plainly, wrapped } from './chart-svg.ts';

test('computed styles become what a file bears: colours in hexadecimal, lengths in its own units', () => {
  assert.deepEqual(['rgb(184, 50, 26)', 'rgba(0, 0, 0, 0.5)', '7px, 4px', '11px', 'none'].map(plainly), [
    '#b8321a',
    'rgba(0, 0, 0, 0.5)',
    '7, 4',
    '11',
    'none',
  ]);
});

test('a long text is broken between words, and a word that is too long stands alone', () => {
  assert.deepEqual(wrapped('one two three fourteenletters', 8), ['one two', 'three', 'fourteenletters']);
  assert.deepEqual(wrapped('', 8), []);
});
