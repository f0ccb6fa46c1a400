import type { Span } from '#domain/time/cycle.ts';
import type { Day } from '#domain/time/day.ts';
import {
  type Calendar,
  cadenceOf,
  endOf,
  isComplete,
  isPeriod,
  january,
  type Period,
  periodOf,
  startOf,
} from '#domain/time/period.ts';
import { inOrder } from './check-in.ts';
import { type Measure, numberFault } from './measure.ts';

/** One period of a hold or a hit rate: its value, or whether it was good. */
export type PeriodFact = { period: Period; value: number } | { period: Period; good: boolean };

/** All that is known of what a measure promises; what nobody has reported is absent. */
export type Facts = {
  /** The newest value, in the unit of the key result. */
  current?: number | undefined;
  periods?: readonly PeriodFact[] | undefined;
  /** Good periods typed as a count; those in `periods` come on top of it. */
  hits?: number | undefined;
  stepsDone?: readonly string[] | undefined;
  done?: boolean | undefined;
};

/** What a check-in says of a measure; without a period it is about the one that its day lies in. */
export type Report =
  | { kind: 'value'; value: number; period?: Period | undefined }
  | { kind: 'good'; good: boolean; period?: Period | undefined }
  | { kind: 'hits'; hits: number }
  | { kind: 'steps'; done: readonly string[] }
  | { kind: 'done'; done: boolean };

type Reported = { day: Day; recordedAt: string; report: Report };

/** Whether a period belongs to a cycle: its last day lies in it, so that each period counts in one cycle and is known at its end. */
export function isInCycle(period: Period, span: Span, calendar: Calendar = january): boolean {
  const last = endOf(period, calendar);
  return span.starts <= last && last <= span.ends;
}

/** The facts of a key result that reads a KPI, from the KPI's values in the unit of the key result: complete periods of the cycle only, so a late value beyond its end changes nothing. */
export function factsFromSeries(
  measure: Measure,
  values: readonly { period: Period; value: number }[],
  span: Span,
  today: Day,
  calendar: Calendar = january,
): Facts {
  const known = values
    .filter(({ period }) => isInCycle(period, span, calendar) && isComplete(period, today, calendar))
    .sort((one, other) => (one.period < other.period ? -1 : 1));
  if (measure.kind === 'move') return { current: known.at(-1)?.value };
  if (measure.kind === 'hold' || measure.kind === 'hit rate')
    return { periods: known.filter(({ period }) => cadenceOf(period) === measure.cadence) };
  return {};
}

/** The facts of a key result that is typed at check-ins; a check-in about a day after the cycle is late and changes nothing. */
export function factsFromReports(
  measure: Measure,
  reports: readonly Reported[],
  span: Span,
  calendar: Calendar = january,
): Facts {
  const timely = inOrder(reports).filter(({ day }) => day <= span.ends);
  const last = <Kind extends Report['kind']>(kind: Kind) =>
    timely.findLast(
      (each): each is Reported & { report: Extract<Report, { kind: Kind }> } => each.report.kind === kind,
    );
  switch (measure.kind) {
    case 'move':
      return { current: last('value')?.report.value };
    case 'milestones':
      return { stepsDone: last('steps')?.report.done };
    case 'done':
      return { done: last('done')?.report.done };
    case 'hold':
      return { periods: periodFacts(timely, measure, calendar) };
    case 'hit rate': {
      const counted = last('hits');
      const later = timely.slice(counted ? timely.indexOf(counted) + 1 : 0);
      return { hits: counted?.report.hits, periods: periodFacts(later, measure, calendar) };
    }
  }
}

// Of two reports about one period the later stands: that is how a person corrects one.
function periodFacts(
  reports: readonly Reported[],
  measure: Extract<Measure, { kind: 'hold' | 'hit rate' }>,
  calendar: Calendar,
): PeriodFact[] {
  const facts = new Map<Period, PeriodFact>();
  for (const { day, report } of reports) {
    if (report.kind !== 'value' && report.kind !== 'good') continue;
    const period = report.period ?? periodOf(measure.cadence, day, calendar);
    facts.set(
      period,
      report.kind === 'value' ? { period, value: report.value } : { period, good: report.good },
    );
  }
  return [...facts.values()];
}

const asks: Record<Measure['kind'], { kinds: readonly Report['kind'][]; sentence: string }> = {
  move: { kinds: ['value'], sentence: 'This key result moves a number: report its value.' },
  hold: {
    kinds: ['value', 'good'],
    sentence: 'This key result holds a level: report the value of a period.',
  },
  'hit rate': {
    kinds: ['value', 'good', 'hits'],
    sentence: 'This key result counts good periods: report a period, or how many were good so far.',
  },
  milestones: {
    kinds: ['steps'],
    sentence: 'This key result has milestones: report the steps that are done.',
  },
  done: { kinds: ['done'], sentence: 'This key result is done or not: report which.' },
};

/** What is wrong with a report for a measure in its cycle, as a sentence for the person, or undefined. */
export function reportFault(
  measure: Measure,
  report: Report,
  span: Span,
  calendar: Calendar = january,
): string | undefined {
  const { kinds, sentence } = asks[measure.kind];
  if (!kinds.includes(report.kind)) return sentence;
  if (report.kind === 'value') {
    if (measure.kind === 'hit rate' && measure.level === undefined)
      return 'This key result has no level to judge a value by: report whether the period was good.';
    const fault = numberFault('The value', report.value);
    if (fault) return fault;
  }
  if ((report.kind === 'value' || report.kind === 'good') && report.period !== undefined)
    return periodFault(measure, report.period, span, calendar);
  if (report.kind === 'hits' && measure.kind === 'hit rate') return hitsFault(report.hits, measure.planned);
  if (report.kind === 'steps' && measure.kind === 'milestones') {
    const strange = report.done.find((id) => !measure.steps.some((step) => step.id === id));
    if (strange !== undefined)
      return `There is no step "${strange}" in this key result: report the steps it has.`;
  }
  return undefined;
}

function hitsFault(hits: number, planned: number): string | undefined {
  if (!Number.isInteger(hits) || hits < 0)
    return `${hits} is not a count of good periods: use a whole number from 0.`;
  if (hits > planned)
    return `${hits} good periods are more than the ${planned} planned: report ${planned} at most.`;
  return undefined;
}

function periodFault(measure: Measure, period: Period, span: Span, calendar: Calendar): string | undefined {
  if (measure.kind !== 'hold' && measure.kind !== 'hit rate')
    return 'This key result has no periods: leave the period out.';
  if (!isPeriod(period, measure.cadence))
    return `"${period}" is not a ${measure.cadence} period, as this key result counts them.`;
  if (endOf(period, calendar) < span.starts || startOf(period, calendar) > span.ends)
    return `${period} is outside the cycle: report a period from ${span.starts} to ${span.ends}.`;
  return undefined;
}
