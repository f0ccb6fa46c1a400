import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { january } from '#domain/time/period.ts';
import { seriesOf } from './series.ts';

describe('a series', () => {
  it('fills the gaps between its first and newest value, across the turn of a year of 53 weeks', () => {
    const readings = [
      { period: '2027-W01', value: 3 },
      { period: '2026-W52', value: 1 },
    ];
    assert.deepEqual(seriesOf(readings, '2027-02-01', january), {
      points: [
        { period: '2026-W52', value: 1 },
        { period: '2026-W53', value: null },
        { period: '2027-W01', value: 3 },
      ],
      partial: undefined,
    });
  });

  it('splits off the period that has not ended and leaves out later ones', () => {
    const readings = ['2026-01', '2026-02', '2026-03'].map((period, value) => ({ period, value }));
    const { points, partial } = seriesOf(readings, '2026-02-28', january);
    assert.deepEqual([points.map(({ period }) => period), partial?.period], [['2026-01'], '2026-02']);
    assert.equal(seriesOf(readings, '2026-03-01', january).points.length, 2);
  });

  it('begins and ends with a value: a withdrawn one is missing', () => {
    const readings = [
      { period: '2026-01', value: null },
      { period: '2026-02', value: 0 },
      { period: '2026-03', value: null },
    ];
    assert.deepEqual(seriesOf(readings, '2026-12-01', january).points, [{ period: '2026-02', value: 0 }]);
    assert.deepEqual(seriesOf([], '2026-12-01', january).points, []);
  });

  it('refuses two readings of one period, and NaN', () => {
    const twice = [1, 2].map((value) => ({ period: '2026-01', value }));
    assert.throws(() => seriesOf(twice, '2026-12-01', january), /two readings/);
    assert.throws(
      () => seriesOf([{ period: '2026-01', value: Number.NaN }], '2026-12-01', january),
      RangeError,
    );
  });
});
