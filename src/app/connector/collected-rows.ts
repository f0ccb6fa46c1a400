import type { Turn } from '#app/act.ts';
import { amountsOf } from '#app/reading/reading-amounts.ts';
import type { PreviewRow, Unread } from '#contract/connectors.ts';
import { Refused } from '#contract/refused.ts';
import type { StandingReading } from '#db/connectors.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { type Verdict, verdictOf } from '#domain/connector/verdict.ts';
import { type Calendar, isComplete, type Period, periodsBetween, startOf } from '#domain/time/period.ts';
import type { SourceRow } from './source.ts';

/** A row that could be read, beside what stands: `would` says what becomes of it. */
export type Weighed = {
  period: Period;
  value: number;
  numerator: number | null;
  denominator: number | null;
  note: string | null;
  stands: StandingReading | undefined;
  would: Verdict;
};

/** What a source answered for a span, row by row. */
export type Collected = { rows: Weighed[]; unread: Unread[]; silent: Period[] };

type Span = { from: Period; to: Period; reach: 'past' | 'now' };

/**
 * Weighs what a source said of a KPI against the readings that stand in the span, by period; what cannot be a reading of it is
 * `unread`, with the reason.
 */
export function weigh(
  { today, organisation: { calendar } }: Pick<Turn, 'today' | 'organisation'>,
  kpi: Pick<KpiWithCounters, 'unit' | 'adds_up' | 'era_from'>,
  { from, to, reach }: Span,
  standing: ReadonlyMap<Period, StandingReading>,
  answered: readonly SourceRow[],
): Collected {
  const rows = new Map<Period, Weighed>();
  const unread: Unread[] = [];
  for (const row of answered) {
    const fault =
      'fault' in row ? row.fault : rows.has(row.period) ? twice : eraFault(kpi, row.period, calendar);
    const amounts = fault === undefined ? readAmounts(kpi, row) : fault;
    if (typeof amounts === 'string') unread.push({ at: row.at, period: row.period ?? null, fault: amounts });
    else {
      const period = row.period!;
      const stands = standing.get(period);
      const isPresent = reach === 'now' && isComplete(period, today, calendar);
      const note = ('note' in row && row.note?.trim().slice(0, 5_000)) || null;
      rows.set(period, { period, ...amounts, note, stands, would: verdictOf(amounts, stands, isPresent) });
    }
  }
  // A period whose row could not be read was not silent.
  const heard = new Set([...rows.keys(), ...unread.map(({ period }) => period)]);
  return {
    rows: [...rows.values()],
    unread,
    silent: periodsBetween(from, to).filter((period) => !heard.has(period)),
  };
}

/** A weighed row as the preview shows it. */
export function previewed({ stands, ...row }: Weighed): PreviewRow {
  return { ...row, stands: stands?.value ?? null };
}

const twice = 'The period came twice: the first one holds.';

function eraFault(
  { era_from }: Pick<KpiWithCounters, 'era_from'>,
  period: Period,
  calendar: Calendar,
): string | undefined {
  if (era_from === null || startOf(period, calendar) >= era_from) return undefined;
  return `${period} is counted in the unit of its time, and the source speaks of the present one: import it instead.`;
}

type Amounts = Pick<Weighed, 'value' | 'numerator' | 'denominator'>;

function readAmounts(kpi: Pick<KpiWithCounters, 'unit' | 'adds_up'>, row: SourceRow): Amounts | string {
  try {
    const amounts = amountsOf(kpi, row as { value?: number }, row.period ?? row.at);
    return amounts.value === null ? 'There is no value.' : { ...amounts, value: amounts.value };
  } catch (fault) {
    if (fault instanceof Refused) return fault.message;
    throw fault;
  }
}
