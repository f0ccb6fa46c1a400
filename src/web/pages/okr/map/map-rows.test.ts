import assert from 'node:assert/strict';
import test from 'node:test';
import type { MapKpi } from '#contract/objectives.ts';
import { boxesOf, cardsOf } from './map-cards.ts';
import { mapGraph } from './map-graph.ts';
import { filters, made, madeMap } from './map-made.ts';
import { mapRows } from './map-rows.ts';
import { nodeWords } from './map-words.ts';

const names = {
  person: (id: string | null | undefined) => (id ? `person ${id}` : null),
  team: (id: string | null | undefined) => (id ? `team ${id}` : null),
  isMe: () => false,
};
const map = madeMap(
  [
    made('year', [], { cycle: 'y', title: 'Everybody rides' }),
    made('top', ['year'], { team: 'all', health: 'on track' }),
    made('low', ['top', 'year?'], { person: 'mia', level: 'person', progress: -0.2, health: 'off track' }),
    made('lost', [], {
      ...{ team: 'sales', level: 'team', progress: null },
      alignment: [{ kind: 'orphan', sentence: 'It hangs below nothing.' }],
    }),
  ],
  {
    cycles: [
      { id: 'q1', name: '2026 Q1', state: 'active', expected: 0.4 },
      { id: 'y', name: '2026', state: 'active', expected: 0.1 },
    ],
    kpis: [{ id: 'csat', key: 'csat', name: 'CSAT', status: 'healthy', team: null, owner: null } as MapKpi],
    links: [
      { objective: 'top', kpi: 'csat', kind: 'improves' },
      { objective: 'low', kpi: 'csat', kind: 'guardrail' },
    ],
  },
);

function heard(folded: string[] = []): string[] {
  const graph = mapGraph(map, { filters: filters(), focus: '', folded: new Set(folded), withKpis: true });
  return mapRows(cardsOf(graph, map, names), graph).map(
    ({ card, level, relation, isRepeat }) =>
      `${level} ${nodeWords(card, relation)}${isRepeat ? ' (again)' : ''}`,
  );
}

test('the map is heard as a nested list: each node where it hangs, what it is to the one above, and how it stands', () => {
  assert.deepEqual(heard(), [
    '1 Everybody rides, too early to say, 50%, in 2026',
    '2 Objective top, contributes to it, on track, 50%, team all',
    '3 KPI CSAT, to be improved, healthy',
    '3 Objective low, contributes to it, off track, −20%, below the baseline, person mia',
    '4 KPI CSAT, guardrail, must not be harmed, healthy (again)',
    '2 Objective low, supports it, off track, −20%, below the baseline, person mia (again)',
    '1 Objective lost, too early to say, no progress yet, team sales, orphan',
  ]);
});

test('what is folded is counted aloud', () => {
  const folded = heard(['year']);
  assert.equal(folded[0], '1 Everybody rides, too early to say, 50%, in 2026, 2 folded away');
  assert.equal(folded.length, 2);
});

test('what hangs below nothing is placed by whose it is', () => {
  const graph = mapGraph(map, { filters: filters(), focus: '', folded: new Set(), withKpis: false });
  assert.deepEqual(
    boxesOf(graph).boxes.map(({ id, tier }) => [id, tier]),
    [
      ['year', 1],
      ['top', 1],
      ['low', 3],
      ['lost', 2],
    ],
  );
  assert.deepEqual(
    boxesOf(graph).links.map(({ to, isWeak }) => [to, isWeak]),
    [
      ['top', false],
      ['low', false],
      ['low', true],
    ],
  );
});
