import type { Expression } from './expression.ts';

/** A division as its two sides, so that a ratio KPI keeps both sums; undefined when the formula is no division of two things that vary. */
export function sidesOf(
  expression: Expression,
): { numerator: Expression; denominator: Expression } | undefined {
  if (expression.kind === 'negative') {
    const sides = sidesOf(expression.of);
    return sides && { ...sides, numerator: { ...expression, of: sides.numerator } };
  }
  if (expression.kind !== 'binary') return undefined;
  const { operator, left, right } = expression;
  if (operator === '/' && !isConstant(right) && !isConstant(left))
    return { numerator: left, denominator: right };
  // 100 * (lost / customers) and lost / customers * 100 are ratios as well.
  if (operator !== '*') return undefined;
  const [constant, rest] = isConstant(left) ? [left, right] : [right, left];
  const sides = isConstant(constant) ? sidesOf(rest) : undefined;
  return sides && { ...sides, numerator: { ...expression, left: sides.numerator, right: constant } };
}

function isConstant(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'negative' && isConstant(expression.of));
}
