import type { KpiFacts } from '#domain/kpi/definition.ts';

/** What values can never pass; either side may be open. */
export type Bounds = { lower: number; upper?: number | undefined };

/** How values are seen while they are forecast: as they are, by their root above the lower bound, or by the arc sine of the root of their place between the bounds. */
export type Transform = 'none' | 'root' | 'arcsine';

/**
 * The bounds of a KPI: a scale its own, a percent 0 and 100, a duration and a count 0. None where the history already passes them: growth
 * in percent can be negative, net retention lies above 100. A number is a count when it is summed or comes in whole numbers; money is not,
 * because a profit that was never negative can become so.
 */
export function boundsOf(
  { unit, decimals, addsUp }: Pick<KpiFacts, 'unit' | 'decimals' | 'addsUp'>,
  values: readonly (number | null)[],
): Bounds | undefined {
  const kept = ({ lower, upper = Number.POSITIVE_INFINITY }: Bounds) =>
    values.every((value) => value === null || (value >= lower && value <= upper));
  const bounds = naturalBounds();
  return bounds && kept(bounds) ? bounds : undefined;

  function naturalBounds(): Bounds | undefined {
    if (unit.kind === 'scale') return { lower: unit.from, upper: unit.to };
    if (unit.kind === 'percent') return { lower: 0, upper: 100 };
    if (unit.kind === 'duration') return { lower: 0 };
    const isCount = unit.kind === 'number' && (addsUp === 'sum' || decimals === 0);
    return isCount ? { lower: 0 } : undefined;
  }
}

/** The transform that keeps to bounds: these two steady the variance of counts and of proportions, and unlike logarithms take the bound itself. */
export function transformFor(bounds: Bounds | undefined): Transform {
  if (!bounds) return 'none';
  return bounds.upper === undefined ? 'root' : 'arcsine';
}

/** A value as it is forecast; one beyond a bound is taken for the bound. */
export function transformed(value: number, transform: Transform, bounds: Bounds | null): number {
  if (transform === 'none' || !bounds) return value;
  const above = Math.max(0, value - bounds.lower);
  if (transform === 'root') return Math.sqrt(above);
  return Math.asin(Math.sqrt(Math.min(1, above / (bounds.upper! - bounds.lower))));
}

/** A forecast number as a value, inside the bounds. */
export function restored(number: number, transform: Transform, bounds: Bounds | null): number {
  if (transform === 'none' || !bounds) return number;
  if (transform === 'root') return bounds.lower + Math.max(0, number) ** 2;
  const { lower, upper } = bounds;
  const place = Math.sin(Math.min(Math.PI / 2, Math.max(0, number))) ** 2;
  return Math.min(upper!, lower + (upper! - lower) * place);
}
