import assert from 'node:assert/strict';
import test from 'node:test';
import type { DriverNode, DriverTree } from '#contract/drivers.ts';
import { card, driverGraph, nameLines } from './driver-graph.ts';
import { driverRows } from './driver-rows.ts';
import { originWords } from './origin-words.ts';

const node = (id: string, step: number, more: Partial<DriverNode> = {}): DriverNode => ({
  ...{ id, key: id, name: id.toUpperCase(), owner: null, team: null, role: 'output', direction: 'higher' },
  ...{ cadence: 'monthly', unit: { kind: 'number' }, decimals: 0, formula: null, archived: false, step },
  ...{
    period: null,
    value: null,
    status: 'healthy',
    signal: null,
    sense: null,
    speaksSince: null,
    sparkline: [],
  },
  ...more,
});
const edge = (from: string, to: string, kind: 'formula' | 'child' | 'driver' = 'driver') => ({
  ...{ from, to, kind },
  note: null,
});
const since = (period: string) =>
  ({ sense: 'deterioration', speaksSince: { period, starts: `${period}-01` } }) as const;

const tree: DriverTree = {
  kpi: 'churn',
  nodes: [
    node('churn', 0, since('2026-03')),
    node('support', -1, since('2026-02')),
    node('lost', -1),
    node('staff', -2, since('2026-01')),
    node('revenue', 1),
  ],
  edges: [
    edge('support', 'churn'),
    edge('lost', 'churn', 'formula'),
    edge('staff', 'support'),
    edge('staff', 'lost'),
    edge('churn', 'revenue', 'child'),
  ],
  origin: { kpi: 'staff', path: ['staff', 'support', 'churn'] },
  more: false,
  asOf: null,
};

test('inputs stand left of the KPI, outputs right of it, each step in a column, and no two cards on each other', () => {
  const { cards, width, height } = driverGraph(tree);
  const at = (id: string) => cards.find((each) => each.node.id === id)!;
  assert.deepEqual(
    ['staff', 'support', 'churn', 'revenue'].map((id) => at(id).x / (card.width + 52)),
    [0, 1, 2, 3],
  );
  assert.equal(at('lost').x, at('support').x);
  assert.ok(Math.abs(at('lost').y - at('support').y) >= card.height);
  for (const { x, y } of cards)
    assert.ok(x >= 0 && y >= 0 && x + card.width <= width && y + card.height <= height);
});

test('the way of the signal is marked on cards and lines, and nothing else is', () => {
  const { cards, lines } = driverGraph(tree);
  assert.deepEqual(
    cards
      .filter(({ isOnPath }) => isOnPath)
      .map(({ node }) => node.id)
      .sort(),
    ['churn', 'staff', 'support'],
  );
  assert.deepEqual(
    lines.filter(({ isOnPath }) => isOnPath).map(({ edge }) => `${edge.from} ${edge.to}`),
    ['support churn', 'staff support'],
  );
});

test('a column of many shows nine, those on the way of the signal first, and says how many are not there', () => {
  const many = Array.from({ length: 40 }, (_, at) => node(`input-${String(at).padStart(2, '0')}`, -1));
  const speaker = node('zeta', -1, since('2026-01'));
  const large: DriverTree = {
    ...tree,
    nodes: [node('churn', 0, since('2026-03')), ...many, speaker],
    edges: [...many, speaker].map(({ id }) => edge(id, 'churn')),
    origin: { kpi: 'zeta', path: ['zeta', 'churn'] },
  };
  const { cards, hidden } = driverGraph(large);
  assert.equal(cards.length, 10);
  assert.ok(cards.some(({ node }) => node.id === 'zeta'));
  assert.deepEqual(
    hidden.map(({ count }) => count),
    [32],
  );
});

test('a long name has two lines and ends in dots', () => {
  assert.deepEqual(nameLines('Churn'), ['Churn']);
  const [first, second, ...none] = nameLines(
    'Bicycles that come back with a defect within the first thirty days after sale',
  );
  assert.ok(first && second?.endsWith('…') && none.length === 0);
  assert.match(nameLines('x'.repeat(80))[0]!, /^x+…$/);
});

test('the list nests inputs below what they move; a second naming does not repeat what stands below', () => {
  const words = (fold: number) =>
    driverRows(tree, 'up', ({ depth }) => depth >= fold).map(
      ({ node, depth, isRepeat, below }) => `${depth} ${node.id}${isRepeat ? ' again' : ''} ${below}`,
    );
  assert.deepEqual(words(9), ['1 support 1', '2 staff 0', '1 lost 1', '2 staff again 0']);
  assert.deepEqual(words(1), ['1 support 1', '1 lost 1']);
  assert.deepEqual(
    driverRows(tree, 'down', () => false).map(({ node }) => node.id),
    ['revenue'],
  );
  assert.equal(new Set(driverRows(tree, 'up', () => false).map(({ id }) => id)).size, 4);
});

test('where a signal started is said in words, with the way', () => {
  assert.equal(
    originWords(tree),
    'The deterioration of CHURN since March 2026 may have started at STAFF in January 2026, with a deterioration. From there it went by SUPPORT.',
  );
  assert.match(originWords({ ...tree, origin: { kpi: 'churn', path: ['churn'] } }), /started here: nothing/);
  assert.match(originWords({ ...tree, nodes: [node('churn', 0)], origin: null }), /no signal now/);
});
