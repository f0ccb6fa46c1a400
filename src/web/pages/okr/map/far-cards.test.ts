import assert from 'node:assert/strict';
import test from 'node:test';
import { far } from './far-cards.ts';
import { type Card, cardsWithin, sizes } from './map-cards.ts';
import { mapGraph } from './map-graph.ts';
import { filters, made, madeMap } from './map-made.ts';

const map = madeMap([
  made('a', [], { health: 'off track', progress: 0.5 }),
  made('b', ['a'], { health: 'off track', progress: -0.2 }),
  made('c', ['a'], { health: 'on track', progress: 1.4 }),
  made('d', ['a'], { progress: null }),
]);
const graph = mapGraph(map, { filters: filters(), focus: '', folded: new Set(), withKpis: false });
const cards = graph.nodes.map((node): Card => ({ ...node, whose: '', cycle: undefined }));
const at = { a: [0, 100], b: [340, 0], c: [340, 100], d: [340, 200] } as const;

test('from afar cards of one health are one path through their corners', () => {
  assert.deepEqual(
    far(cards, { at }).heaps.map(({ id, corners }) => [id, corners]),
    [
      ['far-objective-off-track', 'M0,100L340,0'],
      ['far-objective-on-track', 'M340,100'],
      ['far-objective-none', 'M340,200'],
    ],
  );
});

test('from afar a bar is empty below the baseline, full beyond the target, and not there without progress', () => {
  const { tracks, fills } = far(cards, { at });
  assert.equal(tracks.match(/M/g)?.length, 3);
  assert.deepEqual(fills.match(/h\d+/g), ['h69', 'h138']);
});

test('what is filtered for stands out from afar too', () => {
  const narrow = mapGraph(map, {
    filters: filters({ health: 'on-track' }),
    focus: '',
    folded: new Set(),
    withKpis: false,
  });
  const drawn = far(
    narrow.nodes.map((node): Card => ({ ...node, whose: '', cycle: undefined })),
    { at },
  );
  assert.deepEqual(
    drawn.heaps.map(({ id, isDim }) => [id, isDim]),
    [
      ['far-objective-off-track-dim', true],
      ['far-objective-on-track', false],
    ],
  );
});

test('in sight is what lies in the window, wholly or in part, however far away it is', () => {
  const ids = (view: [number, number, number], width: number, height: number) =>
    cardsWithin(cards, { at }, view, width, height).map(({ id }) => id);
  assert.deepEqual(ids([0, 0, 1], 1000, 1000), ['a', 'b', 'c', 'd']);
  assert.deepEqual(ids([0, 0, 1], 300, 100), []);
  assert.deepEqual(ids([0, 0, 1], 300, 101), ['a']);
  assert.deepEqual(ids([-341, -99 - sizes.objective.height, 1], 100, 19), ['c']);
  assert.deepEqual(ids([0, 0, 0.1], 100, 11), ['a', 'b', 'c']);
  // A point: what is under the pointer.
  assert.deepEqual(ids([-350, -210, 1], 1, 1), ['d']);
});
