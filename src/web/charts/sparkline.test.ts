import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sparkline } from './sparkline.ts';

const size = { width: 132, height: 26 };

test('only the newest 52 values are drawn, the newest at the right', () => {
  const values = Array.from({ length: 80 }, (_, index) => index);
  const { path, last } = sparkline(values, [], size);
  assert.equal(path.match(/[ML]/g)?.length, 52);
  assert.deepEqual(last, { x: 129, y: 3 });
});

test('a gap is a gap, and a value between two gaps is a dot', () => {
  const { path, lone } = sparkline([1, 2, null, 3, null, 4, 5], [], size);
  assert.equal(path.match(/M/g)?.length, 2);
  assert.equal(lone.length, 1);
});

test('the newest value is marked even when newer periods are missing', () => {
  const { last } = sparkline([1, 2, 3, null], [], size);
  assert.ok(last && last.x < 129);
});

test('a threshold near by is a hairline, one far away is left out', () => {
  assert.equal(sparkline([10, 20], [22], size).thresholds.length, 1);
  assert.deepEqual(sparkline([10, 20], [95], size).thresholds, []);
});

test('a flat series lies in the middle, and none at all draws nothing', () => {
  assert.equal(sparkline([5, 5, 5], [], size).last?.y, 13);
  assert.deepEqual(sparkline([null, null], [5], size), {
    path: '',
    lone: [],
    thresholds: [],
    last: undefined,
  });
});

test('a short history does not fill the width', () => {
  const { path } = sparkline([1, 2, 3], [], size);
  assert.ok(Number(path.match(/^M([\d.]+)/)?.[1]) > 100);
});
