import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { january, periodsBetween, shift } from '#domain/time/period.ts';
import type { Direction, KpiFacts } from './definition.ts';
import { byRank, type Gap, gapKinds, gapOf } from './gap.ts';
import { judge } from './judge.ts';
import { limits } from './limits.ts';
import type { Threshold } from './threshold.ts';

const teeth = [0, 2, -2, 1, -1, -2, 2, 0, 1, -2, 0, 2, -1, 1, 2, -2, 0, -1, 1, 0];
const about = (level: number, count = 30) =>
  Array.from({ length: count }, (_, index) => level + teeth[index % 20]!);

function gap(
  values: number[],
  threshold: Omit<Threshold, 'from'> | undefined,
  direction: Direction = 'higher',
  weight = 1,
) {
  const facts: KpiFacts = {
    unit: { kind: 'number' },
    decimals: 0,
    direction,
    cadence: 'quarterly',
    addsUp: 'mean',
  };
  const periods = periodsBetween('2010-Q1', shift('2010-Q1', values.length - 1));
  const judgement = judge({
    facts,
    readings: periods.map((period, index) => ({ period, value: values[index]! })),
    thresholds: threshold ? [{ from: '2000-01-01', ...threshold }] : [],
    phases: [],
    ruleSet: 'wheeler',
    today: '2017-07-02',
    calendar: january,
    graceDays: 3,
  });
  return gapOf(judgement, facts, weight);
}

describe('a gap', () => {
  const table: [string, number[], Omit<Threshold, 'from'>, Direction, Gap['kind'], number | null, number][] =
    [
      ['below a floor out of reach', about(50), { floor: 90 }, 'higher', 'not capable', 90, 40],
      [
        'goes on to the desired level',
        about(50),
        { floor: 90, desired: 95 },
        'higher',
        'not capable',
        95,
        45,
      ],
      ['at a floor inside the limits', about(50), { floor: 49 }, 'higher', 'hit and miss', 49, 0],
      ['of a desired level', about(50), { desired: 60 }, 'higher', 'desired', 60, 10],
      [
        'of a desired level above a floor that holds',
        about(50),
        { floor: 30, desired: 60 },
        'higher',
        'desired',
        60,
        10,
      ],
      ['where lower is better', about(50), { ceiling: 80, desired: 40 }, 'lower', 'desired', 40, 10],
      ['above a ceiling out of reach', about(50), { ceiling: 10 }, 'lower', 'not capable', 10, 40],
      ['that is closed', about(50), { floor: 30, desired: 45 }, 'higher', 'none', 45, 0],
      [
        'to the nearer edge of a band',
        about(50),
        { floor: 10, ceiling: 20 },
        'within',
        'not capable',
        20,
        30,
      ],
      [
        'to the middle of a band',
        about(50),
        { floor: 30, ceiling: 70, desired: 45 },
        'within',
        'desired',
        45,
        5,
      ],
      ['inside a band', about(50), { floor: 30, ceiling: 70 }, 'within', 'none', null, 0],
    ];
  for (const [what, values, threshold, direction, kind, wanted, units] of table) {
    it(`${what} is ${kind}, ${units} to ${wanted}`, () => {
      const made = gap(values, threshold, direction)!;
      assert.deepEqual([made.kind, made.wanted, Math.round(made.units)], [kind, wanted, units]);
      const { sigma } = limits(values.slice(0, 24))!;
      assert.ok(Math.abs(made.sigma! - made.units / sigma) < 1e-9);
    });
  }

  it('is noise when a bad point lies inside the limits of a process that is where it should be', () => {
    const made = gap([...about(50, 29), 46], { floor: 30, desired: 49 })!;
    assert.equal(made.kind, 'noise');
    assert.match(made.sentence, /^Noise, leave it alone: 46 lies inside/);
    assert.equal(gap([...about(50, 29), 46], { floor: 30, warningFloor: 48 })!.kind, 'noise');
    assert.equal(
      gap([...about(50, 29), 20], { floor: 10, desired: 49 })!.kind,
      'none',
      'a signal is not noise',
    );
  });

  it('goes by the level since the process moved', () => {
    const made = gap([...about(50, 20), ...about(58, 10)], { desired: 60 })!;
    assert.ok(made.units < 3, `${made.units}`);
    assert.equal(made.since, shift('2010-Q1', 20));
  });

  it('is not there when nothing is asked, and unknown while there is no level', () => {
    assert.equal(gap(about(50), undefined), undefined);
    assert.equal(gap(about(50), { warningFloor: 3 }), undefined);
    const few = gap(about(50, 4), { floor: 90 })!;
    assert.deepEqual([few.kind, few.level], ['none', null]);
    assert.match(few.sentence, /Too few points/);
    assert.match(gap([], { floor: 90 })!.sentence, /No value yet/);
  });

  it('has no sigma in a process that never varies, and is urgent all the same', () => {
    const certain = gap(Array(30).fill(5), { desired: 6 })!;
    assert.deepEqual([certain.kind, certain.sigma], ['desired', null]);
    assert.ok(byRank(certain, gap(about(50), { desired: 90 })!) < 0);
  });

  it('says why', () => {
    assert.match(
      gap(about(50), { floor: 90, desired: 95 })!.sentence,
      /^Non-negotiable and not capable: .* wrong side of the floor of 90\. It needs an OKR\. The level is 50, desired is 95: 45 to go \(\d+\.\d sigma\)\.$/,
    );
    assert.match(gap(about(50), { floor: 90, desired: 95 })!.verdict, /It needs an OKR\.$/);
    assert.equal(
      gap(about(50), { floor: 30, desired: 45 })!.sentence,
      'No gap. The level is 50, desired is 45.',
    );
    assert.equal(
      gap(about(50), { floor: 30, ceiling: 70 }, 'within')!.sentence,
      'No gap. The level is 50, which keeps to the band from 30 to 70.',
    );
  });
});

describe('the order of gaps', () => {
  it('is not capable, hit and miss, then sigma × weight, then noise', () => {
    const board = [
      gap([...about(50, 29), 46], { floor: 30, desired: 49 }),
      gap(about(50), { desired: 52 }, 'higher', 1),
      gap(about(50), { desired: 52 }, 'higher', 9),
      gap(about(50), { desired: 60 }, 'higher', 1),
      gap(about(50), { floor: 49 }),
      gap(about(50), { floor: 90 }, 'higher', 0.1),
    ].map((each) => each!);
    const order = board.toSorted(byRank).map((each) => board.indexOf(each));
    assert.deepEqual(order, [5, 4, 2, 3, 1, 0]);
  });

  it('is an order: what stands before another never stands after it', () => {
    const gaps = fc.record({
      kind: fc.constantFrom(...gapKinds),
      units: fc.nat(9),
      sigma: fc.option(fc.nat(9), { nil: null }),
      weight: fc.nat(5),
    });
    const whole = (each: {
      kind: Gap['kind'];
      units: number;
      sigma: number | null;
      weight: number;
    }): Gap => ({
      ...each,
      level: 0,
      since: null,
      wanted: null,
      verdict: '',
      sentence: '',
    });
    fc.assert(
      fc.property(gaps, gaps, gaps, (a, b, c) => {
        const [x, y, z] = [whole(a), whole(b), whole(c)];
        assert.equal(Math.sign(byRank(x, y)) + Math.sign(byRank(y, x)), 0);
        if (byRank(x, y) <= 0 && byRank(y, z) <= 0) assert.ok(byRank(x, z) <= 0);
      }),
    );
  });
});
