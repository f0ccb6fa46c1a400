import type { Facts, Measure } from '#contract/measures.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import { type Period, periodOf, periodsBetween } from '#domain/time/period.ts';
import { periodName } from '../../../parts/dates.ts';
import { shortPeriod } from '../../kpi/period-words.ts';

export type PeriodFacts = {
  measure: Extract<Measure, { kind: 'hold' | 'hit rate' }>;
  facts: Facts;
  unit: Unit;
  decimals: number;
  span: { starts: string; ends: string };
  yearStartsIn: number;
};

/** One period of a hold or a hit rate, in words and in short ones. */
export type PeriodBox = {
  period: Period;
  kind: 'good' | 'bad' | 'none';
  label: string;
  short: string;
  value: string;
};

const words = { good: 'good', bad: 'not good', none: 'nothing reported' } as const;
const most = 60;

/** The periods of a hold or a hit rate in their order: good, not good, or nothing reported. */
export function periodBoxes(asked: PeriodFacts): PeriodBox[] {
  const { facts, unit, decimals } = asked;
  const known = new Map(facts.periods.map((each) => [each.period, each]));
  return periodsIn(asked).map((period) => {
    const fact = known.get(period);
    const kind = fact ? (fact.good ? 'good' : 'bad') : 'none';
    const value = fact?.value == null ? '' : formatValue(fact.value, unit, decimals);
    const label = `${periodName(period)}${value && `: ${value}`}, ${words[kind]}`;
    return { period, kind, label, short: shortPeriod(period), value };
  });
}

function periodsIn({ measure, facts, span, yearStartsIn }: PeriodFacts): Period[] {
  const calendar = { yearStartsIn };
  const all = periodsBetween(
    periodOf(measure.cadence, span.starts, calendar),
    periodOf(measure.cadence, span.ends, calendar),
  ).filter((period) => isInCycle(period, span, calendar));
  // A year of days would be a wall of boxes: then only what was reported is shown.
  return all.length <= most ? all : facts.periods.map(({ period }) => period).slice(-most);
}
