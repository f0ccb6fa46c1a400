import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mean } from '#domain/kpi/compare.ts';
import type { Point } from '#domain/kpi/series.ts';
import { january, type Period, periodsBetween, shift } from '#domain/time/period.ts';
import { type Held, heldFormulas, touchedPeriods } from './definition.ts';
import { evaluate } from './evaluate.ts';
import {
  type Comparator,
  type Expression,
  type Operator,
  plainFunctions,
  type Series,
} from './expression.ts';
import { type Input, Inputs } from './inputs.ts';
import { parse } from './parse.ts';
import { printed } from './print.ts';
import type { FormulaVersion } from './timeline.ts';

const nowhere = { at: 0, to: 0 };
const months = periodsBetween('2025-01', '2026-06');
const days = periodsBetween('2026-01-01', '2026-06-30');
const monthly = ['mrr', 'new-customers', '12', 'sum', '3-day-retention', '1e5'];
const daily = ['calls', 'odd-days'];

const series: fc.Arbitrary<Series> = fc.oneof(
  fc.constantFrom(...monthly).map((kpi): Series => ({ kind: 'series', kpi, rollUp: null, ...nowhere })),
  fc.constantFrom(...daily).map((kpi): Series => ({ kind: 'series', kpi, rollUp: 'monthly', ...nowhere })),
);
const count = fc.integer({ min: 1, max: 14 });
const comparators: Comparator[] = ['<', '<=', '>', '>=', '=', '!='];

const expressionsWith = (numbers: fc.Arbitrary<number>) =>
  fc.letrec<{ any: Expression }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      series,
      numbers.map((value): Expression => ({ kind: 'number', value: Math.abs(value), ...nowhere })),
      fc
        .record({ name: fc.constantFrom('sum' as const, 'avg' as const), series, count })
        .map((parts): Expression => ({ kind: 'window', ...parts, ...nowhere })),
      fc.record({ series, count }).map((parts): Expression => ({ kind: 'lag', ...parts, ...nowhere })),
      series.map((own): Expression => ({ kind: 'ytd', series: own, ...nowhere })),
      tie('any').map((of): Expression => ({ kind: 'negative', of, ...nowhere })),
      fc
        .record({
          operator: fc.constantFrom<Operator>('+', '-', '*', '/'),
          left: tie('any'),
          right: tie('any'),
        })
        .map((parts): Expression => ({ kind: 'binary', ...parts, ...nowhere })),
      fc
        .record({
          name: fc.constantFrom(...plainFunctions),
          parts: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
        })
        .filter(({ name, parts }) => (name === 'abs' ? parts.length === 1 : !looksLikeWindow(name, parts)))
        .map((parts): Expression => ({ kind: 'plain', ...parts, ...nowhere })),
      fc
        .record({ of: tie('any'), decimals: fc.nat({ max: 10 }) })
        .map((parts): Expression => ({ kind: 'round', ...parts, ...nowhere })),
      fc
        .record({
          condition: fc.record({
            comparator: fc.constantFrom(...comparators),
            left: tie('any'),
            right: tie('any'),
          }),
          met: tie('any'),
          otherwise: tie('any'),
        })
        .map((parts): Expression => ({ kind: 'if', ...parts, ...nowhere })),
    ),
  })).any;
const expressions = expressionsWith(
  fc.oneof(
    fc.nat({ max: 20 }),
    fc.double({ min: 0, max: 1e300, noNaN: true }).map((number) => number + 0),
  ),
);

function looksLikeWindow(name: string, [first, second, ...more]: readonly Expression[]): boolean {
  const isCounted = first?.kind === 'series' && second?.kind === 'number' && more.length === 0;
  return isCounted && (name === 'sum' || name === 'avg');
}

const value = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null, freq: 6 });
type Table = Map<string, Map<Period, number | null>>;
const tables: fc.Arbitrary<Table> = fc
  .tuple(
    ...monthly.map(() => fc.array(value, { minLength: months.length, maxLength: months.length })),
    ...daily.map(() => fc.array(value, { minLength: days.length, maxLength: days.length })),
  )
  .map(
    (columns) =>
      new Map(
        [...monthly, ...daily].map((key, index) => {
          const periods = index < monthly.length ? months : days;
          return [key, new Map(periods.map((period, row) => [period, columns[index]![row]!]))];
        }),
      ),
  );

const inputsOf = (table: Table) =>
  new Inputs(
    new Map(
      [...table].map(([key, values]): [string, Input] => [
        key,
        {
          cadence: daily.includes(key) ? 'daily' : 'monthly',
          adding: { addsUp: 'sum', unit: { kind: 'number' } },
          points: [...values].map(([period, own]): Point => ({ period, value: own })),
        },
      ]),
    ),
    january,
  );

const withoutPlaces = (expression: Expression): unknown =>
  JSON.parse(JSON.stringify(expression, (key, part) => (key === 'at' || key === 'to' ? undefined : part)));

describe('the laws of formulas', () => {
  it('what is printed reads as what was printed', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const text = printed(expression);
        fc.pre(text.length <= 2_000);
        const again = parse(text);
        assert.deepEqual(
          again.expression && withoutPlaces(again.expression),
          withoutPlaces(expression),
          text,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('any text is read or has a fault inside it', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '-',
      '(',
      ')',
      ',',
      '3',
      '.',
      '`',
      'sum(',
      'if(',
      '<',
      '*',
      'é',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const { fault } = parse(text);
          if (fault) assert.ok(fault.at >= 0 && fault.at <= fault.to && fault.to <= text.length, text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a value is that of a plain reckoning', () => {
    fc.assert(
      fc.property(expressions, tables, fc.constantFrom(...months.slice(6)), (expression, table, period) => {
        const found = evaluate(expression, period, inputsOf(table), january).value;
        const plain = reckoned(expression, period, table);
        const wanted = plain === null || !Number.isFinite(plain) ? null : plain;
        assert.equal(found, wanted === null ? null : wanted + 0, printed(expression));
      }),
      { numRuns: 500 },
    );
  });

  it('no period outside the touched ones gets another value by an edit', () => {
    fc.assert(
      fc.property(
        expressions,
        tables,
        fc.oneof(
          fc.tuple(fc.constantFrom(...monthly), fc.constantFrom(...months)),
          fc.tuple(fc.constantFrom(...daily), fc.constantFrom(...days)),
        ),
        value,
        (expression, table, [key, period], edited) => {
          const versions: FormulaVersion<Held>[] = heldFormulas([
            { validFrom: '2026-01-01', formula: printed(expression) },
          ]);
          const touched = new Set(
            touchedPeriods(versions, new Map([[key, [period]]]), 'monthly', {
              today: '2026-07-10',
              calendar: january,
            }),
          );
          const after = new Map(table).set(key, new Map(table.get(key)).set(period, edited));
          const [before, now] = [inputsOf(table), inputsOf(after)];
          for (const each of periodsBetween('2025-01', '2026-07'))
            if (!touched.has(each))
              assert.deepEqual(
                evaluate(expression, each, now, january),
                evaluate(expression, each, before, january),
                `${each} of ${printed(expression)} after ${key} ${period}`,
              );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('each touched period reads what was edited', () => {
    const versions = heldFormulas([{ validFrom: '2026-01-01', formula: 'sum(a, 3) + lag(monthly(b), 2)' }]);
    const touched = (changed: Record<string, Period[]>) =>
      touchedPeriods(versions, new Map(Object.entries(changed)), 'monthly', {
        today: '2026-04-10',
        calendar: january,
      });
    assert.deepEqual(touched({ a: ['2026-01'] }), ['2026-01', '2026-02', '2026-03']);
    assert.deepEqual(touched({ a: ['2026-03'] }), ['2026-03', '2026-04']);
    assert.deepEqual(touched({ b: ['2026-01-31', '2026-01-05'], other: ['2026-02'] }), ['2026-03']);
    assert.deepEqual(touched({ b: ['2026-03-01'] }), []);
  });
});

// As somebody would reckon by hand, with nothing in common but the arithmetic of adding up.
function reckoned(expression: Expression, period: Period, table: Table): number | null {
  const own = (part: Expression) => reckoned(part, period, table);
  const all = (values: (number | null)[], make: (values: number[]) => number | null) =>
    values.includes(null) ? null : make(values as number[]);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'series':
      return slotOf(expression, period, table);
    case 'negative':
      return all([own(expression.of)], ([of]) => -of!);
    case 'lag':
      return slotOf(expression.series, shift(period, -expression.count), table);
    case 'window': {
      const slots = Array.from({ length: expression.count }, (_, back) =>
        slotOf(expression.series, shift(period, back - expression.count + 1), table),
      );
      return all(slots, (values) => (expression.name === 'avg' ? mean(values) : sum(values)));
    }
    case 'ytd': {
      const year = months.filter((month) => month.slice(0, 4) === period.slice(0, 4) && month <= period);
      if (slotOf(expression.series, period, table) === null) return null;
      return sum(year.flatMap((month) => slotOf(expression.series, month, table) ?? []));
    }
    case 'binary': {
      const { operator, left, right } = expression;
      return all([own(left), own(right)], ([a, b]) => {
        if (operator === '/') return b === 0 ? null : a! / b!;
        return operator === '+' ? a! + b! : operator === '-' ? a! - b! : a! * b!;
      });
    }
    case 'plain':
      return all(expression.parts.map(own), (values) => {
        if (expression.name === 'abs') return Math.abs(values[0]!);
        if (expression.name === 'min') return Math.min(...values);
        if (expression.name === 'max') return Math.max(...values);
        return expression.name === 'avg' ? mean(values) : sum(values);
      });
    case 'round':
      return all([own(expression.of)], ([of]) => Number(roundedText(of!, expression.decimals)));
    case 'if': {
      const { comparator, left, right } = expression.condition;
      const isTrue = all([own(left), own(right)], ([a, b]) => (compared(comparator, a!, b!) ? 1 : 0));
      return isTrue === null ? null : own(isTrue === 1 ? expression.met : expression.otherwise);
    }
  }
}

function slotOf({ kpi, rollUp }: Series, period: Period, table: Table): number | null {
  if (rollUp === null) return table.get(kpi)!.get(period) ?? null;
  const inside = [...table.get(kpi)!].flatMap(([day, value]) =>
    day.startsWith(period) ? (value ?? []) : [],
  );
  return inside.length === 0 ? null : sum(inside);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}

// By the decimal digits that a person sees, as spreadsheets do.
function roundedText(value: number, decimals: number): string {
  const rounding = {
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
    useGrouping: false,
  } as const;
  return new Intl.NumberFormat('en', rounding).format(value);
}

function compared(comparator: Comparator, a: number, b: number): boolean {
  const isSame = Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (comparator === '=') return isSame;
  if (comparator === '!=') return !isSame;
  if (isSame) return comparator === '<=' || comparator === '>=';
  return comparator.startsWith('<') ? a < b : a > b;
}
