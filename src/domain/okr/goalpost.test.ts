import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Frozen, inUnit, movedGoalposts } from './goalpost.ts';

const frozen: Frozen = {
  title: 'First response from 240 to 45 minutes',
  measure: { kind: 'move', baseline: 240, target: 45 },
  unit: { kind: 'duration', unit: 'minutes' },
  weight: 1,
  deadline: '2026-03-31',
  kpi: 'first-response',
};

test('What stays as it was frozen moves nothing', () => {
  assert.deepEqual(movedGoalposts(frozen, structuredClone(frozen)), []);
});

test('Each thing that moved is listed once, with before and after', () => {
  const changed: Frozen = {
    ...frozen,
    title: 'First response to 90 minutes',
    measure: { kind: 'move', baseline: 240, target: 90 },
    weight: 0.5,
    deadline: '2026-04-30',
    kpi: undefined,
  };
  assert.deepEqual(movedGoalposts(frozen, changed), [
    { field: 'wording', before: frozen.title, after: changed.title },
    { field: 'target', before: 45, after: 90 },
    { field: 'weight', before: 1, after: 0.5 },
    { field: 'deadline', before: '2026-03-31', after: '2026-04-30' },
    { field: 'kpi', before: 'first-response', after: undefined },
  ]);
});

test('Another kind of measure is one moved goalpost', () => {
  const done = { kind: 'done' } as const;
  assert.deepEqual(movedGoalposts(frozen, { ...frozen, measure: done }), [
    { field: 'measure', before: frozen.measure, after: done },
  ]);
});

test('The same goal in another unit of its kind has not moved', () => {
  const hours: Frozen = {
    ...frozen,
    unit: { kind: 'duration', unit: 'hours' },
    measure: { kind: 'move', baseline: 4, target: 0.75 },
  };
  assert.deepEqual(movedGoalposts(frozen, hours), []);
  const easier: Frozen = { ...hours, measure: { kind: 'move', baseline: 4, target: 1 } };
  assert.deepEqual(movedGoalposts(frozen, easier), [{ field: 'target', before: 0.75, after: 1 }]);
});

test('Another kind of unit is a moved goalpost', () => {
  const percent: Frozen = { ...frozen, unit: { kind: 'percent' } };
  assert.deepEqual(movedGoalposts(frozen, percent), [
    { field: 'unit', before: frozen.unit, after: { kind: 'percent' } },
  ]);
});

test('Steps, levels and runs are compared by what they say', () => {
  const steps: Frozen = {
    ...frozen,
    kpi: undefined,
    measure: { kind: 'milestones', steps: [{ id: 'a', title: 'Pilot', weight: 1 }] },
  };
  assert.deepEqual(movedGoalposts(steps, structuredClone(steps)), []);
  const heavier: Frozen = {
    ...steps,
    measure: { kind: 'milestones', steps: [{ id: 'a', title: 'Pilot', weight: 2 }] },
  };
  assert.deepEqual(
    movedGoalposts(steps, heavier).map((each) => each.field),
    ['steps'],
  );
  const hold: Frozen = {
    ...frozen,
    measure: { kind: 'hold', bound: 'at most', level: 60, run: 3, cadence: 'weekly' },
  };
  const lax: Frozen = {
    ...frozen,
    measure: { kind: 'hold', bound: 'at most', level: 90, run: 2, cadence: 'weekly' },
  };
  assert.deepEqual(
    movedGoalposts(hold, lax).map((each) => each.field),
    ['level', 'run'],
  );
});

test('A measure is restated in another unit of its kind only', () => {
  const hours = { kind: 'duration', unit: 'hours' } as const;
  assert.deepEqual(inUnit(frozen.measure, frozen.unit, hours), { kind: 'move', baseline: 4, target: 0.75 });
  assert.equal(inUnit(frozen.measure, frozen.unit, { kind: 'percent' }), undefined);
});
