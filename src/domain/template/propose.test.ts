import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Unit } from '#domain/kpi/unit.ts';
import { findKpiTemplate, library } from './library.ts';
import { proposedTarget } from './propose.ts';
import { titleOf } from './render.ts';

const percent: Unit = { kind: 'percent' };
const plain: Unit = { kind: 'number' };

test('a target is proposed in the proportion of the example', () => {
  const cases: [number, [number, number], Unit, number, number][] = [
    [40, [20, 30], plain, 0, 60],
    [300, [240, 45], { kind: 'duration', unit: 'minutes' }, 0, 56],
    [21, [21, 28], percent, 1, 28],
    [60, [20, 60], percent, 1, 80],
    [10, [20, 10], percent, 1, 5],
    [97, [93, 100], percent, 1, 100],
    [110, [97, 103], percent, 1, 116.8],
    [0, [10, 5], plain, 0, -5],
  ];
  for (const [baseline, [from, to], unit, decimals, expected] of cases)
    assert.equal(proposedTarget(baseline, { baseline: from, target: to }, { unit, decimals }), expected);
});

test('a proposal goes the way of the example, and a share stays within the whole', () => {
  const moves = library
    .flatMap(({ objectives }) => objectives.flatMap(({ keyResults }) => keyResults))
    .flatMap(({ kpi, measure }) =>
      measure.kind === 'move' ? [{ kpi: findKpiTemplate(kpi)!, measure }] : [],
    );
  fc.assert(
    fc.property(
      fc.constantFrom(...moves),
      fc.double({ min: 1, max: 98, noNaN: true }),
      ({ kpi, measure }, level) => {
        const baseline = Number(level.toFixed(1));
        fc.pre(kpi.unit.kind !== 'scale' || baseline < kpi.unit.to);
        const target = proposedTarget(baseline, measure, { unit: kpi.unit, decimals: 4 });
        assert.equal(Math.sign(target - baseline), Math.sign(measure.target - measure.baseline), kpi.key);
        if (kpi.unit.kind === 'percent' && measure.target <= 100) assert.ok(target <= 100, kpi.key);
      },
    ),
  );
});

test('titles say what a person would: the unit once, money by its code, no decimals that nobody promised', () => {
  const say = (title: string, baseline: number, target: number, unit: Unit, decimals: number) =>
    titleOf({ title }, { kind: 'move', baseline, target }, { unit, decimals });
  const title = 'Move it from {baseline} to {target}';
  assert.equal(say(title, 21, 28.5, percent, 1), 'Move it from 21% to 28.5%');
  assert.equal(say(title, 68, 52, { kind: 'duration', unit: 'days' }, 1), 'Move it from 68 to 52 days');
  assert.equal(say(title, 9.4, 5, { kind: 'currency', code: 'GBP' }, 2), 'Move it from 9.40 to 5 GBP');
  assert.equal(say(title, 140, 190, { kind: 'number', symbol: 'leads' }, 0), 'Move it from 140 to 190');
  assert.equal(
    titleOf(
      { title: '{level} in {run} weeks' },
      { kind: 'hold', bound: 'at least', level: 4.5, run: 6, cadence: 'weekly' },
      { unit: plain, decimals: 2 },
    ),
    '4.5 in 6 weeks',
  );
});
