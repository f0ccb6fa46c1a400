import { slowerPeriod } from '#domain/kpi/roll-up.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import {
  type Cadence,
  type Calendar,
  cadenceOf,
  endOf,
  type Period,
  periodOf,
  shift,
  startOf,
} from '#domain/time/period.ts';
import { type Expression, partsOf, type Series } from './expression.ts';

/**
 * What a formula reads of one KPI to give one period: the periods from `back` to `front` before it (0 is the period itself), or all
 * of its fiscal year up to it.
 */
export type Read = { kpi: string; rollUp: Cadence | null } & (
  | { back: number; front: number }
  | { yearToDate: true }
);

/** Everything that an expression reads, one entry for each place that names a KPI. */
export function readsOf(expression: Expression): Read[] {
  const of = ({ kpi, rollUp }: Series) => ({ kpi, rollUp });
  switch (expression.kind) {
    case 'series':
      return [{ ...of(expression), back: 0, front: 0 }];
    case 'window':
      return [{ ...of(expression.series), back: expression.count - 1, front: 0 }];
    case 'lag':
      return [{ ...of(expression.series), back: expression.count, front: expression.count }];
    case 'ytd':
      return [{ ...of(expression.series), yearToDate: true }];
    default:
      return partsOf(expression).flatMap(readsOf);
  }
}

// Periods before it do not exist, and lag(kpi, 1000) of a yearly KPI would ask for them.
const firstDay = '1900-01-01';

/** The first and last slot that a read takes for one period of a formula; of a roll-up those are slow ones. */
export function slotsRead(read: Read, period: Period, calendar: Calendar): { from: Period; to: Period } {
  if ('yearToDate' in read) return { from: firstOfYear(period, calendar), to: period };
  return { from: shift(period, -read.back), to: shift(period, -read.front) };
}

/** The first and last day between which the readings begin that a read may use for one period of a formula. */
export function daysRead(read: Read, period: Period, calendar: Calendar): { from: Day; to: Day } {
  const { from, to } = slotsRead(read, period, calendar);
  return {
    // The week of a month's first Thursday may begin three days before it.
    from: cadenceOf(from) ? addDays(startOf(from, calendar), -3) : firstDay,
    to: cadenceOf(to) ? endOf(to, calendar) : firstDay,
  };
}

/** The first and last period of a formula that read a period of its input; the last may lie in the future. */
export function periodsTouched(
  read: Read,
  changed: Period,
  cadence: Cadence,
  calendar: Calendar,
): { from: Period; to: Period } {
  const slot = read.rollUp === null ? changed : slowerPeriod(changed, read.rollUp, calendar);
  if (cadenceOf(slot) !== cadence) throw new RangeError(`${slot} is no period of a ${cadence} formula`);
  if ('yearToDate' in read) return { from: slot, to: lastOfYear(slot, calendar) };
  return { from: shift(slot, read.front), to: shift(slot, read.back) };
}

/** The first period of the fiscal year that a period counts in; a week counts in the year of its Thursday. */
export function firstOfYear(period: Period, calendar: Calendar): Period {
  const year = slowerPeriod(period, 'yearly', calendar);
  const first = periodOf(cadenceOf(period)!, startOf(year, calendar), calendar);
  return slowerPeriod(first, 'yearly', calendar) === year ? first : shift(first, 1);
}

function lastOfYear(period: Period, calendar: Calendar): Period {
  const year = slowerPeriod(period, 'yearly', calendar);
  const last = periodOf(cadenceOf(period)!, endOf(year, calendar), calendar);
  return slowerPeriod(last, 'yearly', calendar) === year ? last : shift(last, -1);
}
