import { mean, sideOf } from '#domain/kpi/compare.ts';
import { type Calendar, cadenceOf, type Period, periodsBetween, shift } from '#domain/time/period.ts';
import type { Comparator, Condition, Expression, Operator, PlainFunction } from './expression.ts';
import type { Given, Inputs, Lack } from './inputs.ts';
import { printed } from './print.ts';

/**
 * The value of a formula for one period, with what its inputs lack, or null and the reason: an input without a value, a division by
 * zero, or a number too large to keep. Of an `if` only the branch that is taken is asked for.
 */
export function evaluate(expression: Expression, period: Period, inputs: Inputs, calendar: Calendar): Given {
  const found = amountOf(expression, { period, inputs, calendar });
  if (found.value === null) return { ...found, lacks: distinct(found.lacks) };
  if (!Number.isFinite(found.value)) return nothing('the result is too large to keep');
  // Minus zero reads as "-0" and is nobody's measurement.
  return { value: found.value + 0, lacks: distinct(found.lacks) };
}

type At = { period: Period; inputs: Inputs; calendar: Calendar };

function amountOf(expression: Expression, at: At): Given {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value, lacks: [] };
    case 'series':
      return at.inputs.at(expression, at.period);
    case 'ytd':
      return at.inputs.yearToDate(expression.series, at.period);
    case 'lag':
      return at.inputs.at(expression.series, shift(at.period, -expression.count));
    case 'window': {
      const { series, count, name } = expression;
      const first = shift(at.period, 1 - count);
      if (!cadenceOf(first)) return nothing(`${series.kpi} has no value before 1900`);
      const periods = periodsBetween(first, at.period);
      return together(
        periods.map((period) => at.inputs.at(series, period)),
        (values) => plain(name, values),
      );
    }
    case 'negative':
      return together([amountOf(expression.of, at)], ([value]) => -value!);
    case 'plain':
      return together(
        expression.parts.map((part) => amountOf(part, at)),
        (values) => plain(expression.name, values),
      );
    case 'round':
      return together([amountOf(expression.of, at)], ([value]) => rounded(value!, expression.decimals));
    case 'if':
      return chosen(expression.condition, expression.met, expression.otherwise, at);
    case 'binary': {
      const { operator, left, right } = expression;
      const parts = [amountOf(left, at), amountOf(right, at)];
      if (operator === '/' && parts[0]!.value !== null && parts[1]!.value === 0)
        return nothing(`division by zero: ${printed(right)} is 0 for ${at.period}`);
      return together(parts, ([a, b]) => combined(operator, a!, b!));
    }
  }
}

function chosen(
  { comparator, left, right }: Condition,
  met: Expression,
  otherwise: Expression,
  at: At,
): Given {
  const condition = together([amountOf(left, at), amountOf(right, at)], ([a, b]) =>
    holds(comparator, sideOf(a!, b!)) ? 1 : 0,
  );
  if (condition.value === null) return condition;
  const branch = amountOf(condition.value === 1 ? met : otherwise, at);
  return { ...branch, lacks: [...condition.lacks, ...branch.lacks] };
}

// The first part without a value gives the reason; all of them are lacking.
function together(parts: readonly Given[], make: (values: number[]) => number): Given {
  const values: number[] = [];
  const lacks: Lack[] = [];
  for (const part of parts) {
    if (part.value === null) {
      const without = parts.filter(({ value }) => value === null);
      return { ...part, lacks: without.flatMap((each) => each.lacks) };
    }
    values.push(part.value);
    lacks.push(...part.lacks);
  }
  return { value: make(values), lacks };
}

function nothing(why: string): Given {
  return { value: null, why, lacks: [] };
}

function plain(name: PlainFunction, values: readonly number[]): number {
  switch (name) {
    case 'sum':
      return values.reduce((total, value) => total + value, 0);
    case 'avg':
      return mean(values);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'abs':
      return Math.abs(values[0]!);
  }
}

function combined(operator: Operator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
  }
}

// With the tolerance that thresholds have: 0.1 + 0.2 is 0.3.
function holds(comparator: Comparator, side: -1 | 0 | 1): boolean {
  switch (comparator) {
    case '<':
      return side < 0;
    case '<=':
      return side <= 0;
    case '>':
      return side > 0;
    case '>=':
      return side >= 0;
    case '=':
      return side === 0;
    case '!=':
      return side !== 0;
  }
}

// By the decimal text: 1.005 is a little less than itself in binary, and people round what they see. From 2^53 on nothing is behind the point.
function rounded(value: number, decimals: number): number {
  if (Math.abs(value) * 10 ** decimals >= 2 ** 53) return value;
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e');
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  const [whole, power = '0'] = String(scaled).split('e');
  return Math.sign(value) * Number(`${whole}e${Number(power) - decimals}`);
}

function distinct(lacks: readonly Lack[]): Lack[] {
  return [...new Map(lacks.map((lack) => [`${lack.kpi} ${lack.period}`, lack])).values()];
}
