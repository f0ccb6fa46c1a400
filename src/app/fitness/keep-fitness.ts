import type { Turn } from '#app/act.ts';
import { keepFitness } from '#db/fitness.ts';
import { sameRunOf } from '#domain/fitness/same-run.ts';
import { gapOf } from '#domain/kpi/gap.ts';
import type { Evidence, Judgement } from '#domain/kpi/judgement.ts';

type Judged = {
  kpi: { id: string; weight: number };
  evidence: Pick<Evidence, 'facts'>;
  judgement: Judgement;
};

/** Keeps what the fitness of KPIs is measured from, beside the row that the panel reads and whenever that is written. */
export function keepFitnessOf(turn: Turn, judged: readonly Judged[]): void {
  const { id, timeZone } = turn.organisation;
  keepFitness(
    turn.tx,
    id,
    { timeZone, today: turn.today },
    judged.map((each) => ({
      kpi: each.kpi.id,
      same: sameRunOf(each.judgement.sparkline),
      hasThreshold: each.judgement.threshold !== null,
      asks: asksOf(each),
    })),
  );
}

/** What a judged KPI asks a decision for: a breach before a deterioration before a gap; null for nothing. */
export function asksOf({ kpi, evidence, judgement }: Judged): 'breach' | 'signal' | 'gap' | null {
  if (judgement.status === 'breach') return 'breach';
  if (judgement.speaking?.sense === 'deterioration') return 'signal';
  const gap = gapOf(judgement, evidence.facts, kpi.weight);
  return gap && gap.kind !== 'noise' && gap.kind !== 'none' ? 'gap' : null;
}
