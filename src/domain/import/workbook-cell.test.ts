import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNumber } from './number.ts';
import { guessNumberFormat } from './number-format.ts';
import { dateText, digitsOf, numberText } from './workbook-cell.ts';

describe('a number of a workbook', () => {
  const cases: [number, string, string][] = [
    [0.95, '0%', '95%'],
    [0.07, '0.0%;[Red]-0.0%', '7%'],
    [-0.07, '0.0%;[Red]-0.0%', '-7%'],
    [0.952345, '0.0 %', '95.2345%'],
    [95.2, '0.0"%"', '95.2 %'],
    [95.2, '0.0\\%', '95.2 %'],
    [0.1 + 0.2, '', '0.3'],
    [1.234, '0.0', '1.2340'],
    [-12.345, '', '-12.3450'],
    [0.123, '', '0.123'],
    [1234.567, '#,##0.00', '1234.567'],
    [1e21, '0', '1e+21'],
    [1.234e-7, '0.00E+00', '1.2340e-7'],
    [12.5, '#,##0.00 "€"', '€ 12.5'],
    [-12.5, '_-* #,##0.00 [$€-407]_-;\\-* #,##0.00 [$€-407]_-;_-* "-"?? [$€-407]_-;_-@_-', '-€ 12.5'],
    [12.5, '[$CHF-807] #,##0', 'CHF 12.5'],
    [12.5, '$#,##0_);\\($#,##0\\)', '$ 12.5'],
    [12.5, '#,##0.0 "Kč"', 'Kč 12.5'],
    [4.2, '0.0"h"', '4.2 h'],
    [90, '0 "min"', '90 min'],
    [12, '0"k"', '12 k'],
    [12_000, '0,"k"', '12000'],
    [1_200_000, '"€"0.0,,"M"', '€ 1200000'],
    [12, '0 "tickets"', '12'],
    [1_500_000, '[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', '1500000'],
    [0.5, '[<1]0.0%;0', '50%'],
    [5, '[<1]0.0%;0', '5'],
    [0, '0;-0;;@', '0'],
    [12, 'General', '12'],
    [3, '@', '3'],
  ];
  for (const [value, format, text] of cases)
    it(`${value} as ${format || 'nothing'} is "${text}"`, () =>
      assert.equal(numberText(value, format), text));

  it('reads as itself whatever the decimal character is taken for, and leaves no doubt', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
      fc.integer({ min: -999_999, max: 999_999 }).map((places) => places / 1000),
    );
    fc.assert(
      fc.property(numbers, fc.constantFrom('.' as const, ',' as const), (value, decimal) => {
        const text = digitsOf(value);
        const read = readNumber(text, { decimal });
        const meant = Number(value.toPrecision(15));
        assert.deepEqual('value' in read ? read.value : read, meant === 0 ? 0 : meant);
        assert.deepEqual(guessNumberFormat([text]).doubts, []);
      }),
    );
  });

  it('is read in the unit that its format shows', () => {
    const percent = readNumber(numberText(0.95, '0%'), { decimal: ',' }, { kind: 'percent' });
    assert.equal('value' in percent && percent.value, 95);
    const minutes = readNumber(
      numberText(4.2, '0.0"h"'),
      { decimal: '.' },
      { kind: 'duration', unit: 'minutes' },
    );
    assert.equal('value' in minutes && minutes.value, 252);
    const crowns = readNumber(
      numberText(1500, '#,##0 [$Kč-405]'),
      { decimal: '.' },
      { kind: 'currency', code: 'CZK' },
    );
    assert.equal('value' in crowns && crowns.value, 1500);
  });
});

describe('a date of a workbook', () => {
  const cases: [number, string, '1900' | '1904', string][] = [
    [46_053, 'dd/mm/yyyy', '1900', '2026-01-31'],
    [46_053, 'mmm-yy', '1900', '2026-01'],
    [46_053, '[$-409]mmmm\\ yyyy;@', '1900', '2026-01'],
    [46_053, 'mmm', '1900', '2026-01'],
    [46_053, 'yyyy', '1900', '2026'],
    [46_053, 'd-mmm', '1900', '2026-01-31'],
    [44_591, 'd-mmm', '1904', '2026-01-31'],
    [46_053.604166666664, 'yyyy-mm-dd hh:mm', '1900', '2026-01-31 14:30'],
    [46_053.604166666664, 'dd.mm.yyyy', '1900', '2026-01-31'],
    [46_052.9999999999, 'yyyy-mm-dd', '1900', '2026-01-31'],
    [59, 'yyyy-mm-dd', '1900', '1900-02-28'],
    [61, 'yyyy-mm-dd', '1900', '1900-03-01'],
    [-1, 'yyyy-mm-dd', '1900', '########'],
    [3_000_000, 'yyyy-mm-dd', '1900', '########'],
    [0.175, 'h:mm', '1900', '4:12'],
    [0.175, '[h]:mm:ss', '1900', '4:12:00'],
    [1.175, '[h]:mm', '1900', '28:12:00'],
    [1.175, 'h:mm', '1900', '28:12'],
    [60.5, '[h]:mm', '1900', '1452:00:00'],
    [90 / 86_400, 'mm:ss', '1900', '0:01:30'],
    [90.5 / 86_400, 'mm:ss.0', '1900', '0h 1m 30.5s'],
    [500, '[h]:mm', '1900', '12000h 0m 0s'],
    [-0.5, '[h]:mm', '1900', '########'],
  ];
  for (const [serial, format, system, text] of cases)
    it(`${serial} as ${format} since ${system} is "${text}"`, () =>
      assert.equal(dateText(serial, format, system), text));
});
