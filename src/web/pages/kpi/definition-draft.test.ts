import assert from 'node:assert/strict';
import test from 'node:test';
import { contract } from '#contract/index.ts';
import type { Kpi } from '#contract/kpis.ts';
import { changed, created, type Draft, draftOf, makesVersion, newDraft } from './definition-draft.ts';

const kpi: Kpi = {
  ...{ id: 'a', key: 'csat', name: 'Satisfaction', purpose: 'Why', definition: 'How', owner: 'olga' },
  ...{ team: 'support', person: null, labels: ['support'], unit: { kind: 'scale', from: 1, to: 5 } },
  ...{ decimals: 2, direction: 'higher', cadence: 'weekly', addsUp: 'mean', role: 'output' },
  ...{ kind: 'quantitative', pillar: null, weight: 1.5, graceDays: 3, parent: null, computed: false },
  ...{ counterMetrics: ['b'], version: 1, createdAt: '', archivedAt: null, formula: null },
} as Kpi;

test('a definition that is read into the form and not touched changes nothing, whatever its unit', () => {
  const units: Kpi['unit'][] = [
    { kind: 'number' },
    { kind: 'number', symbol: 'points' },
    { kind: 'percent' },
    { kind: 'currency', code: 'CHF' },
    { kind: 'duration', unit: 'minutes' },
    { kind: 'scale', from: 0, to: 10 },
    { kind: 'scale', from: 1, to: 3, steps: ['red', 'amber', 'green'] },
  ];
  for (const unit of units) assert.deepEqual(changed(draftOf({ ...kpi, unit }), { ...kpi, unit }), {});
});

test('only what has changed is sent, and only a formula, unit, direction or way of adding up makes a version', () => {
  const change = (part: Partial<Draft>) => changed({ ...draftOf(kpi), ...part }, kpi);
  assert.deepEqual(change({ name: 'CSAT', weight: '2' }), { name: 'CSAT', weight: 2 });
  assert.equal(makesVersion(change({ name: 'CSAT' })), false);
  assert.deepEqual(change({ direction: 'lower' }), { direction: 'lower' });
  assert.equal(makesVersion(change({ unit: 'percent' })), true);
  assert.deepEqual(change({ scope: 'organisation' }), { team: null });
  assert.deepEqual(change({ formula: ' lost / customers ' }), { formula: 'lost / customers' });
  assert.equal(makesVersion(change({ formula: 'lost / customers' })), true);
});

test('a new definition is complete by its name alone, and follows the unit until somebody chooses', () => {
  const draft = { ...newDraft(null), name: 'On-time delivery', unit: 'percent' as const };
  const input = contract.kpis.create.input.parse(created(draft));
  assert.equal(input.key, 'on-time-delivery');
  assert.equal(input.addsUp, 'ratio');
  assert.equal(input.decimals, 1);
  assert.equal(created({ ...draft, addsUp: 'mean', key: 'otd' }).addsUp, 'mean');
  assert.equal(created({ ...draft, key: 'otd' }).key, 'otd');
});

test('a number that cannot be read is refused at its field', () => {
  const { error } = contract.kpis.create.input.safeParse(
    created({ ...newDraft(null), name: 'A', weight: 'much' }),
  );
  assert.deepEqual(
    error?.issues.map(({ path }) => path),
    [['weight']],
  );
});
