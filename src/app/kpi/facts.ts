import type { Turn } from '#app/act.ts';
import type { Facts as ShownFacts } from '#contract/measures.ts';
import { type KpiValue, kpiValues, listCheckIns } from '#db/check-ins.ts';
import type { Row } from '#db/schema.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import {
  type Facts,
  factsFromReports,
  factsFromSeries,
  type Report,
  reportFault,
} from '#domain/okr/facts.ts';
import { isGood, type Measure } from '#domain/okr/measure.ts';
import type { Span } from '#domain/time/cycle.ts';
import { addDays } from '#domain/time/day.ts';
import { type Calendar, endOf } from '#domain/time/period.ts';

/** What the facts of a key result are made from. */
export type Measured = Pick<Row<'key_result'>, 'id' | 'measure' | 'unit' | 'kpi'> & { span: Span };

/** A value of the KPI that a key result reads, in the key result's unit; `day` is the last one of its period. */
export type OwnValue = { period: string; day: string; value: number };

/** All that is known of one key result. */
export type Known = { facts: Facts; values: OwnValue[]; checkIns: Row<'check_in'>[] };

// The longest period is a year, and one that ends in the cycle counts even if it began before.
const longestPeriod = 366;

/** What is known of each key result, from its check-ins and from the KPI that it reads as it stands or stood at an instant, by its id. */
export async function knownOf(
  turn: Turn,
  keyResults: readonly Measured[],
  asOf?: string,
): Promise<Map<string, Known>> {
  const { tx, organisation } = turn;
  const readers = keyResults.filter(({ kpi }) => kpi);
  const checkIns = Map.groupBy(
    await listCheckIns(
      tx,
      organisation.id,
      keyResults.map(({ id }) => id),
    ),
    (row) => row.key_result,
  );
  const values = Map.groupBy(await kpiValues(tx, organisation.id, spansOf(readers), asOf), (row) => row.kpi);
  return new Map(
    keyResults.map((each) => {
      const own = checkIns.get(each.id) ?? [];
      const read = each.kpi ? ownValues(turn, each, values.get(each.kpi) ?? []) : [];
      return [each.id, { checkIns: own, values: read, facts: factsOf(turn, each, own, read) }];
    }),
  );
}

/** The facts of a key result by its timely check-ins or its KPI's values; `until` leaves out what a day could not know. */
export function factsOf(
  { organisation, today }: Turn,
  { measure, kpi, span }: Measured,
  checkIns: readonly Row<'check_in'>[],
  values: readonly OwnValue[],
  until = today,
): Facts {
  const promised = measure as Measure;
  if (kpi) return factsFromSeries(promised, values, span, until, organisation.calendar);
  const reports = checkIns.flatMap(({ day, recorded_at, report, late }) =>
    report && !late && day <= until && stillFits(promised, report as Report, span, organisation.calendar)
      ? [{ day, recordedAt: fixedWidth(recorded_at), report: report as Report }]
      : [],
  );
  return factsFromReports(promised, reports, span, organisation.calendar);
}

// A measure that was changed no longer asks what was reported before; steps are told by their ids in any case.
function stillFits(measure: Measure, report: Report, span: Span, calendar: Calendar): boolean {
  return report.kind === 'steps' || reportFault(measure, report, span, calendar) === undefined;
}

// PostgreSQL leaves trailing zeros off, so that texts of instants would not sort as instants.
function fixedWidth(instant: string): string {
  return Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 6 });
}

function spansOf(readers: readonly Measured[]) {
  const spans = new Map<string, { kpi: string; from: string; to: string }>();
  for (const { kpi, span } of readers) {
    const from = addDays(span.starts, -longestPeriod);
    const known = spans.get(kpi!);
    spans.set(kpi!, {
      kpi: kpi!,
      from: known && known.from < from ? known.from : from,
      to: known && known.to > span.ends ? known.to : span.ends,
    });
  }
  return [...spans.values()];
}

function ownValues(
  { organisation }: Turn,
  { unit, span }: Measured,
  values: readonly KpiValue[],
): OwnValue[] {
  return values.flatMap(({ period, value, unit: from }) => {
    const day = endOf(period, organisation.calendar);
    const own = convert(value, from, unit as Unit);
    return own === undefined || day < span.starts || day > span.ends ? [] : [{ period, day, value: own }];
  });
}

/** The facts as the contract shows them, each period with whether it is good. */
export function shownFacts(measure: Measure, facts: Facts): ShownFacts {
  return {
    current: facts.current ?? null,
    periods: (facts.periods ?? []).map((fact) => ({
      period: fact.period,
      value: 'value' in fact ? fact.value : null,
      good: 'good' in fact ? fact.good : isGoodValue(measure, fact.value),
    })),
    hits: facts.hits ?? null,
    stepsDone: [...(facts.stepsDone ?? [])],
    done: facts.done ?? false,
  };
}

function isGoodValue(measure: Measure, value: number): boolean {
  if (measure.kind !== 'hold' && measure.kind !== 'hit rate') return false;
  return (
    measure.bound !== undefined && measure.level !== undefined && isGood(value, measure.bound, measure.level)
  );
}

/** A key result's row with the days of its cycle, as its facts need it. */
export function measuredIn<R extends Row<'key_result'>>(
  row: R,
  { starts, ends }: { starts: string; ends: string },
) {
  return { ...row, span: { starts, ends } };
}
