import assert from 'node:assert/strict';
import test from 'node:test';
import { mapGraph } from './map-graph.ts';
import { placed } from './map-layout.ts';
import { filters, made, madeMap } from './map-made.ts';
import { walk } from './map-walk.ts';

const map = madeMap([
  made('top'),
  made('left', ['top']),
  made('right', ['top']),
  made('low', ['right', 'left?']),
  made('alone', [], { team: 'sales' }),
]);
const at = {
  top: [0, 50],
  left: [300, 0],
  right: [300, 100],
  low: [600, 90],
  alone: [300, 200],
} as const;

function keys(from: string, ...pressed: string[]): string[] {
  const folded = new Set<string>();
  let here = from;
  return pressed.map((key) => {
    const graph = mapGraph(map, { filters: filters(), focus: '', folded, withKpis: false });
    const move = walk(graph, { at }, here, key);
    if (!move) return '–';
    if ('to' in move) {
      here = move.to;
      return here;
    }
    if (!folded.delete(move.fold)) folded.add(move.fold);
    return `folds ${move.fold}`;
  });
}

test('arrows go to what is above, below and beside', () => {
  assert.deepEqual(keys('top', 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight'), [
    '–',
    'left',
    'right',
    'low',
    '–',
  ]);
  // What it contributes to comes before what it supports, however near that is.
  assert.deepEqual(keys('low', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowLeft'), [
    'right',
    'left',
    '–',
    'top',
  ]);
});

test('beyond its siblings a column goes on', () => {
  assert.deepEqual(keys('left', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'), [
    'right',
    'alone',
    '–',
    'right',
  ]);
});

test('Space folds, and the arrow to the right unfolds before it goes on', () => {
  assert.deepEqual(keys('right', ' ', 'ArrowRight', 'ArrowRight', ' '), [
    'folds right',
    'folds right',
    'low',
    '–',
  ]);
});

test('Home and End lead to the first and the last; other keys to nowhere, and a node that is gone to the first', () => {
  assert.deepEqual(keys('low', 'Home', 'End', 'a', 'Tab'), ['top', 'alone', '–', '–']);
  assert.deepEqual(keys('gone', 'ArrowUp'), ['left']);
});

test('every node can be reached by arrows from the first one, as the layout places them', () => {
  const many = madeMap([
    made('a'),
    made('b'),
    ...Array.from({ length: 40 }, (_, n) =>
      made(`n${n}`, [n < 8 ? (n % 2 ? 'a' : 'b') : `n${n % 8}`], { team: 't' }),
    ),
    made('orphan', [], { person: 'mia' }),
  ]);
  const graph = mapGraph(many, { filters: filters(), focus: '', folded: new Set(), withKpis: false });
  const places = placed({
    boxes: graph.nodes.map(({ id }) => ({ id, width: 240, height: 70, tier: id === 'orphan' ? 3 : 1 })),
    links: graph.edges.map(({ from, to }) => ({ from, to, isWeak: false })),
  });
  const seen = new Set<string>();
  const open = ['a'];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (seen.has(here)) continue;
    seen.add(here);
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const move = walk(graph, places, here, key);
      if (move && 'to' in move) open.push(move.to);
    }
  }
  assert.equal(seen.size, graph.nodes.length);
});
