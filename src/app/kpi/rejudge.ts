import { sql } from 'kysely';
import type { Turn } from '#app/act.ts';
import { keepFitnessOf } from '#app/fitness/keep-fitness.ts';
import { type Dossier, dossiersOf } from '#db/dossier.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { soon } from '#db/pipeline.ts';
import type { Row } from '#db/schema.ts';
import { forecastKpi, type KpiForecast } from '#domain/forecast/kpi-forecast.ts';
import { judge } from '#domain/kpi/judge.ts';
import { judgedSeries } from '#domain/kpi/judged-series.ts';
import type { Evidence, Judgement } from '#domain/kpi/judgement.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { addDays } from '#domain/time/day.ts';
import { endOf, startOf } from '#domain/time/period.ts';
import { linesIn } from './eras.ts';
import { linesOfRow } from './thresholds.ts';

/** Judges KPIs anew and keeps what the panel shows beside each; called by whatever changes a reading, a threshold, a phase or a definition. */
export async function rejudge(turn: Turn, kpis: readonly string[]): Promise<void> {
  await rejudgeRows(turn, await listKpisByRef(turn.tx, turn.organisation.id, kpis));
}

/** The same for KPIs whose rows are at hand, and perhaps their dossiers as they stand now. */
export async function rejudgeRows(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  known: ReadonlyMap<string, Dossier> = new Map(),
): Promise<void> {
  const judged = await judgeRows(turn, kpis, known);
  const rows = judged.map((each) => stateOf(turn, each));
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!) as (keyof (typeof rows)[0])[];
  const kept = turn.tx
    .insertInto('kpi_state')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'kpi'])
        .doUpdateSet((row) => Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)]))),
    );
  soon(turn.tx, kept.compile());
  keepFitnessOf(turn, judged);
}

export type Judged = {
  kpi: KpiWithCounters;
  evidence: Evidence;
  judgement: Judgement;
  forecast: KpiForecast | null;
};

/** The judgement and the forecast of each KPI from what is stored now, with the evidence that they are made of. */
async function judgeRows(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  known: ReadonlyMap<string, Dossier>,
): Promise<Judged[]> {
  const unknown = kpis.map(({ id }) => id).filter((id) => !known.has(id));
  const read = unknown.length > 0 ? await dossiersOf(turn.tx, turn.organisation.id, unknown) : new Map();
  return kpis.map((kpi) => {
    const dossier: Dossier = known.get(kpi.id) ?? read.get(kpi.id)!;
    const evidence = evidenceOf(turn, kpi, dossier, dossier.readings.map(pointOf));
    const series = judgedSeries(evidence);
    const made = forecastKpi(evidence, series);
    return { kpi, evidence, judgement: judge(evidence, series), forecast: 'forecast' in made ? made : null };
  });
}

/** A reading of a dossier as a point of a series. */
export function pointOf([
  period,
  value,
  numerator,
  denominator,
  missing,
]: Dossier['readings'][number]): Amounts {
  return { period, value, numerator, denominator, missing };
}

/** The amounts of one period as they are stored. */
type Amounts = Pick<Row<'reading'>, 'period' | 'value' | 'numerator' | 'denominator'> & {
  missing: readonly string[] | null;
};

/** What the domain judges a KPI by, from its rows; `readings` are those of its present era, in its present unit. */
export function evidenceOf(
  turn: Turn,
  kpi: KpiWithCounters,
  { thresholds, phases }: { thresholds: readonly Row<'threshold'>[]; phases: readonly Row<'phase'>[] },
  readings: readonly Amounts[],
): Evidence {
  const { calendar } = turn.organisation;
  return {
    facts: {
      unit: kpi.unit as Unit,
      decimals: kpi.decimals,
      direction: kpi.direction,
      cadence: kpi.cadence,
      addsUp: kpi.adds_up,
    },
    readings: readings.map((row) => ({ ...row, missing: row.missing ?? undefined })),
    thresholds: thresholds
      .filter(({ era }) => era === kpi.era)
      .map((row) => linesOfRow(linesIn(row, { scale: kpi.unit_scale }))),
    phases: phases
      .filter((row) => kpi.era_from === null || startOf(row.from_period, calendar) >= kpi.era_from)
      .map((row) => ({
        from: row.from_period,
        reason: row.reason,
        baselineTo: row.baseline_to ?? undefined,
      })),
    ruleSet: turn.organisation.ruleSet,
    today: turn.today,
    calendar,
    graceDays: kpi.grace_days,
  };
}

function stateOf(turn: Turn, { kpi, judgement, evidence, forecast }: Judged) {
  const { phases: _, sparkline, ...kept } = judgement;
  return {
    organisation: turn.organisation.id,
    kpi: kpi.id,
    ...shortOf(judgement),
    stale_from: staleFrom(turn, judgement, evidence),
    sparkline: JSON.stringify(sparkline),
    judgement: JSON.stringify(kept),
    judged_at: turn.now,
    forecast: forecast && JSON.stringify(forecast),
  };
}

/** A judgement in the columns that a line of the panel shows. */
export function shortOf(judgement: Judgement) {
  return {
    newest_period: judgement.newest?.period ?? null,
    newest_value: judgement.newest?.value ?? null,
    status: judgement.status,
    signal: judgement.speaking?.rule ?? null,
    signal_sense: judgement.speaking?.sense ?? null,
    capability: judgement.capability,
    level: judgement.level,
    floor: judgement.threshold?.floor ?? null,
    ceiling: judgement.threshold?.ceiling ?? null,
    missing_children: (judgement.incomplete ?? judgement.newest)?.missing.length ?? 0,
  };
}

function staleFrom(turn: Turn, judgement: Judgement, evidence: Evidence): string | null {
  const { calendar } = turn.organisation;
  const days = [
    judgement.status === 'overdue' ? null : judgement.overdueFrom,
    judgement.partial ? addDays(endOf(judgement.partial.period, calendar), 1) : null,
    ...evidence.thresholds.map(({ from }) => from),
  ];
  return days.filter((day) => day !== null && day > turn.today).sort()[0] ?? null;
}

// The histories of 50,000 KPIs do not fit into the memory of a small server together.
const atOnce = 500;

/** Judges every KPI anew, because the rules that all of them are judged by have changed. */
export async function rejudgeAll(turn: Turn): Promise<void> {
  const all = await turn.tx
    .selectFrom('kpi')
    .select('id')
    .where('organisation', '=', turn.organisation.id)
    .orderBy('id')
    .execute();
  for (let from = 0; from < all.length; from += atOnce) {
    const ids = all.slice(from, from + atOnce).map(({ id }) => id);
    // Locked as whoever records a reading locks them: else an older judgement could be written over a newer one.
    await rejudgeRows(turn, await listKpisByRef(turn.tx, turn.organisation.id, ids, true));
  }
}

/** Judges anew every KPI whose row went stale by the mere passing of days, and gives their ids with the status that each turned to. */
export async function rejudgeStale(turn: Turn): Promise<{ kpi: string; status: string }[]> {
  const { tx, organisation, today } = turn;
  const stale = await tx
    .selectFrom('kpi_state')
    .select('kpi')
    .where('organisation', '=', organisation.id)
    .where('stale_from', '<=', today)
    .forNoKeyUpdate()
    .execute();
  const ids = stale.map((row) => row.kpi);
  if (ids.length === 0) return [];
  for (let from = 0; from < ids.length; from += atOnce) await rejudge(turn, ids.slice(from, from + atOnce));
  const { rows } = await sql<{ kpi: string; status: string }>`
    select kpi, status from kpi_state where organisation = ${organisation.id} and kpi = any(${ids}::uuid[])`.execute(
    tx,
  );
  return rows;
}
