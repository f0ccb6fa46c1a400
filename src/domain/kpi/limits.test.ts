import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { limits, movingRanges, strengthOf } from './limits.ts';

const near = (actual: number, expected: number) =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${actual}, not ${expected}`,
  );

const whole = fc.integer({ min: -10_000, max: 10_000 });
const series = fc.array(fc.option(whole, { freq: 8 }), { minLength: 2, maxLength: 60 });

describe('limits', () => {
  it('stand 2.66 mean moving ranges from the mean', () => {
    const made = limits([12, 15, 11, 14, 13, 16])!;
    near(made.centre, 13.5);
    near(made.range, (3 + 4 + 3 + 1 + 3) / 5);
    near(made.upper, 13.5 + 2.66 * 2.8);
    near(made.lower, 13.5 - 2.66 * 2.8);
    near(made.upperRange, 3.268 * 2.8);
    near(made.sigma, 2.8 / 1.128);
  });

  it('stand 3.145 median moving ranges from the median on request, and a wild point hardly moves them', () => {
    const values = [10, 12, 10, 12, 10, 12, 10, 500];
    const made = limits(values, { centre: 'median', spread: 'median' })!;
    assert.deepEqual([made.centre, made.range], [11, 2]);
    near(made.upper, 11 + 3.145 * 2);
    near(made.upperRange, 3.865 * 2);
  });

  it('skip the moving range across a missing value', () => {
    assert.deepEqual(movingRanges([1, 2, null, 9, 9.5]), [1, 0.5]);
    assert.equal(limits([1, null, 2, null, 3]), undefined);
    assert.equal(limits([]), undefined);
  });

  it('are exact for a constant series, whose moving ranges are all alike', () => {
    const made = limits(Array(30).fill(0.1))!;
    assert.deepEqual([made.centre, made.upper, made.lower, made.distinctRanges], [0.1, 0.1, 0.1, 1]);
  });

  it('count 0.1 between 0.1 and 0.2 and between 0.2 and 0.3 as one moving range', () => {
    assert.equal(limits([0.1, 0.2, 0.3, 0.4, 0.2])!.distinctRanges, 2);
  });

  it('refuse NaN and infinity', () => {
    assert.throws(() => limits([1, Number.NaN, 2]), /not a finite number/);
    assert.throws(() => limits([1, Number.POSITIVE_INFINITY, 2]), RangeError);
  });

  it('are as strong as their points are many', () => {
    const table = { 5: 'too few', 6: 'trial', 11: 'trial', 12: 'usable', 19: 'usable', 20: 'firm' };
    for (const [count, strength] of Object.entries(table)) assert.equal(strengthOf(Number(count)), strength);
  });

  it('move with the values when a constant is added, and widen with them when they are multiplied', () => {
    fc.assert(
      fc.property(series, whole, fc.integer({ min: 1, max: 1000 }), (values, shift, scale) => {
        const made = limits(values);
        const other = limits(values.map((value) => (value === null ? null : value * scale + shift)));
        assert.equal(other === undefined, made === undefined);
        if (!made || !other) return;
        near(other.centre, made.centre * scale + shift);
        near(other.upper, made.upper * scale + shift);
        near(other.lower, made.lower * scale + shift);
        near(other.sigma, made.sigma * scale);
      }),
    );
  });

  it('turn over when the values do', () => {
    fc.assert(
      fc.property(series, (values) => {
        const made = limits(values);
        const turned = limits(values.map((value) => (value === null ? null : -value)));
        if (made && turned) near(turned.upper, -made.lower);
        assert.equal(turned === undefined, made === undefined);
      }),
    );
  });
});
