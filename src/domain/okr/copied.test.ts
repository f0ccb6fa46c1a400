import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Copied, copied, type Standing } from './copied.ts';
import type { Measure } from './measure.ts';

const percent: Unit = { kind: 'percent' };
const minutes: Unit = { kind: 'duration', unit: 'minutes' };
const move = (baseline: number, target: number): Measure => ({ kind: 'move', baseline, target });
const at = (level: number | undefined, unit: Unit = percent, decimals = 1): Standing => ({
  level,
  unit,
  decimals,
});

test('a move starts where its KPI stands, and its title says so', () => {
  const cases: [string, Measure, Standing | undefined, Copied][] = [
    [
      'Cut orders sent back from 7.8 to 5.8 %',
      move(7.8, 5.8),
      at(6.93),
      { title: 'Cut orders sent back from 6.9 to 5.8 %', measure: move(6.9, 5.8) },
    ],
    [
      'Cut first response from 4h 00m to 45m',
      move(240, 45),
      at(200, minutes, 0),
      { title: 'Cut first response from 3h 20m to 45m', measure: move(200, 45) },
    ],
    ['Reach 95 %', move(88, 95), at(90), { title: 'Reach 95 %', measure: move(90, 95) }],
    [
      'From 8 to 12',
      move(8, 12),
      at(9, { kind: 'number' }, 0),
      { title: 'From 9 to 12', measure: move(9, 12) },
    ],
    ['Typed from 8 to 12', move(8, 12), undefined, { title: 'Typed from 8 to 12', measure: move(8, 12) }],
    [
      'Unknown from 8 to 12',
      move(8, 12),
      at(undefined),
      { title: 'Unknown from 8 to 12', measure: move(8, 12) },
    ],
  ];
  for (const [title, measure, kpi, expected] of cases)
    assert.deepEqual(copied(title, measure, kpi), expected);
});

test('a number that only begins like the baseline is left alone', () => {
  const again = copied('from 80 people to 8.5', move(8, 12), at(9, { kind: 'number' }, 0));
  assert.equal('title' in again && again.title, 'from 80 people to 8.5');
});

test('what is there already is not promised again', () => {
  assert.deepEqual(copied('Raise', move(88, 94), at(94.02)), {
    because: 'it stands at 94.0%, and 94.0% was the target',
  });
  assert.ok('because' in copied('Cut', move(7.8, 5.8), at(5)));
});

test('other measures are copied as they are', () => {
  const measures: Measure[] = [
    { kind: 'done' },
    { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' },
    { kind: 'milestones', steps: [{ id: 'a', title: 'A', weight: 1 }] },
  ];
  for (const measure of measures) assert.deepEqual(copied('T', measure, at(3)), { title: 'T', measure });
});

test('a copied move still goes the same way', () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(number, number, number, (baseline, target, level) => {
      fc.pre(baseline !== target);
      const again = copied('T', move(baseline, target), at(level, { kind: 'number' }, 0));
      if ('because' in again || again.measure.kind !== 'move') return;
      assert.equal(Math.sign(again.measure.target - again.measure.baseline), Math.sign(target - baseline));
    }),
  );
});
