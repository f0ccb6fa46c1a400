import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { january } from '#domain/time/period.ts';
import type { AddsUp } from './definition.ts';
import { parentPoints, ratioValue, slowerPoints } from './roll-up.ts';
import type { Point } from './series.ts';
import type { Unit } from './unit.ts';

const count: Unit = { kind: 'number' };
const percent: Unit = { kind: 'percent' };
const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const child = (name: string, ...values: (number | null)[]) => ({
  name,
  points: values.map((value, index) => ({ period: months[index]!, value })),
});
const ratios = (name: string, ...sums: [number, number][]) => ({
  name,
  points: sums.map(([numerator, denominator], index) => ({
    period: months[index]!,
    value: ratioValue(numerator, denominator, percent),
    numerator,
    denominator,
  })),
});

describe('a parent', () => {
  const table: [AddsUp, Unit, number][] = [
    ['sum', count, 12],
    ['mean', count, 4],
    ['min', count, 2],
    ['max', count, 7],
    ['last', count, 12],
    ['last', { kind: 'currency', code: 'EUR' }, 12],
    ['last', { kind: 'scale', from: 1, to: 10 }, 4],
  ];
  for (const [addsUp, unit, expected] of table) {
    it(`of children with 2, 3 and 7 has ${expected} by ${addsUp} of a ${unit.kind}`, () => {
      const points = parentPoints([child('a', 2), child('b', 3), child('c', 7)], { addsUp, unit });
      assert.deepEqual(points, [{ period: '2026-01', value: expected, missing: [] }]);
    });
  }

  it('by ratio is the sum of numerators over the sum of denominators, never a mean of percentages', () => {
    const points = parentPoints([ratios('big', [900, 1000]), ratios('small', [1, 10])], {
      addsUp: 'ratio',
      unit: percent,
    });
    assert.equal(points[0]!.value, (100 * 901) / 1010);
    assert.notEqual(points[0]!.value, 50);
    assert.deepEqual([points[0]!.numerator, points[0]!.denominator], [901, 1010]);
  });

  it('names a child that gives a percentage without its two sums as missing', () => {
    const points = parentPoints([ratios('sums', [9, 10]), child('bare', 80)], {
      addsUp: 'ratio',
      unit: percent,
    });
    assert.deepEqual(points[0], {
      period: '2026-01',
      value: 90,
      numerator: 9,
      denominator: 10,
      missing: ['bare'],
    });
  });

  it('has no value when the denominators are all 0', () => {
    assert.equal(ratioValue(0, 0, percent), null);
    const points = parentPoints([ratios('empty', [0, 0])], { addsUp: 'ratio', unit: percent });
    assert.equal(points[0]!.value, null);
  });

  it('names who has not reported, from their first reading to the one they closed with', () => {
    const children = [child('a', 1, 1, 1, 1), child('late', null, 1, null, 1), child('gone', 1, 1)];
    const missing = (until?: string) =>
      parentPoints([children[0]!, children[1]!, { ...children[2]!, until }], {
        addsUp: 'sum',
        unit: count,
      }).map((point) => point.missing);
    assert.deepEqual(missing(), [[], [], ['late', 'gone'], ['gone']]);
    assert.deepEqual(missing('2026-02'), [[], [], ['late'], []]);
  });

  it('waits for a child that has never reported, unless that child has closed', () => {
    const parent = (until?: string) =>
      parentPoints([child('a', 1, 2), { ...child('silent'), until }], { addsUp: 'mean', unit: count });
    assert.deepEqual(
      parent().map((point) => point.missing),
      [['silent'], ['silent']],
    );
    assert.deepEqual(
      parent('2026-02').map((point) => point.missing),
      [[], []],
    );
  });

  it('shows a period that no child reported as missing all of them', () => {
    const points = parentPoints([child('a', 1, null, 3)], { addsUp: 'sum', unit: count });
    assert.deepEqual(points[1], { period: '2026-02', value: null, missing: ['a'] });
  });

  const sums = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 }));
  const families = fc.array(fc.array(sums, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  const ways = fc.constantFrom<AddsUp>('sum', 'mean', 'min', 'max', 'last', 'ratio');

  it('rolled up and then filtered is the same as filtered and then rolled up', () => {
    fc.assert(
      fc.property(families, ways, fc.subarray(months), (family, addsUp, kept) => {
        const children = family.map((each, index) => ratios(String(index), ...each));
        const adding = { addsUp, unit: percent };
        const keep = ({ period }: Point) => kept.includes(period);
        const first = children.map((each) => ({ ...each, points: each.points.filter(keep) }));
        // Between the periods that are kept the filtered children are missing; those are no periods of the filter.
        assert.deepEqual(
          parentPoints(first, adding).filter(keep),
          parentPoints(children, adding).filter(keep),
        );
      }),
    );
  });

  it('by ratio does not depend on how children are gathered under parents between', () => {
    fc.assert(
      fc.property(families, fc.nat(5), (family, cut) => {
        const adding = { addsUp: 'ratio', unit: percent } as const;
        const children = family.map((each, index) => ratios(String(index), ...each));
        const halves = [children.slice(0, cut), children.slice(cut)].filter((half) => half.length > 0);
        const between = halves.map((half, index) => ({
          name: `half ${index}`,
          points: parentPoints(half, adding),
        }));
        assert.deepEqual(parentPoints(between, adding), parentPoints(children, adding));
      }),
    );
  });
});

describe('a slower cadence', () => {
  const year = child('a', 10, 20, null, 40).points;

  it('adds up the months of a quarter and names the one that is missing', () => {
    assert.deepEqual(slowerPoints(year, 'quarterly', { addsUp: 'sum', unit: count }, january), [
      { period: '2026-Q1', value: 30, missing: ['2026-03'] },
      { period: '2026-Q2', value: 40, missing: ['2026-05', '2026-06'] },
    ]);
  });

  it('takes the last value in the order of time, whatever the order given', () => {
    const points = slowerPoints(year.toReversed(), 'yearly', { addsUp: 'last', unit: count }, january);
    assert.equal(points[0]!.value, 40);
  });

  it('counts a week in the month of its Thursday, so that weeks are split between no months', () => {
    const weeks = ['2026-W05', '2026-W06'].map((period) => ({ period, value: 1 }));
    const points = slowerPoints(weeks, 'monthly', { addsUp: 'sum', unit: count }, january);
    // The week from 26 January to 1 February has its Thursday on the 29th.
    assert.deepEqual(
      points.map(({ period, value, missing }) => [period, value, missing?.length]),
      [
        ['2026-01', 1, 4],
        ['2026-02', 1, 3],
      ],
    );
  });

  it('sums the two sides of a ratio', () => {
    const points = slowerPoints(
      ratios('a', [1, 10], [90, 100], [0, 0]).points,
      'quarterly',
      { addsUp: 'ratio', unit: percent },
      january,
    );
    assert.equal(points[0]!.value, (100 * 91) / 110);
    assert.deepEqual(points[0]!.missing, []);
  });

  it('keeps the fiscal year', () => {
    const points = slowerPoints(year, 'yearly', { addsUp: 'sum', unit: count }, { yearStartsIn: 4 });
    assert.deepEqual(
      points.map(({ period, value }) => [period, value]),
      [
        ['2026', 30],
        ['2027', 40],
      ],
    );
  });
});
