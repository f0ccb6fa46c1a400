import type { Facts, Measure } from '#contract/measures.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import { type Period, periodOf, periodsBetween } from '#domain/time/period.ts';

type Span = { starts: string; ends: string };
const most = 26;

/** The periods of a cycle up to a day that a hold or a hit rate can be reported for, the latest first. */
export function reportPeriods(measure: Measure, span: Span, day: string, yearStartsIn: number): Period[] {
  if (measure.kind !== 'hold' && measure.kind !== 'hit rate') return [];
  const calendar = { yearStartsIn };
  const last = day < span.ends ? day : span.ends;
  return periodsBetween(
    periodOf(measure.cadence, span.starts, calendar),
    periodOf(measure.cadence, last, calendar),
  )
    .filter((period) => isInCycle(period, span, calendar))
    .slice(-most)
    .reverse();
}

/** The period to ask for first: the oldest complete one that nobody reported, else the newest. */
export function askedPeriod(periods: readonly Period[], facts: Pick<Facts, 'periods'>): Period | null {
  const known = new Set(facts.periods.map(({ period }) => period));
  const [newest, ...ended] = periods;
  return ended.findLast((period) => !known.has(period)) ?? newest ?? null;
}
