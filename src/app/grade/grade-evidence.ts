import type { Turn } from '#app/act.ts';
import { linesIn } from '#app/kpi/eras.ts';
import { judgedKpis } from '#app/kpi/judged-kpis.ts';
import { linesOfRow } from '#app/kpi/thresholds.ts';
import type { GradeSheet } from '#contract/grades.ts';
import { type KpiValue, kpiValues } from '#db/check-ins.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { Row } from '#db/schema.ts';
import { listThresholds } from '#db/thresholds.ts';
import { signalSentence } from '#domain/kpi/explain.ts';
import type { FoundSignal } from '#domain/kpi/judgement.ts';
import { statusAgainst } from '#domain/kpi/status.ts';
import { type Threshold, thresholdOn } from '#domain/kpi/threshold.ts';
import { unitScale } from '#domain/kpi/unit.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import type { Span } from '#domain/time/cycle.ts';
import { addDays } from '#domain/time/day.ts';
import { endOf, isComplete } from '#domain/time/period.ts';

type Breach = GradeSheet['guardrails'][number]['breaches'][number];
type Signal = NonNullable<GradeSheet['signal']>;

/** The days of a cycle, and the instant at which it was closed. */
export type GradedCycle = Span & { closedAt?: string | null };

/** What the KPIs say of a cycle: the periods in which a guardrail was breached, and what a KPI that is read has signalled since the start. */
export type KpiEvidence = { breaches: Map<string, Breach[]>; signals: Map<string, Signal> };

/**
 * The evidence of KPIs beside the grades of a cycle. A guardrail is breached when the value of a complete period of the cycle crossed
 * the floor or ceiling of that day: its status today would forgive what was mended since, and blame what came after.
 */
export async function kpiEvidence(
  turn: Turn,
  keyResults: readonly KeyResultWithLinks[],
  cycle: GradedCycle,
): Promise<KpiEvidence> {
  const guards = [...new Set(keyResults.flatMap(({ guardrails }) => guardrails.map(({ id }) => id)))];
  const read = [...new Set(keyResults.flatMap(({ kpi }) => kpi ?? []))];
  return { breaches: await breachesOf(turn, guards, cycle), signals: await signalsOf(turn, read, cycle) };
}

async function breachesOf(turn: Turn, kpis: readonly string[], span: Span): Promise<Map<string, Breach[]>> {
  const { tx, today, organisation } = turn;
  const { calendar } = organisation;
  const spans = kpis.map((kpi) => ({ kpi, from: addDays(span.starts, -366), to: span.ends }));
  const values = await kpiValues(tx, organisation.id, spans);
  const thresholds = Map.groupBy(await listThresholds(tx, organisation.id, kpis), (row) => row.kpi);
  const found = values.flatMap((each) => {
    if (!isInCycle(each.period, span, calendar) || !isComplete(each.period, today, calendar)) return [];
    const breach = breachOf(turn, each, thresholds.get(each.kpi) ?? []);
    return breach ? [{ kpi: each.kpi, ...breach }] : [];
  });
  const grouped = Map.groupBy(found, ({ kpi }) => kpi);
  return new Map([...grouped].map(([kpi, all]) => [kpi, all.map(({ kpi: _, ...each }) => each)]));
}

/** The thresholds of a KPI in the unit of one of its values: it may be counted in another one by now. */
export function linesBeside({ era, unit }: KpiValue, rows: readonly Row<'threshold'>[]): Threshold[] {
  return rows
    .filter((row) => row.era === era)
    .map((row) => linesOfRow(linesIn(row, { scale: unitScale(unit) })));
}

/** How a value crossed the floor or ceiling of the day on which its period ended; undefined when it did not. */
export function breachOf(
  { organisation }: Turn,
  each: KpiValue,
  rows: readonly Row<'threshold'>[],
): Breach | undefined {
  const { period, value } = each;
  const lines = thresholdOn(endOf(period, organisation.calendar), linesBeside(each, rows));
  if (!lines || statusAgainst(value, lines) !== 'breach') return undefined;
  const { floor, ceiling } = lines;
  return floor !== undefined && value < floor
    ? { period, value, side: 'floor', threshold: floor }
    : { period, value, side: 'ceiling', threshold: ceiling! };
}

async function signalsOf(
  turn: Turn,
  kpis: readonly string[],
  span: GradedCycle,
): Promise<Map<string, Signal>> {
  if (kpis.length === 0) return new Map();
  // What comes after the cycle moves the limits, and a gain that is kept begins a phase in which the shift is no signal any more.
  const judged = await judgedKpis(turn, kpis, { until: span.ends, phasesBefore: span.closedAt });
  return new Map(
    judged.flatMap(({ kpi, judgement }) => {
      const since = judgement.phases
        .flatMap(({ signals }) => signals)
        .filter(({ latest }) => isInCycle(latest, span, turn.organisation.calendar));
      const signal = since.sort((one, other) => (one.latest < other.latest ? 1 : -1))[0];
      return signal ? [[kpi, shownSignal(signal)] as const] : [];
    }),
  );
}

function shownSignal(signal: FoundSignal): Signal {
  return { sense: signal.sense, period: signal.latest, words: signalSentence(signal) };
}
