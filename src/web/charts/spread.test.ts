import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spread } from './spread.ts';

test('labels with room stay where their lines are', () => {
  assert.deepEqual(spread([10, 60, 110], 14, 0, 200), [10, 60, 110]);
});

test('labels that would overlap part around their middle', () => {
  assert.deepEqual(spread([50, 52], 14, 0, 200), [44, 58]);
});

test('labels at the edge are pushed inwards', () => {
  assert.deepEqual(spread([-5, 1], 14, 0, 200), [0, 14]);
});

test('a label pushed into its neighbour pushes that on', () => {
  assert.deepEqual(spread([100, 101, 110], 14, 0, 200), [89 + 2 / 3, 103 + 2 / 3, 117 + 2 / 3]);
});

test('whatever is wanted, labels keep their order, their room and the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 12 }), (wanted) => {
      const placed = spread(wanted, 14, 0, 300);
      assert.equal(placed.length, wanted.length);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
      for (const [at, index] of order.entries()) {
        const y = placed[index]!;
        assert.ok(y >= -1e-6 && y <= 300 + 1e-6, `${y} is outside`);
        if (at > 0) assert.ok(y - placed[order[at - 1]!]! >= 14 - 1e-6, `${placed} are too close`);
      }
    }),
  );
});

test('more labels than fit share the room evenly', () => {
  assert.deepEqual(spread([5, 5, 5], 14, 0, 20), [0, 10, 20]);
});
