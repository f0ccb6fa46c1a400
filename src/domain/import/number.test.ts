import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Unit } from '#domain/kpi/unit.ts';
import { type NumberFormat, readNumber } from './number.ts';
import { guessNumberFormat } from './number-format.ts';

const minutes: Unit = { kind: 'duration', unit: 'minutes' };
const hours: Unit = { kind: 'duration', unit: 'hours' };
const percent: Unit = { kind: 'percent' };
const euro: Unit = { kind: 'currency', code: 'EUR' };
const plain: Unit = { kind: 'number' };
const stars: Unit = { kind: 'scale', from: 1, to: 5 };
const lights: Unit = { kind: 'scale', from: 1, to: 3, steps: ['red', 'amber', 'green'] };
const point: NumberFormat = { decimal: '.' };
const comma: NumberFormat = { decimal: ',' };

function amountIn(text: string, format: NumberFormat, unit?: Unit): number | string {
  const read = readNumber(text, format, unit);
  return 'fault' in read ? 'fault' : read.value;
}

const readable: [string, NumberFormat, Unit | undefined, number][] = [
  ['4.36', point, stars, 4.36],
  ['Amber', point, lights, 2],
  ['3 (green)', point, lights, 3],
  ['2.5', point, lights, 2.5],
  ['4h 12m', point, minutes, 252],
  ['4h 08m', point, minutes, 248],
  ['4h12', point, minutes, 252],
  ['4h 12m', point, hours, 4.2],
  ['2 days', point, hours, 48],
  ['1 day 3 hours', point, hours, 27],
  ['1:30', point, minutes, 90],
  ['1:30', { decimal: '.', clock: 'm:ss' }, minutes, 1.5],
  ['1:30:30', point, minutes, 90.5],
  ['45m', point, minutes, 45],
  ['1,5 h', comma, minutes, 90],
  ['18 months', point, { kind: 'duration', unit: 'months' }, 18],
  ['95.2%', point, percent, 95.2],
  ['7,4%', point, percent, 7.4],
  ['12 %', point, percent, 12],
  ['0.952', { decimal: '.', fraction: true }, percent, 95.2],
  ['€12.3k', point, euro, 12_300],
  ['12,3k €', comma, euro, 12_300],
  ['EUR 1.234,50', comma, euro, 1234.5],
  ['1,234.50 EUR', point, euro, 1234.5],
  ['€1.2m', point, euro, 1_200_000],
  ['1.2M', point, plain, 1_200_000],
  ['$3bn', point, { kind: 'currency', code: 'USD' }, 3e9],
  ['1.005k', point, plain, 1005],
  ['1 234', point, plain, 1234],
  ['1\u202f234,5', point, plain, 1234.5],
  ['1\u00a0234\u00a0567', point, plain, 1_234_567],
  ["1'234", point, plain, 1234],
  ['1’234.5', point, plain, 1234.5],
  ['1,234', point, plain, 1234],
  ['1,234', comma, plain, 1.234],
  ['1.234', comma, plain, 1234],
  ['0,123', point, plain, 0.123],
  ['1234,567', point, plain, 1234.567],
  ['1.234.567', point, plain, 1_234_567],
  ['12,34,567.8', point, plain, 1_234_567.8],
  ['-3', point, plain, -3],
  ['−3', point, plain, -3],
  ['(3)', point, plain, -3],
  ['3-', point, plain, -3],
  ['(€1,200)', point, euro, -1200],
  ['-€3', point, euro, -3],
  ['€-3', point, euro, -3],
  ['+5', point, plain, 5],
  ['1e3', point, plain, 1000],
  ['1,23E+05', comma, plain, 123_000],
  ['12 points', point, { kind: 'number', symbol: 'points' }, 12],
  ['3.5x', point, plain, 3.5],
  ['4.3/5', point, stars, 4.3],
  ['.5', point, plain, 0.5],
  ['12', point, plain, 12],
  ['１２', point, plain, 12],
];

test('a cell is read in the unit of its KPI', () => {
  for (const [text, format, unit, value] of readable) assert.equal(amountIn(text, format, unit), value, text);
});

const unreadable: [string, Unit][] = [
  ...[
    'n/a',
    '#REF!',
    '#DIV/0!',
    'tbc',
    '??',
    '-',
    '—',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e400',
    '1e-400',
    '∞',
  ].map((text): [string, Unit] => [text, plain]),
  ...[
    '1.2.3',
    '12 34',
    '1,23,4',
    '--3',
    '(-3)',
    '3 4h',
    '12 apples',
    'twelve',
    '3;4',
    '=A1',
    '1:75',
    '€',
    '+-3',
  ].map((text): [string, Unit] => [text, plain]),
  ['12%', minutes],
  ['12%', plain],
  ['4h', percent],
  ['4h', plain],
  ['$12', euro],
  ['6', stars],
  ['4/10', stars],
  ['blue', lights],
  ['2 months', { kind: 'duration', unit: 'days' }],
  ['12m 4h', minutes],
];

test('a cell without a number, or in another unit, is a fault and never a value', () => {
  for (const [text, unit] of unreadable) assert.equal(amountIn(text, point, unit), 'fault', text);
});

test('a cell read without a KPI tells the unit that it names', () => {
  const unitOf = (text: string) => {
    const read = readNumber(text, point);
    return 'fault' in read ? 'fault' : read.unit;
  };
  assert.deepEqual(unitOf('95.2%'), { kind: 'percent' });
  assert.deepEqual(unitOf('45m'), { kind: 'duration', unit: 'minutes' });
  assert.deepEqual(unitOf('€12.3k'), { kind: 'currency', codes: ['EUR'] });
  assert.equal(unitOf('12'), undefined);
});

test('"1,234" is settled by the other cells of its column', () => {
  const decimal = (...cells: string[]) => guessNumberFormat(cells).format.decimal;
  assert.equal(decimal('1,234', '5,67'), ',');
  assert.equal(decimal('1,234', '5.67'), '.');
  assert.equal(decimal('1.234', '1.234.567'), ',');
  assert.deepEqual(guessNumberFormat(['1,234', '5,67']).doubts, []);
  assert.deepEqual(guessNumberFormat(['1,234', '12']).doubts, [
    { about: 'decimal', guess: '.', alternatives: [','], example: '1,234' },
  ]);
  assert.equal(guessNumberFormat(['1,234'], { '.': 0, ',': 9 }).format.decimal, ',');
  assert.deepEqual(guessNumberFormat(['1,234'], undefined, { decimal: ',' }).doubts, []);
});

test('a percentage below one and a clock time are told as guesses', () => {
  assert.deepEqual(
    guessNumberFormat(['0.95', '1'], undefined, {}, 'percent').doubts.map((each) => each.about),
    ['fraction'],
  );
  assert.deepEqual(guessNumberFormat(['95.2%'], undefined, {}, 'percent').doubts, []);
  assert.deepEqual(
    guessNumberFormat(['1:30']).doubts.map((each) => each.about),
    ['clock'],
  );
});

test('a number comes back from every way of writing it', () => {
  const styles: [string, string][] = [
    ['.', ','],
    [',', '.'],
    ['.', ' '],
    [',', '\u202f'],
    ['.', "'"],
    ['.', ''],
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(...styles),
      (whole, cents, [decimal, group]) => {
        const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${whole < 0 ? '-' : ''}${digits}${decimal}${String(cents).padStart(2, '0')}`;
        const expected = Number(`${whole}.${String(cents).padStart(2, '0')}`);
        assert.equal(amountIn(text, { decimal: decimal === '.' ? '.' : ',' }, plain), expected, text);
      },
    ),
  );
});

test('no text makes a value that is not finite', () => {
  const alphabet = fc.constantFrom(...'0123456789.,-+()%€$ehmdk :/\'"#NaI ');
  fc.assert(
    fc.property(
      fc.string({ unit: alphabet, maxLength: 14 }),
      fc.constantFrom(plain, percent, euro, minutes, stars),
      (text, unit) => {
        const read = readNumber(text, point, unit);
        assert.ok(
          'fault' in read ? read.fault.length > 5 : Number.isFinite(read.value) && !Object.is(read.value, -0),
          text,
        );
      },
    ),
    { numRuns: 2000 },
  );
});
