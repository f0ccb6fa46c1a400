import type { Day } from '#domain/time/day.ts';
import { type Cadence, type Calendar, endOf, january, type Period, periodOf } from '#domain/time/period.ts';
import { inOrder } from './check-in.ts';
import type { Report } from './facts.ts';
import type { Measure } from './measure.ts';

/** Why a measure cannot turn into a KPI, as a sentence for the person, or undefined for one that has a level. */
export function graduationFault(measure: Measure): string | undefined {
  if (measure.kind === 'move' || measure.kind === 'hold') return undefined;
  if (measure.kind === 'hit rate' && measure.level !== undefined) return undefined;
  const what = { milestones: 'Milestones are', done: 'What is done or not is', 'hit rate': 'Yes or no is' }[
    measure.kind
  ];
  return `${what} no number that could be watched for years: drop it, or carry it over.`;
}

/**
 * The values that check-ins told, as readings of a cadence: a value lies in the period of the day that it is about (or of the last day
 * of the period that it names), and of several in one period the latest stands.
 */
export function readingsFrom(
  reports: readonly { day: Day; recordedAt: string; report: Report | null }[],
  cadence: Cadence,
  calendar: Calendar = january,
): { period: Period; value: number }[] {
  const values = new Map<Period, number>();
  for (const { day, report } of inOrder(reports)) {
    if (report?.kind !== 'value') continue;
    const about = report.period === undefined ? day : endOf(report.period, calendar);
    values.set(periodOf(cadence, about, calendar), report.value);
  }
  return [...values]
    .map(([period, value]) => ({ period, value }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}
