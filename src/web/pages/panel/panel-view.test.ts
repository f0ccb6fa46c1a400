import assert from 'node:assert/strict';
import test from 'node:test';
import type { PanelRow } from '#contract/judgements.ts';
import { healthOf, healthWords, panelLines, wished } from './panel-view.ts';

const plain: PanelRow = {
  id: 'a',
  key: 'a',
  name: 'A',
  owner: null,
  team: null,
  parent: null,
  labels: [],
  role: 'output',
  cadence: 'weekly',
  direction: 'higher',
  unit: { kind: 'number' },
  decimals: 0,
  period: '2026-W05',
  value: 1,
  status: 'healthy',
  signal: null,
  sense: null,
  capability: null,
  level: null,
  floor: null,
  ceiling: null,
  computed: false,
  missingChildren: 0,
  sparkline: [],
};
const names = {
  person: (id: string | null) => (id === 'olga' ? 'Olga Owner' : null),
  team: (id: string | null) => (id === 'support' ? 'Support' : null),
};
const none = { q: '', status: '', signal: '', label: '', team: '', owner: '' };

const rows: PanelRow[] = [
  { ...plain, id: 'north', key: 'calls-north', name: 'Calls: north', parent: 'calls' },
  { ...plain, id: 'calls', key: 'calls', name: 'Sales calls', labels: ['sales', 'input'], status: 'breach' },
  {
    ...plain,
    id: 'csat',
    key: 'csat',
    name: 'Satisfaction',
    team: 'support',
    owner: 'olga',
    sense: 'improvement',
  },
];

test('children stand below their parent, and stay when the parent is not there', () => {
  const order = (list: PanelRow[]) => panelLines(list, names, '').map(({ id }) => id);
  assert.deepEqual(order(rows), ['calls', 'north', 'csat']);
  assert.deepEqual(order(rows.slice(0, 1)), ['north']);
});

test('under labels a KPI stands once for each, is counted once, and those without come last', () => {
  const lines = panelLines(rows, names, 'label');
  assert.deepEqual(
    lines.map(({ group, row }) => `${group}: ${row.id}`),
    ['input: calls', 'sales: calls', 'No label: north', 'No label: csat'],
  );
  assert.equal(new Set(lines.map(({ id }) => id)).size, 4);
  assert.deepEqual(healthOf(lines), { kpis: 3, breach: 1, warning: 0, signals: 1, overdue: 0 });
});

test('under teams those without a team come last', () => {
  assert.deepEqual(
    panelLines(rows, names, 'team').map(({ group }) => group),
    ['Support', 'No team', 'No team'],
  );
});

test('every word of the text is looked for in name, key, labels, owner, team and parent', () => {
  const found = (q: string) => wished(panelLines(rows, names, ''), { ...none, q }).map(({ id }) => id);
  assert.deepEqual(found('olga supp'), ['csat']);
  assert.deepEqual(found('SALES'), ['calls', 'north']);
  assert.deepEqual(found('sales olga'), []);
});

test('wishes are joined by and; any signal and no signal are wishes too', () => {
  const found = (part: object) =>
    wished(panelLines(rows, names, ''), { ...none, ...part }).map(({ id }) => id);
  assert.deepEqual(found({ status: 'breach' }), ['calls']);
  assert.deepEqual(found({ signal: 'any' }), ['csat']);
  assert.deepEqual(found({ signal: 'noise' }), ['calls', 'north']);
  assert.deepEqual(found({ signal: 'deterioration' }), []);
  assert.deepEqual(found({ team: 'support', owner: 'olga', status: 'healthy' }), ['csat']);
  assert.deepEqual(found({ label: 'input', status: 'healthy' }), []);
});

test('a group says what asks for attention, or that there is nothing to see', () => {
  assert.equal(healthWords({ kpis: 9, breach: 2, warning: 0, signals: 1, overdue: 0 }), '2 breach, 1 signal');
  assert.equal(
    healthWords({ kpis: 9, breach: 0, warning: 1, signals: 2, overdue: 1 }),
    '1 overdue, 1 warning, 2 signals',
  );
  assert.equal(healthWords({ kpis: 9, breach: 0, warning: 0, signals: 0, overdue: 0 }), 'nothing to see');
});
