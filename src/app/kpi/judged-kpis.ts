import type { Turn } from '#app/act.ts';
import { type Dossier, dossiersOf } from '#db/dossier.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { judge } from '#domain/kpi/judge.ts';
import type { Judgement } from '#domain/kpi/judgement.ts';
import type { Threshold } from '#domain/kpi/threshold.ts';
import type { Day } from '#domain/time/day.ts';
import { type Calendar, endOf } from '#domain/time/period.ts';
import { evidenceOf, pointOf } from './rejudge.ts';

/** A KPI's judgement by what is stored now, with the thresholds and phases that it was made with. */
export type JudgedKpi = {
  kpi: string;
  judgement: Judgement;
  thresholds: readonly Threshold[];
  phaseStarts: string[];
};

/** Judges a stretch of the past: periods up to a day, and phases that were started before an instant. */
type JudgedUntil = { until?: Day; phasesBefore?: string | null | undefined };

/** The full judgements of KPIs, every phase with its signals: the row beside a KPI keeps only what the panel shows. */
export async function judgedKpis(
  turn: Turn,
  kpis: readonly string[],
  horizon: JudgedUntil = {},
): Promise<JudgedKpi[]> {
  if (kpis.length === 0) return [];
  const rows = await listKpisByRef(turn.tx, turn.organisation.id, kpis);
  const dossiers = await dossiersOf(
    turn.tx,
    turn.organisation.id,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const dossier = upTo(dossiers.get(row.id)!, horizon, turn.organisation.calendar);
    const evidence = evidenceOf(turn, row, dossier, dossier.readings.map(pointOf));
    return {
      kpi: row.id,
      judgement: judge(evidence),
      thresholds: evidence.thresholds,
      phaseStarts: dossier.phases.map(({ from_period }) => from_period),
    };
  });
}

function upTo(dossier: Dossier, { until, phasesBefore }: JudgedUntil, calendar: Calendar): Dossier {
  return {
    ...dossier,
    readings: until
      ? dossier.readings.filter(([period]) => endOf(period, calendar) <= until)
      : dossier.readings,
    phases: phasesBefore ? dossier.phases.filter(startedBefore(phasesBefore)) : dossier.phases,
  };
}

function startedBefore(instant: string) {
  const limit = Temporal.Instant.from(instant);
  return (phase: Dossier['phases'][number]) =>
    Temporal.Instant.compare(Temporal.Instant.from(phase.recorded_at), limit) < 0;
}
