import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fit, gap, leastTile, screensOf } from './fit.ts';

const television = { width: 1872, height: 980 };
const phone = { width: 366, height: 760 };

test('a television shows twenty tiles, a phone three, and few tiles are large', () => {
  const shape = (count: number, screen = television) => {
    const { columns, rows } = fit(count, screen);
    return `${columns}×${rows}`;
  };
  assert.deepEqual(
    [1, 2, 4, 6, 9, 20, 400].map((count) => shape(count)),
    ['1×1', '2×1', '2×2', '3×2', '3×3', '5×4', '5×4'],
  );
  assert.deepEqual(
    [1, 2, 3, 50].map((count) => shape(count, phone)),
    ['1×1', '1×2', '1×3', '1×3'],
  );
});

test('tiles never need more room than there is, nor are they too small to be read, and all fit until the screen is full', () => {
  const size = fc.record({
    width: fc.integer({ min: 320, max: 4000 }),
    height: fc.integer({ min: 240, max: 2300 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), size, (count, screen) => {
      const { columns, rows, tile } = fit(count, screen);
      assert.ok(columns * (tile.width + gap) - gap <= screen.width);
      assert.ok(rows * (tile.height + gap) - gap <= screen.height);
      const least = leastTile(screen);
      assert.ok(columns === 1 || tile.width >= Math.floor(least.width));
      assert.ok(rows === 1 || tile.height >= Math.floor(least.height));
      const full = fit(1e9, screen);
      assert.ok(columns * rows >= Math.min(count, full.columns * full.rows));
    }),
  );
});

test('groups begin a screen of their own, and a large one has several that are about as full', () => {
  const lines = ['a', 'a', 'a', 'a', 'b', 'c', 'c'].map((group, at) => ({ group, at }));
  assert.deepEqual(
    screensOf(lines, 3).map(
      ({ group, part, parts, tiles }) => `${group} ${part}/${parts}: ${tiles.map(({ at }) => at)}`,
    ),
    ['a 1/2: 0,1', 'a 2/2: 2,3', 'b 1/1: 4', 'c 1/1: 5,6'],
  );
  assert.deepEqual(screensOf([], 4), []);
});

test('no tile is lost on the way to its screen, and no screen is too full or empty', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.integer({ min: 1, max: 9 }), (groups, most) => {
      const screens = screensOf(
        groups.map((group, at) => ({ group, at })),
        most,
      );
      assert.ok(screens.every(({ tiles }) => tiles.length > 0 && tiles.length <= most));
      const shown = screens.flatMap(({ tiles }) => tiles.map(({ at }) => at));
      assert.deepEqual(
        shown.sort((a, b) => a - b),
        [...groups.keys()],
      );
    }),
  );
});
