import type { Turn } from '#app/act.ts';
import { breachOf, linesBeside } from '#app/grade/grade-evidence.ts';
import { judgedKpis } from '#app/kpi/judged-kpis.ts';
import type { ReportKpi } from '#contract/cycle-report.ts';
import { type KpiValue, kpiValues } from '#db/check-ins.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { improvedBy, type ObjectiveInCycle } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { listThresholds } from '#db/thresholds.ts';
import { signalSentence } from '#domain/kpi/explain.ts';
import { statusAgainst } from '#domain/kpi/status.ts';
import { thresholdOn } from '#domain/kpi/threshold.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import type { Span } from '#domain/time/cycle.ts';
import { addDays } from '#domain/time/day.ts';
import { endOf, isComplete } from '#domain/time/period.ts';

type Link = ReportKpi['links'][number];

/** What the goals of a cycle have to do with KPIs, by the KPI's id: those that are read first, then guardrails, then those to be improved. */
export type KpiLinks = Map<string, Set<Link>>;

/** A KPI in a cycle without the goals around it: what is kept at the close. */
export type CycleKpi = Omit<ReportKpi, 'links'>;

// A report of more is read by nobody, and each one is judged over its whole history.
const most = 400;

/** The KPIs that goals read, are guarded by, improve or came from. */
export async function linksOfGoals(
  { tx, organisation }: Turn,
  objectives: readonly ObjectiveInCycle[],
  keyResults: readonly KeyResultWithLinks[],
): Promise<KpiLinks> {
  const improved = await improvedBy(
    tx,
    organisation.id,
    objectives.map(({ id }) => id),
  );
  const links: KpiLinks = new Map();
  const put = (kpi: string | null, link: Link): void => {
    if (kpi) links.set(kpi, (links.get(kpi) ?? new Set()).add(link));
  };
  for (const { kpi } of keyResults) put(kpi, 'read');
  for (const { guardrails } of keyResults) for (const { id } of guardrails) put(id, 'guards');
  for (const kpi of improved) put(kpi, 'improved');
  for (const { gap_kpi } of objectives) put(gap_kpi, 'gap');
  return links;
}

/** What KPIs showed in the periods of a cycle, by what is known now; the first four hundred of them. */
export async function kpisInCycle(turn: Turn, ids: readonly string[], span: Span): Promise<CycleKpi[]> {
  const { tx, organisation, today } = turn;
  const asked = ids.slice(0, most);
  if (asked.length === 0) return [];
  const { calendar } = organisation;
  const rows = await listKpisByRef(tx, organisation.id, asked);
  const spans = asked.map((kpi) => ({ kpi, from: addDays(span.starts, -2 * 366), to: span.ends }));
  const values = Map.groupBy(
    (await kpiValues(tx, organisation.id, spans)).filter(({ period }) => isComplete(period, today, calendar)),
    ({ kpi }) => kpi,
  );
  const thresholds = Map.groupBy(await listThresholds(tx, organisation.id, asked), ({ kpi }) => kpi);
  const judged = new Map(
    (await judgedKpis(turn, asked, { until: span.ends })).map(({ kpi, judgement }) => [kpi, judgement]),
  );
  const found = rows.map((row): CycleKpi => {
    const own = values.get(row.id) ?? [];
    const known = own.filter(({ period }) => isInCycle(period, span, calendar));
    const before = own.findLast(({ period }) => endOf(period, calendar) < span.starts);
    const at = (value: KpiValue | undefined) => value && statusAt(turn, value, thresholds.get(row.id) ?? []);
    const signals = judged.get(row.id)!.phases.flatMap((phase) => phase.signals);
    return {
      ...{ id: row.id, key: row.key, name: row.name, unit: row.unit as Unit, decimals: row.decimals },
      before: at(before) ?? null,
      newest: at(known.at(-1)) ?? null,
      values: known.map(({ period, value }) => ({ period, value })),
      signals: signals
        .filter(({ latest }) => isInCycle(latest, span, calendar))
        .map((signal) => {
          const { sense, period, latest } = signal;
          return { sense, period, latest, sentence: signalSentence(signal) };
        }),
      breaches: known.flatMap((value) => breachOf(turn, value, thresholds.get(row.id) ?? []) ?? []),
    };
  });
  const order = new Map(asked.map((id, index) => [id, index]));
  return found.sort((one, other) => order.get(one.id)! - order.get(other.id)!);
}

function statusAt({ organisation }: Turn, value: KpiValue, rows: readonly Row<'threshold'>[]) {
  const lines = thresholdOn(endOf(value.period, organisation.calendar), linesBeside(value, rows));
  return { period: value.period, value: value.value, status: statusAgainst(value.value, lines) };
}
