import assert from 'node:assert/strict';
import test from 'node:test';
import { stepOf } from './useRowKeys.ts';

test('j and k step from anywhere and stay within the rows', () => {
  assert.deepEqual(
    [undefined, 0, 3, 9].map((at) => stepOf('j', at, 10)),
    [0, 1, 4, 9],
  );
  assert.deepEqual(
    [undefined, 0, 3, 9].map((at) => stepOf('k', at, 10)),
    [9, 0, 2, 8],
  );
});

test('arrows, Home and End lead somewhere only from a row, so that a page still scrolls by them', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End'];
  assert.deepEqual(
    keys.map((key) => stepOf(key, undefined, 10)),
    [undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(
    keys.map((key) => stepOf(key, 4, 10)),
    [5, 3, 0, 9],
  );
  assert.equal(stepOf('x', 4, 10), undefined);
});
