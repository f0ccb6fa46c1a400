import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AddsUp } from '#domain/kpi/definition.ts';
import type { Point } from '#domain/kpi/series.ts';
import { type Calendar, cadenceOf, january, type Period } from '#domain/time/period.ts';
import { evaluate } from './evaluate.ts';
import { type Input, Inputs } from './inputs.ts';
import { parse } from './parse.ts';

const input = (values: Record<Period, number | null>, addsUp: AddsUp = 'mean'): Input => ({
  cadence: cadenceOf(Object.keys(values)[0]!)!,
  adding: { addsUp, unit: { kind: 'number' } },
  points: Object.entries(values).map(([period, value]) => ({ period, value })),
});

const days = (from: number, to: number, value: number) =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, day) => [
      `2026-02-${String(from + day).padStart(2, '0')}`,
      value,
    ]),
  );

const inputs = new Map<string, Input>([
  ['a', input({ '2025-12': 6, '2026-01': 10, '2026-02': 4, '2026-03': null }, 'sum')],
  ['b', input({ '2026-01': 0, '2026-02': -8, '2026-03': 1 })],
  ['tenth', input({ '2026-02': 0.1 })],
  ['huge', input({ '2026-02': 1e308 })],
  ['calls', input({ ...days(1, 28, 2), '2026-01-31': 5 }, 'sum')],
  ['odd-days', input({ ...days(1, 20, 2), ...days(23, 28, 4) })],
  ['visits', input({ '2026-W05': 1, '2026-W06': 1, '2026-W07': 1, '2026-W08': 1, '2026-W09': 1 }, 'sum')],
  [
    'share',
    {
      cadence: 'monthly',
      adding: { addsUp: 'ratio', unit: { kind: 'percent' } },
      points: [
        { period: '2026-01', value: 50, numerator: 1, denominator: 2 },
        { period: '2026-02', value: 10, numerator: 1, denominator: 10 },
        { period: '2026-03', value: 90 },
      ] satisfies Point[],
    },
  ],
  [
    'shops',
    {
      cadence: 'monthly',
      adding: { addsUp: 'sum', unit: { kind: 'number' } },
      points: [{ period: '2026-02', value: 3, missing: ['north'] }],
    },
  ],
]);

const at = (text: string, period: Period, calendar: Calendar = january) =>
  evaluate(parse(text).expression!, period, new Inputs(inputs, calendar), calendar);

describe('the value of a formula', () => {
  const table: [text: string, period: Period, value: number][] = [
    ['a / b', '2026-02', -0.5],
    ['a - b - 1', '2026-02', 11],
    ['2 + a * 3', '2026-02', 14],
    ['-a * -b', '2026-02', -32],
    ['sum(a, b, 1)', '2026-02', -3],
    ['avg(a, b)', '2026-02', -2],
    ['min(a, b) + max(a, b, 7)', '2026-02', -1],
    ['abs(b)', '2026-02', 8],
    ['round(a / 3, 2)', '2026-01', 3.33],
    ['round(1.005 + 0 * a, 2)', '2026-01', 1.01],
    ['round(0 * a - 2.5)', '2026-01', -3],
    ['round(a * 1e-9, 3)', '2026-01', 0],
    ['if(a > b, 1, 2)', '2026-02', 1],
    ['if(3 * tenth = 0.3, 1, 2)', '2026-02', 1],
    ['if(3 * tenth > 0.3, 1, 2)', '2026-02', 2],
    ['if(b = 0, 0, a / b)', '2026-01', 0],
    ['avg(a, 3)', '2026-02', 20 / 3],
    ['sum(a, 2)', '2026-02', 14],
    ['lag(a, 2)', '2026-02', 6],
    ['lag(a, 1)', '2026-03', 4],
    ['ytd(a)', '2026-02', 14],
    ['ytd(b)', '2026-02', -4],
    ['ytd(share)', '2026-02', (100 * 2) / 12],
    ['monthly(calls)', '2026-02', 56],
    ['monthly(odd-days)', '2026-02', (20 * 2 + 6 * 4) / 26],
    ['monthly(visits)', '2026-02', 4],
    ['yearly(a)', '2026', 14],
    ['quarterly(share)', '2026-Q1', (100 * 2) / 12],
    ['lag(monthly(calls), 1) + monthly(calls)', '2026-02', 61],
    ['0 * b', '2026-02', 0],
  ];
  for (const [text, period, value] of table)
    it(`${text} for ${period} is ${value}`, () => {
      const found = at(text, period);
      assert.ok(found.value !== null && Object.is(found.value, value), `${found.value}`);
    });

  it('goes from the first month of the fiscal year for ytd', () => {
    assert.equal(at('ytd(a)', '2026-02', { yearStartsIn: 12 }).value, 20);
    assert.equal(at('ytd(a)', '2026-02', { yearStartsIn: 2 }).value, 4);
  });

  it('counts a week in the fiscal year of its Thursday', () => {
    assert.equal(at('ytd(visits)', '2026-W08', { yearStartsIn: 2 }).value, 3);
  });
});

describe('a formula without a value says why', () => {
  const table: [text: string, period: Period, why: string][] = [
    ['a / b', '2026-01', 'division by zero: b is 0 for 2026-01'],
    ['a / (b - b)', '2026-02', 'division by zero: b - b is 0 for 2026-02'],
    ['a / b', '2026-03', 'a has no value for 2026-03'],
    ['a / b', '2025-12', 'b has no value for 2025-12'],
    ['avg(a, 3)', '2026-01', 'a has no value for 2025-11'],
    ['lag(a, 12)', '2026-02', 'a has no value for 2025-02'],
    ['ytd(a)', '2026-03', 'a has no value for 2026-03'],
    ['monthly(calls)', '2026-03', 'calls has no value for 2026-03'],
    ['huge * 10', '2026-02', 'the result is too large to keep'],
    ['quarterly(share) + ytd(share)', '2027-Q1', 'share has no value for 2027-Q1'],
    [
      'ytd(share)',
      '2026-03',
      'share is a ratio, and its readings have no numerators and denominators to add up for 2026-03',
    ],
    ['lag(yearly(a), 1000)', '2026', 'a has no value for 1026'],
    ['sum(yearly(a), 1000)', '2026', 'a has no value before 1900'],
  ];
  for (const [text, period, why] of table)
    it(`${text} for ${period}: ${why}`, () => {
      const found = at(text, period);
      assert.deepEqual([found.value, found.value === null && found.why], [null, why]);
    });
});

describe('what a formula lacks', () => {
  it('is every input without a value, when there is none', () => {
    assert.deepEqual(at('a / b + avg(a, 2)', '2025-12').lacks, [
      { kpi: 'b', period: '2025-12' },
      { kpi: 'a', period: '2025-11' },
    ]);
  });

  it('is the days that are missing to a month, which has a value all the same', () => {
    const { value, lacks } = at('monthly(odd-days)', '2026-02');
    assert.notEqual(value, null);
    assert.deepEqual(lacks, [
      { kpi: 'odd-days', period: '2026-02-21' },
      { kpi: 'odd-days', period: '2026-02-22' },
    ]);
  });

  it('is the months that are missing to the year to date', () => {
    assert.deepEqual(at('ytd(a)', '2025-12').lacks.length, 11);
  });

  it('is whoever has not reported to a computed input', () => {
    assert.deepEqual(at('shops * 2', '2026-02').lacks, [{ kpi: 'north', period: '2026-02' }]);
    assert.deepEqual(at('quarterly(shops)', '2026-Q1').lacks.length, 3);
  });

  it('is nothing of the branch that was not taken', () => {
    assert.deepEqual(at('if(a > 5, a, lag(b, 5))', '2026-01'), { value: 10, lacks: [] });
  });
});
