import assert from 'node:assert/strict';
import test from 'node:test';
import { firstView, legible } from './first-view.ts';

test('a small map stands whole in the middle, no larger than drawn', () => {
  const small = { at: { a: [0, 0] as const }, width: 264, height: 82 };
  assert.deepEqual(firstView(small, 1000, 500), { x: 368, y: 209, zoom: 1 });
});

test('a map that is a little too large is made smaller, as far as it can be read', () => {
  const { zoom, x, y } = firstView({ at: { a: [0, 0] }, width: 1200, height: 500 }, 1000, 500);
  assert.ok(zoom >= legible && zoom < 1);
  assert.ok(x >= 24 && y >= 24);
});

test('a large map begins with the middle of its first column', () => {
  const at = { a: [0, 100], b: [0, 4000], c: [0, 9000], d: [500, 0] } as const;
  const { x, y, zoom } = firstView({ at, width: 900, height: 10_000 }, 1000, 500);
  assert.equal(x, 24);
  assert.equal(Math.round(y + (4000 + 41) * zoom), 250);
});
