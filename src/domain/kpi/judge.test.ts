import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { january, periodsBetween, shift } from '#domain/time/period.ts';
import { capabilitySentence, explainCapability, explainSignal, explainStatus, ruleWords } from './explain.ts';
import { judge } from './judge.ts';
import type { Evidence } from './judgement.ts';
import { rules } from './rules.ts';

const facts = {
  unit: { kind: 'percent' },
  decimals: 1,
  direction: 'higher',
  cadence: 'quarterly',
  addsUp: 'mean',
} as const;

// A sawtooth without runs, shuffled so that no value remembers the one before it.
const teeth = [0, 2, -2, 1, -1, -2, 2, 0, 1, -2, 0, 2, -1, 1, 2, -2, 0, -1, 1, 0];
const about = (level: number, count: number) =>
  Array.from({ length: count }, (_, index) => level + teeth[index % 20]!);
const quarters = (values: (number | null)[]) =>
  periodsBetween('2010-Q1', shift('2010-Q1', values.length - 1)).map((period, index) => ({
    period,
    value: values[index]!,
  }));
const evidence = (values: (number | null)[], change: Partial<Evidence> = {}): Evidence => ({
  facts,
  readings: quarters(values),
  thresholds: [],
  phases: [],
  ruleSet: 'wheeler',
  today: '2030-01-01',
  calendar: january,
  graceDays: 3,
  ...change,
});
const floor = (value: number) => [{ from: '2000-01-01', floor: value }];

describe('a judgement', () => {
  it('of nothing is no data, without limits, signals or sparkline', () => {
    const made = judge(evidence([]));
    assert.deepEqual(
      [made.status, made.newest, made.limits, made.phases, made.speaking, made.capability, made.sparkline],
      ['no data', null, null, [], null, null, []],
    );
    assert.match(made.notices[0]!.sentence, /0 of the 6/);
  });

  it('hears a run that lasts to the newest point, and a point only until the review after the next', () => {
    assert.equal(judge(evidence(about(50, 40))).speaking, null);
    const shifted = judge(evidence([...about(50, 30), ...about(54, 10)]));
    assert.equal(shifted.speaking?.latest, shifted.newest?.period);
    assert.deepEqual([shifted.speaking?.sense, shifted.trend], ['improvement', 'improving']);
    const spike = (after: number) =>
      judge(evidence([...about(50, 30), 80, ...about(50, after)])).speaking?.rule;
    assert.deepEqual([spike(0), spike(1), spike(2)], ['beyond-limits', 'beyond-limits', undefined]);
  });

  it('gives a point beyond the limits no trend', () => {
    assert.equal(judge(evidence([...about(50, 30), 80])).trend, 'flat');
  });

  it('proposes a phase, and is quiet once a person has begun it; the old limits stay visible', () => {
    const values = [...about(50, 30), ...about(58, 20)];
    const before = judge(evidence(values));
    assert.equal(before.proposal?.from, shift('2010-Q1', 30));
    assert.equal(before.level, before.phases[0]!.limits!.centre);
    assert.ok(Math.abs(before.process!.level - 58) < 1);
    const after = judge(
      evidence(values, { phases: [{ from: before.proposal!.from, reason: 'a new tool' }] }),
    );
    assert.deepEqual([after.proposal, after.speaking, after.phases.length], [null, null, 2]);
    assert.deepEqual(after.phases[0]!.limits, before.phases[0]!.limits);
    assert.deepEqual(
      after.phases.map(({ reason }) => reason),
      [null, 'a new tool'],
    );
    assert.equal(after.level, before.process!.level);
  });

  it('locks limits where a person said, and takes a phase from before the first value for the first', () => {
    const made = judge(
      evidence(about(50, 40), {
        phases: [{ from: '2009-Q1', reason: 'the beginning', baselineTo: shift('2010-Q1', 29) }],
      }),
    );
    assert.deepEqual(
      made.phases.map(({ reason, baselineTo, limits }) => [reason, baselineTo, limits!.count]),
      [['the beginning', shift('2010-Q1', 29), 30]],
    );
  });

  it('leaves the partial period out of status, level and signals', () => {
    const values = about(50, 30);
    const partial = { period: shift('2010-Q1', 30), value: 0 };
    const today = '2017-08-15';
    const made = judge(
      evidence([], { readings: [...quarters(values), partial], today, thresholds: floor(40) }),
    );
    assert.deepEqual(made.partial, { ...partial, missing: [] });
    const { partial: _, ...rest } = made;
    const { partial: __, ...without } = judge(evidence(values, { today, thresholds: floor(40) }));
    assert.deepEqual(rest, without);
    assert.equal(made.status, 'healthy');
  });

  it('leaves a sum to which a child is missing out of status, level and signals, and says so', () => {
    const readings = quarters(about(50, 21)).with(20, {
      period: '2015-Q1',
      value: 9,
      missing: ['the north'],
    } as never);
    const sums = { ...facts, unit: { kind: 'number' }, addsUp: 'sum' } as const;
    const judged = judge(evidence([], { readings, thresholds: floor(40), facts: sums, today: '2015-04-02' }));
    assert.deepEqual([judged.newest?.period, judged.status, judged.speaking], ['2014-Q4', 'healthy', null]);
    assert.deepEqual(judged.incomplete, { period: '2015-Q1', value: 9, missing: ['the north'] });
    assert.match(
      judged.notices.find(({ kind }) => kind === 'incomplete')!.sentence,
      /2015-Q1 is incomplete: 1 has not/,
    );
    const means = judge(evidence([], { readings, thresholds: floor(40), today: '2015-04-02' }));
    assert.deepEqual([means.newest?.value, means.incomplete], [9, null]);
  });

  it('goes by the threshold of the newest period for status, and of today for capability', () => {
    const thresholds = [...floor(10), { from: '2029-12-31', floor: 90 }];
    const made = judge(evidence(about(50, 30), { thresholds, today: '2017-07-01' }));
    assert.deepEqual([made.status, made.capability], ['healthy', 'capable']);
    const later = judge(evidence(about(50, 30), { thresholds }));
    assert.deepEqual([later.status, later.capability], ['overdue', 'not capable']);
    assert.equal(later.overdueFrom, '2017-10-04');
  });

  it('listens to the first rule alone on trial limits, and to nothing below six points', () => {
    const few = judge(evidence(about(50, 5), { thresholds: floor(90) }));
    assert.deepEqual([few.limits, few.level, few.capability, few.strength], [null, null, null, 'too few']);
    const trial = judge(evidence(about(50, 8), { thresholds: floor(90) }));
    assert.deepEqual([trial.strength, trial.capability], ['trial', 'not capable']);
    assert.ok(trial.notices.some(({ kind }) => kind === 'trial limits'));
  });

  it('says when values are too coarse for limits, and when children are missing', () => {
    const coarse = judge(evidence(Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? 1 : 2))));
    assert.ok(coarse.notices.some(({ kind }) => kind === 'few ranges'));
    const readings = quarters(about(50, 30)).map((point) => ({ ...point, missing: ['north', 'south'] }));
    const made = judge(evidence([], { readings }));
    assert.match(made.notices.find(({ kind }) => kind === 'incomplete')!.sentence, /2 have not reported/);
    assert.deepEqual(made.newest?.missing, ['north', 'south']);
  });

  it('survives the way through JSON unchanged', () => {
    const made = judge(evidence([...about(50, 30), null, ...about(58, 12)], { thresholds: floor(55) }));
    assert.deepEqual(JSON.parse(JSON.stringify(made)), made);
  });

  it('does not depend on the order of readings, and judges the opposite of values the opposite way', () => {
    const values = fc.array(fc.option(fc.integer({ min: -40, max: 40 }), { freq: 12 }), { maxLength: 60 });
    const opposite = {
      improvement: 'deterioration',
      deterioration: 'improvement',
      neither: 'neither',
    } as const;
    fc.assert(
      fc.property(values, (each) => {
        const made = judge(evidence(each));
        assert.deepEqual(judge(evidence([], { readings: quarters(each).reverse() })), made);
        const turned = judge(evidence(each.map((value) => (value === null ? null : -value))));
        assert.equal(turned.speaking?.rule, made.speaking?.rule);
        if (made.speaking) assert.equal(turned.speaking?.sense, opposite[made.speaking.sense]);
        assert.equal(turned.proposal?.from, made.proposal?.from);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an explanation', () => {
  it('tells the one who would scold that it will not help', () => {
    const made = judge(evidence(about(50, 30), { thresholds: floor(90) }));
    assert.equal(
      capabilitySentence(made, facts),
      'Missing the floor is what this process normally does. Scolding will not help: it needs an OKR.',
    );
    assert.deepEqual(explainCapability(made, facts).inputs.at(-1), {
      name: 'missed',
      value: '30 of the last 30 periods',
    });
  });

  it('says so too when only a lucky point keeps the floor', () => {
    const made = judge(evidence(about(50, 30), { thresholds: floor(52) }));
    assert.equal(made.capability, 'hit and miss');
    assert.match(capabilitySentence(made, facts), /mostly miss.*Scolding will not help/);
    const even = judge(evidence(about(50, 30), { thresholds: floor(49) }));
    assert.match(capabilitySentence(even, facts), /is chance/);
  });

  it('names the ceiling or the band that is missed', () => {
    const ceiling = judge(evidence(about(50, 30), { thresholds: [{ from: '2000-01-01', ceiling: 10 }] }));
    assert.match(capabilitySentence(ceiling, facts), /^Missing the ceiling/);
    const band = judge(
      evidence(about(50, 30), { thresholds: [{ from: '2000-01-01', floor: 1, ceiling: 10 }] }),
    );
    assert.match(capabilitySentence(band, facts), /^Missing the band/);
  });

  it('has the numbers behind a signal', () => {
    const made = judge(evidence([...about(50, 30), 80]));
    const told = explainSignal(made, facts);
    assert.match(told.sentence, /^A point beyond a natural process limit in 2017-Q3: an improvement/);
    assert.deepEqual(told.inputs[0], { name: 'centre line', value: '50.1%' });
    assert.match(told.rule, /2\.66/);
  });

  it('is made with medians on request, which a few wild points of the baseline do not widen', () => {
    const wild = about(50, 24).map((value, index) => (index === 4 || index === 15 ? 90 : value));
    const series = evidence([...wild, ...about(50, 6), 60]);
    const [usual, asked] = [judge(series), judge({ ...series, average: 'median' })];
    assert.notEqual(usual.speaking?.rule, 'beyond-limits');
    assert.equal(asked.speaking?.rule, 'beyond-limits');
    assert.equal(asked.limits?.centre, 50.5);
    assert.ok(Math.abs(asked.limits!.upper - 50.5 - 3.145 * asked.limits!.range) < 1e-9);
    const told = explainSignal(asked, facts, 'median');
    assert.match(told.rule, /3\.145 × median moving range/);
    assert.equal(told.inputs[1]?.name, 'median moving range');
  });

  it('has a sentence for every status', () => {
    const today = '2017-07-02';
    const thresholds = [{ from: '2000-01-01', floor: 50, warningFloor: 51 }];
    const told = (values: number[], change: Partial<Evidence> = {}) => {
      const each = { today, thresholds, ...change };
      return explainStatus(judge(evidence(values, each)), each.thresholds[0], facts).sentence;
    };
    const thirty = (last: number) => [...about(50, 29), last];
    assert.match(told(thirty(49)), /^Breach: 49\.0% in 2017-Q2 has crossed the floor of 50\.0%/);
    assert.match(told(thirty(50.5)), /^Warning/);
    assert.match(told(thirty(52)), /^Healthy: 52\.0% in 2017-Q2 keeps to the floor/);
    assert.match(told(thirty(52), { thresholds: [] }), /^No threshold: nothing says/);
    assert.match(told(thirty(52), { today: '2018-01-01' }), /^Overdue/);
    assert.match(told([]), /^No data/);
  });

  it('has words for every rule', () =>
    assert.deepEqual(Object.keys(ruleWords).sort(), Object.keys(rules).sort()));
});
