import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeLines } from './tree-lines.ts';

const drawn = { past: '│ ', branch: '├ ', last: '└ ', none: '  ' };

function draw(tree: [depth: number, name: string][]): string[] {
  const lines = treeLines(tree.map(([depth]) => depth));
  return tree.map(([, name], index) => lines[index]!.map((line) => drawn[line]).join('') + name);
}

test('a tree is drawn with branches, last branches and lines passing by', () => {
  const tree: [number, string][] = [
    [0, 'a'],
    [1, 'b'],
    [2, 'c'],
    [2, 'd'],
    [1, 'e'],
    [2, 'f'],
    [0, 'g'],
    [1, 'h'],
  ];
  assert.deepEqual(draw(tree), ['a', '├ b', '│ ├ c', '│ └ d', '└ e', '  └ f', 'g', '└ h']);
});

test('roots alone have no lines', () => {
  assert.deepEqual(treeLines([0, 0]), [[], []]);
  assert.deepEqual(treeLines([]), []);
});
