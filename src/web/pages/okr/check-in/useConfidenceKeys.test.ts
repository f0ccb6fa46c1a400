import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidenceTyped } from './useConfidenceKeys.ts';

const nothing = { digit: '', since: 0 };

test('a digit is a confidence, and any other key is none', () => {
  assert.equal(confidenceTyped('7', nothing, 1000), 7);
  assert.equal(confidenceTyped('0', nothing, 1000), 0);
  assert.equal(confidenceTyped('x', nothing, 1000), undefined);
  assert.equal(confidenceTyped('Enter', nothing, 1000), undefined);
});

test('1 and quickly 0 is ten; a 0 that comes later is nought', () => {
  const one = { digit: '1', since: 1000 };
  assert.equal(confidenceTyped('0', one, 1300), 10);
  assert.equal(confidenceTyped('0', one, 2000), 0);
});
