import type { Day } from '#domain/time/day.ts';
import { type Calendar, endOf, type Period } from '#domain/time/period.ts';

/** What the formula of a KPI was said to be from a day on; null: its readings are typed. Versions come in the order of their numbers. */
export type FormulaVersion<F> = { validFrom: Day; formula: F | null };

/**
 * The formula of a period: that of the newest version that is valid on the period's last day, so that a formula from 15 March on is
 * that of March; what came first reaches back to the beginning.
 */
export function formulaOf<F>(
  versions: readonly FormulaVersion<F>[],
  period: Period,
  calendar: Calendar,
): F | null {
  return versionOf(versions, period, calendar)?.formula ?? null;
}

/** The version that holds for a period; undefined when there is none at all. */
export function versionOf<F>(
  versions: readonly FormulaVersion<F>[],
  period: Period,
  calendar: Calendar,
): FormulaVersion<F> | undefined {
  const last = endOf(period, calendar);
  return versions.findLast(({ validFrom }) => validFrom <= last) ?? versions[0];
}
