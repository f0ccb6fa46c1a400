import type { Condition, Expression, Series } from './expression.ts';
import { isPlainKey } from './token.ts';

/** The text of an expression with no more brackets than it needs; parsing it gives the same expression. */
export function printed(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'series':
      return printedSeries(expression);
    case 'negative':
      return `-${within(expression.of, 3)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      const strength = strengthOf(expression);
      return `${within(left, strength)} ${operator} ${within(right, strength + 1)}`;
    }
    case 'plain':
      return `${expression.name}(${expression.parts.map(printed).join(', ')})`;
    case 'round':
      return expression.decimals === 0
        ? `round(${printed(expression.of)})`
        : `round(${printed(expression.of)}, ${expression.decimals})`;
    case 'if':
      return `if(${[printedCondition(expression.condition), printed(expression.met), printed(expression.otherwise)].join(', ')})`;
    case 'window':
      return `${expression.name}(${printedSeries(expression.series)}, ${expression.count})`;
    case 'lag':
      return `lag(${printedSeries(expression.series)}, ${expression.count})`;
    case 'ytd':
      return `ytd(${printedSeries(expression.series)})`;
  }
}

function printedCondition({ comparator, left, right }: Condition): string {
  return `${printed(left)} ${comparator} ${printed(right)}`;
}

function printedSeries({ kpi, rollUp }: Series): string {
  const key = isPlainKey(kpi) ? kpi : `\`${kpi}\``;
  return rollUp === null ? key : `${rollUp}(${key})`;
}

function within(part: Expression, strength: number): string {
  return strengthOf(part) < strength ? `(${printed(part)})` : printed(part);
}

// How firmly a part holds together: + and - least, then * and /, then a minus sign, then what needs no brackets ever.
function strengthOf(part: Expression): number {
  if (part.kind === 'binary') return part.operator === '+' || part.operator === '-' ? 1 : 2;
  return part.kind === 'negative' ? 3 : 4;
}
