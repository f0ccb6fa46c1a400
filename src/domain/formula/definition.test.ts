import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { january } from '#domain/time/period.ts';
import { fractionAdvice, ratioAdvice } from './advice.ts';
import { cycleThrough, levelsOf } from './graph.ts';
import { originOf, stepsFrom } from './origin.ts';
import { parse } from './parse.ts';
import { printed } from './print.ts';
import { sidesOf } from './sums.ts';
import { formulaOf } from './timeline.ts';

const read = (text: string) => parse(text).expression!;

describe('the versions of a formula', () => {
  const versions = [
    { validFrom: '2026-03-15', formula: 'first' },
    { validFrom: '2026-06-15', formula: null },
    { validFrom: '2026-09-01', formula: 'second' },
    { validFrom: '2026-08-01', formula: 'third' },
  ];
  const table: [period: string, formula: string | null][] = [
    ['2020-01', 'first'],
    ['2026-03', 'first'],
    ['2026-05', 'first'],
    ['2026-06', null],
    ['2026-07', null],
    ['2026-08', 'third'],
    ['2026-10', 'third'],
  ];
  for (const [period, formula] of table)
    it(`hold for ${period}: ${formula}`, () => assert.equal(formulaOf(versions, period, january), formula));

  it('are none where none was kept', () => assert.equal(formulaOf([], '2026-01', january), null));
});

describe('the two sides of a ratio', () => {
  const table: [text: string, sides: string | undefined][] = [
    ['a / b', 'a over b'],
    ['100 * a / b', '100 * a over b'],
    ['100 * (a / b)', 'a * 100 over b'],
    ['a / b * 100', 'a * 100 over b'],
    ['-(a / b)', '-a over b'],
    ['(a + b) / lag(c, 1)', 'a + b over lag(c, 1)'],
    ['a / 100', undefined],
    ['1 / a', undefined],
    ['a * b', undefined],
    ['a / b + 1', undefined],
  ];
  for (const [text, sides] of table)
    it(`of ${text}: ${sides ?? 'none'}`, () => {
      const found = sidesOf(read(text));
      assert.equal(found && `${printed(found.numerator)} over ${printed(found.denominator)}`, sides);
    });
});

describe('advice', () => {
  const percent = { kind: 'percent' } as const;
  it('offers to multiply by 100 where a percent KPI would show fractions', () => {
    assert.equal(
      fractionAdvice(read('lost / customers'), [0.02, 0.04], percent)?.repair,
      '100 * lost / customers',
    );
    assert.equal(fractionAdvice(read('-(a / b)'), [-0.5], percent)?.repair, '100 * -(a / b)');
  });

  it('keeps silent about other units, values beyond 1, zeros and what is no division', () => {
    for (const [text, values, unit] of [
      ['a / b', [0.5], { kind: 'number' }],
      ['a / b', [0.5, 1.2], percent],
      ['a / b', [0, 0], percent],
      ['a / b', [], percent],
      ['avg(a, 3)', [0.5], percent],
    ] as const)
      assert.equal(fractionAdvice(read(text), values, unit), undefined);
  });

  it('says that a ratio KPI needs a division', () => {
    assert.match(ratioAdvice(read('a + b'), { addsUp: 'ratio', unit: percent })!.message, /Divide/);
    assert.equal(ratioAdvice(read('a / b'), { addsUp: 'ratio', unit: percent }), undefined);
    assert.equal(ratioAdvice(read('a + b'), { addsUp: 'sum', unit: percent }), undefined);
  });
});

const edges = (text: string) =>
  text.split(' ').map((edge) => {
    const [from, to] = edge.split('>') as [string, string];
    return { from, to };
  });

describe('what depends on what', () => {
  it('is in levels in which nothing depends on its own level or a later one', () => {
    const order = levelsOf(['d', 'c', 'b', 'a'], edges('x>a a>b a>c b>d c>d a>d d>y'));
    assert.deepEqual(order, [['a'], ['b', 'c'], ['d']]);
    assert.throws(() => levelsOf(['a', 'b'], edges('a>b b>a')), RangeError);
  });

  it('shows the shortest way round a circle that a formula would close', () => {
    const there = edges('a>b b>c a>d d>e e>c');
    assert.deepEqual(cycleThrough('a', ['x', 'c'], there), ['a', 'b', 'c', 'a']);
    assert.deepEqual(cycleThrough('a', ['a'], there), ['a', 'a']);
    assert.equal(cycleThrough('c', ['a', 'b'], there), undefined);
  });
});

describe('where a signal started', () => {
  const tree = edges('visits>leads leads>sales price>sales sales>revenue');
  const table: [name: string, since: Record<string, string>, path: string[] | undefined][] = [
    [
      'at the earliest upstream',
      { revenue: '2026-03-01', leads: '2026-01-01', price: '2026-02-01' },
      ['leads', 'sales', 'revenue'],
    ],
    ['at itself', { revenue: '2026-01-01', leads: '2026-02-01' }, ['revenue']],
    [
      'farthest up of those of one day',
      { revenue: '2026-01-01', sales: '2026-01-01', visits: '2026-01-01' },
      ['visits', 'leads', 'sales', 'revenue'],
    ],
    ['nowhere while it is silent', { leads: '2026-01-01' }, undefined],
  ];
  for (const [name, since, path] of table)
    it(`is ${name}`, () =>
      assert.deepEqual(originOf('revenue', tree, new Map(Object.entries(since)))?.path, path));

  it('is within so many steps', () => {
    assert.deepEqual(
      [...stepsFrom('revenue', tree, 'up', 2)],
      [
        ['revenue', 0],
        ['sales', 1],
        ['leads', 2],
        ['price', 2],
      ],
    );
    assert.deepEqual(
      [...stepsFrom('visits', tree, 'down', 1)],
      [
        ['visits', 0],
        ['leads', 1],
      ],
    );
  });
});
