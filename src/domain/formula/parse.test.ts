import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from './parse.ts';
import { printed } from './print.ts';

const read = (text: string) => {
  const { expression, fault } = parse(text);
  assert.equal(fault?.message, undefined);
  return printed(expression!);
};

describe('a formula is read', () => {
  const table: [text: string, means: string][] = [
    ['lost / customers', 'lost / customers'],
    ['  mrr/headcount ', 'mrr / headcount'],
    ['(a - b) - c', 'a - b - c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['a*(b+c)', 'a * (b + c)'],
    ['(a*b)+c', 'a * b + c'],
    ['a / b * c', 'a / b * c'],
    ['a / (b * c)', 'a / (b * c)'],
    ['-a * b', '-a * b'],
    ['-(a * b)', '-(a * b)'],
    ['- - a', '--a'],
    ['100 * lost / customers', '100 * lost / customers'],
    ['lost-customers / 2', 'lost-customers / 2'],
    ['lost - customers', 'lost - customers'],
    ['lost -customers', 'lost - customers'],
    ['lost- customers', 'lost - customers'],
    ['lost-2', 'lost-2'],
    ['3-2 + a', '3 - 2 + a'],
    ['3-day-retention / 7', '3-day-retention / 7'],
    ['`12` + 12', '`12` + 12'],
    ['1e3 * a + 2.50', '1000 * a + 2.5'],
    ['`1e3` * 1e-7', '`1e3` * 1e-7'],
    ['MRR ÷ Headcount × 2 − 1', 'mrr / headcount * 2 - 1'],
    ['avg(csat, 3)', 'avg(csat, 3)'],
    ['AVG(csat , 3 )', 'avg(csat, 3)'],
    ['avg(a, b, 3)', 'avg(a, b, 3)'],
    ['avg(a + 0, 3)', 'avg(a + 0, 3)'],
    ['sum(calls, 12)', 'sum(calls, 12)'],
    ['max(profit, 0)', 'max(profit, 0)'],
    ['abs(a - b)', 'abs(a - b)'],
    ['round(a, 2) + round(b, 0)', 'round(a, 2) + round(b)'],
    ['if(a >= b, a, 0)', 'if(a >= b, a, 0)'],
    ['if(a <> b, if(a = 0, 1, 2), -a)', 'if(a != b, if(a = 0, 1, 2), -a)'],
    ['lag(mrr, 12) + lag(monthly(calls), 1)', 'lag(mrr, 12) + lag(monthly(calls), 1)'],
    ['ytd(revenue) / ytd(monthly(visits))', 'ytd(revenue) / ytd(monthly(visits))'],
    ['weekly(a) + quarterly(b) + yearly(c)', 'weekly(a) + quarterly(b) + yearly(c)'],
    ['sum + avg(sum, 3)', 'sum + avg(sum, 3)'],
  ];
  for (const [text, means] of table) it(`${text} as ${means}`, () => assert.equal(read(text), means));

  it('with a window only where a KPI stands before a literal number', () => {
    const kind = (text: string) => parse(text).expression?.kind;
    assert.deepEqual(
      ['avg(csat, 3)', 'avg(csat, other)', 'avg(csat, 3, 1)', 'avg(2, 3)', 'max(csat, 3)'].map(kind),
      ['window', 'plain', 'plain', 'plain', 'plain'],
    );
  });

  it('that is nested as deep as its length allows', () => {
    assert.equal(read(`${'('.repeat(999)}a${')'.repeat(999)}`), 'a');
    assert.equal(read(`${'-'.repeat(1_999)}a`), `${'-'.repeat(1_999)}a`);
  });
});

describe('a formula that cannot be read', () => {
  const table: [text: string, at: number, to: number, message: string][] = [
    ['lost / * customers', 7, 8, "column 8: expected a KPI, a number or '('; found '*'"],
    ['', 0, 0, "column 1: expected a KPI, a number or '('; found the end"],
    ['lost /', 6, 6, "column 7: expected a KPI, a number or '('; found the end"],
    ['lost customers', 5, 14, "column 6: expected an operator or the end; found 'customers'"],
    ['(lost', 5, 5, "column 6: expected an operator or ')'; found the end"],
    ['lost)', 4, 5, "column 5: expected an operator or the end; found ')'"],
    ['sum(a b)', 6, 7, "column 7: expected an operator, ',' or ')'; found 'b'"],
    ['sum()', 0, 5, 'column 1: sum needs at least one part, such as sum(a, b, …)'],
    ['sum(a,)', 6, 7, "column 7: expected a KPI, a number or '('; found ')'"],
    ['abs(a, b)', 7, 8, 'column 8: abs takes one part'],
    ['avg(a, 0)', 7, 8, 'column 8: avg(kpi, n) takes a whole number of periods from 1 to 1000'],
    ['avg(a, 2.5)', 7, 10, 'column 8: avg(kpi, n) takes a whole number of periods from 1 to 1000'],
    ['lag(a, -1)', 7, 9, 'column 8: lag(kpi, n) takes a whole number of periods from 1 to 1000'],
    ['lag(a)', 0, 6, 'column 1: lag takes a KPI and how many periods: lag(kpi, n)'],
    [
      'lag(a + b, 1)',
      4,
      9,
      'column 5: lag takes a KPI, or a roll-up such as monthly(kpi): define a KPI of its own for anything longer',
    ],
    ['ytd(a, 2)', 7, 8, 'column 8: ytd takes one KPI'],
    ['monthly(a + b)', 8, 13, 'column 9: monthly takes one KPI: monthly(kpi)'],
    ['monthly(weekly(a))', 8, 17, 'column 9: monthly takes one KPI: monthly(kpi)'],
    ['round(a, 11)', 9, 11, 'column 10: decimals are a whole number from 0 to 10'],
    ['round(a, 1, 2)', 12, 13, 'column 13: round takes a value and perhaps decimals: round(a, decimals)'],
    ['if(a, 1, 2)', 4, 5, "column 5: expected '<', '<=', '>', '>=', '=' or '!='; found ','"],
    ['if(a > b, 1)', 0, 12, 'column 1: if takes a comparison and two values: if(a > b, then, otherwise)'],
    ['a > b', 2, 3, 'column 3: a comparison stands only as the first part of if(comparison, a, b)'],
    ['1 + (a > b)', 7, 8, 'column 8: a comparison stands only as the first part of if(comparison, a, b)'],
    ['5% * a', 1, 2, 'column 2: a formula has no percent sign: write 0.05 for 5 %'],
    ['lost_customers', 4, 5, 'column 5: keys are written with hyphens, such as lost-customers'],
    ['.5 * a', 0, 1, 'column 1: a number begins with a digit: write 0.5'],
    ['0,5 * a', 1, 2, "column 2: expected an operator or the end; found ','"],
    ['a + `b', 4, 6, 'column 5: a key between backquotes has no second backquote'],
    ['a ^ 2', 2, 3, 'column 3: "^" means nothing in a formula'],
    ['a + 😀', 4, 6, 'column 5: "😀" means nothing in a formula'],
  ];
  for (const [text, at, to, message] of table)
    it(`"${text}" is told ${message}`, () => {
      const { fault } = parse(text);
      assert.deepEqual([fault?.message, fault?.at, fault?.to, fault?.column], [message, at, to, at + 1]);
    });

  it('says what it expected, for an editor to offer', () => {
    assert.deepEqual(parse('a +').fault?.expected, ['a KPI', 'a number', "'('"]);
    assert.ok(parse('foo(a)').fault?.expected.includes('ytd'));
  });

  it('because it is too long is told so where it is', () => {
    assert.equal(parse(`a + ${'1 + '.repeat(600)}1`).fault?.at, 2_000);
  });
});
