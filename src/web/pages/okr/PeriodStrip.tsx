import type { ReactNode } from 'react';
import type { Facts, Measure } from '#contract/measures.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import { type Period, periodOf, periodsBetween } from '#domain/time/period.ts';
import { periodName } from '../../parts/dates.ts';
import classes from './PeriodStrip.module.css';

type Props = {
  measure: Extract<Measure, { kind: 'hold' | 'hit rate' }>;
  facts: Facts;
  unit: Unit;
  decimals: number;
  span: { starts: string; ends: string };
  yearStartsIn: number;
};

const words = { good: 'good', bad: 'not good', none: 'nothing reported' } as const;
const most = 60;

/** The periods of a hold or a hit rate, one box each: good, not good, or nothing reported. */
export function PeriodStrip(props: Props): ReactNode {
  const { measure, facts, unit, decimals } = props;
  const known = new Map(facts.periods.map((each) => [each.period, each]));
  return (
    <ol className={classes.strip} aria-label="Periods of the cycle">
      {periodsIn(props).map((period) => {
        const fact = known.get(period);
        const kind = fact ? (fact.good ? 'good' : 'bad') : 'none';
        const value = fact?.value == null ? '' : `: ${formatValue(fact.value, unit, decimals)}`;
        const label = `${periodName(period)}${value}, ${words[kind]}`;
        return (
          <li key={period} className={classes[kind]} title={label}>
            <span aria-hidden="true">{kind === 'good' ? '✓' : kind === 'bad' ? '✕' : ''}</span>
            <span className="unseen">{label}</span>
          </li>
        );
      })}
      {facts.hits !== null && measure.kind === 'hit rate' && (
        <li className={classes.count}>{facts.hits} counted</li>
      )}
    </ol>
  );
}

function periodsIn({ measure, facts, span, yearStartsIn }: Props): Period[] {
  const calendar = { yearStartsIn };
  const all = periodsBetween(
    periodOf(measure.cadence, span.starts, calendar),
    periodOf(measure.cadence, span.ends, calendar),
  ).filter((period) => isInCycle(period, span, calendar));
  // A year of days would be a wall of boxes: then only what was reported is shown.
  return all.length <= most ? all : facts.periods.map(({ period }) => period).slice(-most);
}
