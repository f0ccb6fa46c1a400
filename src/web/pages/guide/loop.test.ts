import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loop, loopMarks } from './loop.ts';

test('the steps stand on one ring, the first at the top, and no arc touches a mark', () => {
  const marks = loopMarks(loop.length, 260);
  assert.deepEqual([marks[0]!.x, marks[0]!.y], [130, 22]);
  for (const [index, { x, y, arc }] of marks.entries()) {
    assert.ok(Math.abs(Math.hypot(x - 130, y - 130) - 108) < 0.2);
    const [fromX, fromY] = arc.slice(1).split('A')[0]!.split(',').map(Number) as [number, number];
    const [toX, toY] = arc.split(' ').at(-1)!.split(',').map(Number) as [number, number];
    const next = marks[(index + 1) % marks.length]!;
    assert.ok(Math.hypot(fromX - x, fromY - y) > 15);
    assert.ok(Math.hypot(toX - next.x, toY - next.y) > 15);
  }
});

test('the loop goes from KPIs over OKRs back to KPIs', () => {
  assert.equal(loop.map(({ side }) => side[0]).join(''), 'KKKOOOKK');
});
