import type { Adding } from '#domain/kpi/roll-up.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Expression } from './expression.ts';
import { printed } from './print.ts';
import { sidesOf } from './sums.ts';

/** Something that a formula may have been meant to say, and the formula that says it. */
export type Advice = { message: string; repair: string | null };

/** Advice where a percent KPI would show fractions: values are never multiplied silently. `values` are some that the formula gives. */
export function fractionAdvice(
  expression: Expression,
  values: readonly number[],
  unit: Unit,
): Advice | undefined {
  if (unit.kind !== 'percent' || !sidesOf(expression)) return undefined;
  if (values.length === 0 || values.every((value) => value === 0)) return undefined;
  if (values.some((value) => Math.abs(value) > 1)) return undefined;
  const repair = `100 * ${bracketed(expression)}`;
  return {
    message: 'These are fractions, and this KPI is in percent, where 5 means 5 %: multiply by 100.',
    repair,
  };
}

// 100 * lost / customers is (100 * lost) / customers, so a division needs no brackets and anything of + and - does.
function bracketed(expression: Expression): string {
  const isSum = expression.kind === 'binary' && '+-'.includes(expression.operator);
  return isSum ? `(${printed(expression)})` : printed(expression);
}

/** Advice where a ratio KPI has a formula without two sides: it would have no sums to roll up. */
export function ratioAdvice(expression: Expression, { addsUp }: Adding): Advice | undefined {
  if (addsUp !== 'ratio' || sidesOf(expression)) return undefined;
  return {
    message:
      'This KPI adds up as a ratio of two sums, and its formula is no division: it will not roll up. Divide, or let it add up by its mean.',
    repair: null,
  };
}
