import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatDifference, formatValue } from './format.ts';
import type { Unit } from './unit.ts';

const number: Unit = { kind: 'number' };
const minutes: Unit = { kind: 'duration', unit: 'minutes' };

describe('a value', () => {
  const table: [number | null, Unit, number, string][] = [
    [null, number, 1, '–'],
    [1234567.891, number, 1, '1,234,567.9'],
    [-1234.5, number, 1, '\u22121,234.5'],
    [-0.04, number, 1, '0.0'],
    [999.96, number, 1, '1,000.0'],
    [1.005, number, 2, '1.01'],
    [1e21, number, 0, '1e+21'],
    [123456789012345, number, 2, '123,456,789,012,345.00'],
    [1e-7, number, 2, '0.00'],
    [40, { kind: 'number', symbol: 'points' }, 0, '40 points'],
    [95.24, { kind: 'percent' }, 1, '95.2%'],
    [-3.5, { kind: 'percent' }, 1, '\u22123.5%'],
    [12300, { kind: 'currency', code: 'EUR' }, 2, 'EUR 12,300.00'],
    [-5, { kind: 'currency', code: 'EUR' }, 0, 'EUR \u22125'],
    [252, minutes, 0, '4h 12m'],
    [248, minutes, 1, '4h 08m'],
    [45, minutes, 1, '45m'],
    [45.5, minutes, 1, '45m 30s'],
    [-65, minutes, 0, '\u22121h 05m'],
    [26.5, { kind: 'duration', unit: 'hours' }, 1, '26h 30m'],
    [1.9999, { kind: 'duration', unit: 'hours' }, 1, '2h 00m'],
    [12.34, { kind: 'duration', unit: 'seconds' }, 1, '12.3s'],
    [65, { kind: 'duration', unit: 'seconds' }, 1, '1m 05s'],
    [3725, { kind: 'duration', unit: 'seconds' }, 0, '1h 02m 05s'],
    [47.2, { kind: 'duration', unit: 'days' }, 1, '47.2 days'],
    [10.5, { kind: 'duration', unit: 'months' }, 1, '10.5 months'],
    [4.33, { kind: 'scale', from: 1, to: 5 }, 2, '4.33'],
    [2, { kind: 'scale', from: 1, to: 3, steps: ['red', 'amber', 'green'] }, 0, '2 (amber)'],
    [2.5, { kind: 'scale', from: 1, to: 3, steps: ['red', 'amber', 'green'] }, 1, '2.5'],
  ];
  for (const [value, unit, decimals, shown] of table) {
    it(`${value} of ${JSON.stringify(unit)} shows as ${shown}`, () => {
      assert.equal(formatValue(value, unit, decimals), shown);
    });
  }

  it('reads back to itself within half of its last place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const back = Number(
            formatValue(value, number, decimals).replaceAll(',', '').replace('\u2212', '-'),
          );
          assert.ok(Math.abs(back - value) <= 0.5000001 * 10 ** -decimals, `${value} shows as ${back}`);
        },
      ),
    );
  });
});

describe('a difference', () => {
  it('is signed, in points where the values are percents', () => {
    assert.equal(formatDifference(3.2, { kind: 'percent' }, 1), '+3.2 points');
    assert.equal(formatDifference(-65, minutes, 0), '\u22121h 05m');
    assert.equal(formatDifference(-5, { kind: 'currency', code: 'EUR' }, 0), '\u2212EUR 5');
    assert.equal(formatDifference(0, number, 1), '0.0');
  });
});
