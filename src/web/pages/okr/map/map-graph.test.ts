import assert from 'node:assert/strict';
import test from 'node:test';
import type { MapKpi } from '#contract/objectives.ts';
import { allFolded, firstFolded, mapGraph, type Wanted } from './map-graph.ts';
import { filters, made, madeMap } from './map-made.ts';

// a ─ b ─ d ─ e
//   └ c ─ d      and x stands for itself.
const map = madeMap([
  made('a'),
  made('b', ['a'], { team: 'sales' }),
  made('c', ['a?'], { health: 'behind' }),
  made('d', ['b', 'c'], { team: 'sales', health: 'behind' }),
  made('e', ['d'], { answering: ['mia'] }),
  made('x', [], { alignment: [{ kind: 'orphan', sentence: 'alone' }] }),
]);

const drawn = (more: Partial<Wanted> = {}) =>
  mapGraph(map, { filters: filters(), focus: '', folded: new Set(), withKpis: false, ...more });
const ids = (more: Partial<Wanted> = {}) =>
  drawn(more).nodes.map(({ id, isDim }) => (isDim ? `(${id})` : id));

test('everything is drawn, each with its links to what is above it', () => {
  assert.deepEqual(ids(), ['a', 'b', 'c', 'd', 'e', 'x']);
  assert.deepEqual(
    drawn().edges.map(({ from, to, kind }) => `${to} ${kind} ${from}`),
    ['b contributes to a', 'c supports a', 'd contributes to b', 'd contributes to c', 'e contributes to d'],
  );
});

test('a folded branch is away, unless another way leads to it', () => {
  assert.deepEqual(ids({ folded: new Set(['b']) }), ['a', 'b', 'c', 'd', 'e', 'x']);
  assert.deepEqual(ids({ folded: new Set(['b', 'c']) }), ['a', 'b', 'c', 'x']);
  const [a] = drawn({ folded: new Set(['a']) }).nodes;
  assert.deepEqual([a!.isFolded, a!.hidden, a!.hasBelow], [true, 4, true]);
  assert.deepEqual(ids({ folded: new Set(['a', 'x']) }), ['a', 'x']);
});

test('one objective with what is above and below it', () => {
  assert.deepEqual(ids({ focus: 'b' }), ['a', 'b', 'd', 'e']);
  assert.deepEqual(ids({ focus: 'x' }), ['x']);
  assert.deepEqual(ids({ focus: 'gone' }), ['a', 'b', 'c', 'd', 'e', 'x']);
  // What is asked for is unfolded, and so is the way to it.
  assert.deepEqual(ids({ focus: 'd', folded: new Set(['a', 'b', 'c', 'd']) }), ['a', 'b', 'c', 'd', 'e']);
});

test('a filter leaves what is like that, with what is above it for its place', () => {
  assert.deepEqual(ids({ filters: filters({ team: 'sales' }) }), ['(a)', 'b', '(c)', 'd']);
  assert.deepEqual(ids({ filters: filters({ health: 'behind', team: 'sales' }) }), [
    '(a)',
    '(b)',
    '(c)',
    'd',
  ]);
  assert.deepEqual(ids({ filters: filters({ owner: 'mia' }), folded: new Set(['a', 'd']) }), [
    '(a)',
    '(b)',
    '(c)',
    '(d)',
    'e',
  ]);
  assert.deepEqual(ids({ filters: filters({ alignment: 'orphan' }) }), ['x']);
  assert.deepEqual(ids({ filters: filters({ team: 'nobody' }) }), []);
  assert.deepEqual(ids({ focus: 'b', filters: filters({ health: 'behind' }) }), ['(a)', '(b)', 'd']);
});

test('KPIs join those objectives that are drawn for themselves', () => {
  const kpi = (id: string) => ({ id, key: id, name: id.toUpperCase() }) as MapKpi;
  const tied = madeMap(map.objectives, {
    kpis: [kpi('csat'), kpi('calls')],
    links: [
      { objective: 'a', kpi: 'calls', kind: 'guardrail' },
      { objective: 'b', kpi: 'csat', kind: 'improves' },
      // Said by the line before.
      { objective: 'b', kpi: 'csat', kind: 'measured by' },
      { objective: 'e', kpi: 'csat', kind: 'measured by' },
    ],
  });
  const shown = (more: Partial<Wanted>) =>
    mapGraph(tied, { filters: filters(), focus: '', folded: new Set(), withKpis: true, ...more });
  assert.deepEqual(
    shown({})
      .edges.slice(0, 3)
      .map(({ from, to, kind }) => `${from} ${kind} ${to}`),
    ['a guardrail calls', 'b improves csat', 'e measured by csat'],
  );
  const narrow = shown({ filters: filters({ team: 'sales' }) });
  assert.deepEqual(
    narrow.nodes.filter(({ kind }) => kind === 'kpi').map(({ id }) => id),
    ['csat'],
  );
});

test('a large map begins with so much unfolded as can be read, level by level', () => {
  const wide = madeMap([
    made('top'),
    ...Array.from({ length: 6 }, (_, at) => made(`team ${at}`, ['top'])),
    ...Array.from({ length: 60 }, (_, at) => made(`person ${at}`, [`team ${at % 6}`])),
  ]);
  const folded = firstFolded(wide);
  assert.deepEqual(
    [...folded],
    Array.from({ length: 6 }, (_, at) => `team ${at}`),
  );
  assert.equal(mapGraph(wide, { filters: filters(), focus: '', folded, withKpis: false }).nodes.length, 7);
  assert.equal(firstFolded(map).size, 0);
  assert.deepEqual([...allFolded(map)], ['a', 'b', 'c', 'd']);
});
