import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Limits, limits } from './limits.ts';
import { ruleSetNames, ruleSets } from './rule-sets.ts';
import { type RuleName, rules } from './rules.ts';
import { distanceFromBand, occurrences, pattern, signals } from './signals.ts';

const lines = { centre: 0, upper: 3, lower: -3, upperRange: 3.686 };
const firm: Limits = {
  ...lines,
  range: 1.128,
  sigma: 1,
  count: 24,
  distinctRanges: 20,
  strength: 'firm',
};
const wheeler = { ruleSet: 'wheeler', direction: 'higher' } as const;
const ends = (rule: RuleName, values: (number | null)[]) => pattern(rule, values, lines).ends;

describe('a rule', () => {
  const table: [RuleName, string, (number | null)[], number[]][] = [
    ['beyond-limits', 'leaves a point on the limit alone', [3, -3, 3.01, -3.01], [2, 3]],
    ['run-of-eight', 'completes on the eighth point', [-1, 1, 1, 1, 1, 1, 1, 1, 1, -1], [8]],
    ['run-of-eight', 'is broken by a point on the centre line', [1, 1, 1, 1, 0, 1, 1, 1, 1], []],
    ['run-of-eight', 'passes over a missing value', [1, 1, 1, 1, null, 1, 1, 1, 1], [8]],
    ['run-of-seven', 'completes on the seventh point', [1, 1, 1, 1, 1, 1, 1], [6]],
    ['run-of-nine', 'needs nine points', [1, 1, 1, 1, 1, 1, 1, 1], []],
    ['trend-of-six', 'needs five rises', [-2, -1, 0, 1, 2, 2.5], [5]],
    ['trend-of-six', 'is broken by a tie', [-2, -1, 0, 0, 1, 2, 2.5], []],
    ['trend-of-seven', 'falls too', [2, 1, 0.5, 0, -1, -2, -2.5], [6]],
    ['two-of-three', 'may have its third point anywhere', [0, 2.1, -1, 2.2], [3]],
    ['two-of-three', 'needs three points', [2.1, 2.2], []],
    ['two-of-three-inside', 'needs all three on one side', [0.1, 2.1, -1, 2.2], []],
    ['two-of-three-inside', 'leaves out a point beyond the limit', [0.1, 3.5, 2.2], []],
    ['two-of-three-inside', 'completes on a point between 2 and 3 sigma', [2.1, 0.5, 2.2], [2]],
    ['four-of-five', 'completes on the fourth', [1.1, 1.2, 0.2, 1.3, 1.4], [4]],
    ['three-of-four', 'leaves a point half-way to the limit alone', [0, 1.5, 1.5, 1.5], []],
    ['three-of-four', 'completes on a point nearer the limit', [0, -1.6, -1.7, -1.8, -0.1], [3]],
    ['fourteen-alternating', 'needs fourteen', Array.from({ length: 14 }, (_, index) => index % 2), [13]],
    ['fifteen-inside', 'needs fifteen within one sigma', Array(15).fill(0.5), [14]],
    ['eight-outside', 'needs both sides', Array(8).fill(1.5), []],
    ['eight-outside', 'completes on the eighth', [2, -2, 2, -2, 2, -2, 2, -2], [7]],
    ['range-beyond', 'marks a leap between neighbours', [-2, 2, 2], [1]],
    ['range-beyond', 'leaves a leap across a gap alone', [-2, null, 2], []],
  ];
  for (const [rule, does, values, expected] of table) {
    it(`${rule} ${does}`, () => assert.deepEqual(ends(rule, values), expected));
  }

  it('hears nothing in a series that never changes, but that it never changes', () => {
    const values = Array(30).fill(0.1);
    const made = limits(values)!;
    for (const rule of Object.keys(rules) as RuleName[]) {
      assert.equal(pattern(rule, values, made).ends.length, rule === 'fifteen-inside' ? 16 : 0, rule);
    }
  });
});

describe('signals', () => {
  it('are one for a run however long it lasts, with the point that completed it and the latest', () => {
    const values = [-1, ...Array(12).fill(0.5), -1];
    assert.deepEqual(signals(values, firm, wheeler), [
      {
        rule: 'run-of-eight',
        index: 8,
        latest: 12,
        points: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        sense: 'improvement',
      },
    ]);
  });

  it('are two for runs on either side', () => {
    const values = [...Array(8).fill(0.5), ...Array(8).fill(-0.5)];
    assert.deepEqual(
      signals(values, firm, wheeler).map(({ index, sense }) => [index, sense]),
      [
        [7, 'improvement'],
        [15, 'deterioration'],
      ],
    );
  });

  it('are one for neighbours beyond the same limit, and two when a point lies between', () => {
    const found = signals([4, 5, 0, 4, -4], firm, wheeler).filter(({ rule }) => rule === 'beyond-limits');
    assert.deepEqual(
      found.map(({ points }) => points),
      [[0, 1], [3], [4]],
    );
  });

  it('have the opposite sense where lower is better', () => {
    const found = signals([0, 4], firm, { ruleSet: 'wheeler', direction: 'lower' });
    assert.deepEqual(found, [
      { rule: 'beyond-limits', index: 1, latest: 1, points: [1], sense: 'deterioration' },
    ]);
  });

  it('go by the distance from the band where a band is wanted', () => {
    const sense = (band: { floor?: number; ceiling?: number }, value: number) =>
      signals([0, value], firm, { ruleSet: 'wheeler', direction: 'within', band })[0]?.sense;
    assert.equal(sense({ floor: -1, ceiling: 2 }, 5), 'deterioration');
    assert.equal(sense({ floor: 4, ceiling: 6 }, 5), 'improvement');
    assert.equal(sense({ floor: -9, ceiling: 9 }, 5), 'neither');
    assert.equal(sense({}, 5), 'neither');
    assert.equal(distanceFromBand(7, { floor: 1, ceiling: 5 }), 2);
    assert.equal(distanceFromBand(-1, { floor: 1 }), 2);
  });

  it('go by where a trend leads', () => {
    const falling = [2.8, 2, 1, 0, -1, -2];
    const band = { ceiling: 1 };
    const found = signals(falling, firm, { ruleSet: 'nelson', direction: 'within', band });
    assert.deepEqual(found.find(({ rule }) => rule === 'trend-of-six')?.sense, 'improvement');
  });

  it('come only from the first rule while limits are on trial, and not at all below six points', () => {
    const values = [...Array(9).fill(0.5), 4];
    const rulesOf = (strength: Limits['strength']) =>
      signals(values, { ...firm, strength }, wheeler).map(({ rule }) => rule);
    assert.deepEqual(rulesOf('too few'), []);
    assert.deepEqual(rulesOf('trial'), ['beyond-limits']);
    assert.deepEqual(rulesOf('usable'), ['run-of-eight', 'beyond-limits']);
    assert.deepEqual(
      signals(values, firm, { ...wheeler, firstRuleOnly: true }).map(({ rule }) => rule),
      ['beyond-limits'],
    );
  });

  const series = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 10 }), {
    minLength: 12,
    maxLength: 60,
  });

  it('do not change when a constant is added or the unit changes', () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom(...ruleSetNames),
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom(1, 2, 64, 1024),
        (values, ruleSet, shift, scale) => {
          const options = { ruleSet, direction: 'higher' } as const;
          const moved = values.map((value) => (value === null ? null : value * scale + shift));
          const [made, other] = [limits(values), limits(moved)];
          assert.deepEqual(other && signals(moved, other, options), made && signals(values, made, options));
        },
      ),
    );
  });

  it('swap improvement and deterioration when the series is turned over', () => {
    const swapped = {
      improvement: 'deterioration',
      deterioration: 'improvement',
      neither: 'neither',
    } as const;
    fc.assert(
      fc.property(series, fc.constantFrom(...ruleSetNames), (values, ruleSet) => {
        const options = { ruleSet, direction: 'higher' } as const;
        const turned = values.map((value) => (value === null ? null : -value));
        const [made, other] = [limits(values), limits(turned)];
        if (!made || !other) return;
        const expected = signals(values, made, options).map((each) => ({
          ...each,
          sense: swapped[each.sense],
        }));
        assert.deepEqual(signals(turned, other, options), expected);
      }),
    );
  });

  it('take no part of what comes after them', () => {
    fc.assert(
      fc.property(series, fc.nat({ max: 59 }), (values, cut) => {
        const made = limits(values);
        if (!made) return;
        const early = signals(values.slice(0, cut), made, wheeler).map(
          ({ rule, index }) => `${rule} ${index}`,
        );
        const all = new Set(signals(values, made, wheeler).map(({ rule, index }) => `${rule} ${index}`));
        for (const each of early) assert.ok(all.has(each), each);
      }),
    );
  });
});

describe('the occurrences of a rule', () => {
  it('are one for each point that completes it', () => {
    const values = [-1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1];
    assert.deepEqual(occurrences(values, firm, ['run-of-eight'], wheeler), [
      { rule: 'run-of-eight', index: 8, points: [1, 2, 3, 4, 5, 6, 7, 8], sense: 'improvement' },
      { rule: 'run-of-eight', index: 9, points: [2, 3, 4, 5, 6, 7, 8, 9], sense: 'improvement' },
    ]);
  });

  const series = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 10 }), {
    minLength: 12,
    maxLength: 60,
  });

  it('stand where the pattern is listed to end, and the first of each signal is among them', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(...ruleSetNames), (values, ruleSet) => {
        const made = limits(values);
        if (!made) return;
        const found = occurrences(values, made, ruleSets[ruleSet], wheeler);
        for (const rule of ruleSets[ruleSet]) {
          const indexes = found.filter((each) => each.rule === rule).map(({ index }) => index);
          assert.deepEqual(indexes, pattern(rule, values, made).ends);
        }
        const places = new Set(found.map(({ rule, index }) => `${rule} ${index}`));
        for (const { rule, index, latest } of signals(values, made, { ruleSet, direction: 'higher' })) {
          assert.ok(places.has(`${rule} ${index}`) && places.has(`${rule} ${latest}`), `${rule} ${index}`);
        }
      }),
    );
  });
});
