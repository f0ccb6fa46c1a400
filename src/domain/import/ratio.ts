import type { KnownKpi } from './entry.ts';

type Amounts = { value?: number; numerator?: number; denominator?: number };

/** The value that two sums make, in the KPI's unit: 693 of 897 is 77.26 for a percent; undefined without both or over nothing. */
export function ratioValue({ numerator, denominator }: Amounts, kpi: KnownKpi): number | undefined {
  if (numerator === undefined || !denominator) return undefined;
  const value = (numerator / denominator) * (kpi.unit.kind === 'percent' ? 100 : 1);
  return Number.isFinite(value) ? value : undefined;
}

/** What is wrong with a value beside its numerator and denominator, and in which of them; undefined when they agree. */
export function ratioFault(
  amounts: Amounts,
  kpi: KnownKpi,
  step: number,
): { role: 'value' | 'numerator' | 'denominator'; why: string } | undefined {
  const { value, numerator, denominator } = amounts;
  if (numerator === undefined && denominator === undefined) return undefined;
  if (numerator === undefined)
    return { role: 'denominator', why: 'a denominator needs a numerator beside it' };
  if (denominator === undefined)
    return { role: 'numerator', why: 'a numerator needs a denominator beside it' };
  if (kpi.addsUp !== 'ratio')
    return value === undefined
      ? { role: 'numerator', why: `${kpi.key} is not a ratio, so it needs a value` }
      : undefined;
  const made = ratioValue(amounts, kpi);
  if (made === undefined) return { role: 'denominator', why: `${numerator} of ${denominator} has no value` };
  const near = Math.max(step, Math.abs(made) * 1e-9);
  if (value === undefined || Math.abs(value - made) <= near) return undefined;
  return {
    role: 'value',
    why: `${value} is not ${numerator} of ${denominator}, which is ${Number(made.toPrecision(6))}`,
  };
}
