import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { limits } from './limits.ts';
import { phaseCharts, proposePhase } from './phases.ts';

// A sawtooth about a level: no run, no signal.
const about = (level: number, count: number) =>
  Array.from({ length: count }, (_, index) => level + ((index * 7) % 5) - 2);
const series = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 10 }), {
  minLength: 1,
  maxLength: 80,
});

describe('phases', () => {
  it('lock their limits on the first 24 points, so that later ones do not move them', () => {
    const first = about(10, 24);
    const [alone] = phaseCharts(first, []);
    const [later] = phaseCharts([...first, ...about(90, 30)], []);
    assert.deepEqual(later!.limits, alone!.limits);
    assert.equal(later!.baselineTo, 23);
  });

  it('lock where a person said', () => {
    const [chart] = phaseCharts(about(10, 40), [{ from: 0, baselineTo: 29 }]);
    assert.equal(chart!.limits!.count, 30);
  });

  it('give the moving range across a break to neither', () => {
    const charts = phaseCharts([1, 2, 1, 2, 50, 51, 50, 51], [{ from: 4 }]);
    assert.deepEqual(
      charts.map(({ from, to, limits }) => [from, to, limits!.range]),
      [
        [0, 3, 1],
        [4, 7, 1],
      ],
    );
  });

  it('count the baseline in present points', () => {
    const values = about(10, 40).map((value, index) => (index % 4 === 3 ? null : value));
    assert.equal(phaseCharts(values, [])[0]!.limits!.count, 24);
  });

  it('tile the series, and a break outside it changes nothing', () => {
    fc.assert(
      fc.property(series, fc.array(fc.integer({ min: -5, max: 90 })), (values, breaks) => {
        const charts = phaseCharts(
          values,
          breaks.map((from) => ({ from })),
        );
        const covered = charts.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, step) => from + step),
        );
        assert.deepEqual(covered, [...values.keys()]);
      }),
    );
    assert.deepEqual(phaseCharts([], [{ from: 0 }]), []);
  });
});

describe('a new phase', () => {
  const propose = (values: (number | null)[]) => proposePhase(values, phaseCharts(values, []).at(-1)!);

  it('is proposed where a shift that lasts began, with its own limits', () => {
    const after = about(20, 10);
    const proposal = propose([...about(10, 30), ...after]);
    assert.deepEqual(proposal, { from: 30, limits: limits(after) });
  });

  it('is not proposed for noise, for seven points, for a shift that went back, or on trial limits', () => {
    assert.equal(propose(about(10, 60)), undefined);
    assert.equal(propose([...about(10, 29), ...about(20, 7)]), undefined);
    assert.equal(propose([...about(10, 30), ...about(20, 9), ...about(10, 9)]), undefined);
    const few = about(10, 11);
    assert.equal(
      proposePhase([...few, ...about(20, 9)], { from: 0, to: 19, baselineTo: 10, limits: limits(few) }),
      undefined,
    );
  });

  it('is the last of several moves', () => {
    assert.equal(propose([...about(10, 30), ...about(20, 30), ...about(30, 12)])?.from, 60);
  });

  it('passes over missing values', () => {
    assert.equal(propose([...about(10, 30), null, ...about(20, 10), null])?.from, 31);
  });

  it('begins with a value inside the phase and leaves enough points for limits', () => {
    fc.assert(
      fc.property(series, (values) => {
        const chart = phaseCharts(values, []).at(-1)!;
        const proposal = proposePhase(values, chart);
        if (!proposal) return;
        assert.ok(proposal.from > chart.from);
        assert.notEqual(values[proposal.from], null);
        assert.ok(values.slice(proposal.from).filter((value) => value !== null).length >= 6);
      }),
    );
  });
});
