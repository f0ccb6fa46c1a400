import type { Turn } from '#app/act.ts';
import { type Kept, keptOf } from '#app/key-result/key-result-shown.ts';
import { isForesight } from '#app/key-result/standing.ts';
import { type Known, knownOf, measuredIn } from '#app/kpi/facts.ts';
import { listCheckIns, listMovedGoalposts } from '#db/check-ins.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { Row } from '#db/schema.ts';
import type { Frozen } from '#domain/okr/goalpost.ts';
import { capped, suggestedScore } from '#domain/okr/grade.ts';
import { changedSinceGraded } from '#domain/okr/graded.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { progress } from '#domain/okr/progress.ts';
import { type GradedCycle, kpiEvidence } from './grade-evidence.ts';

/** The evidence about key results of a cycle, with the check-ins and moved goalposts that it is made of. */
export type Evidences = {
  evidence: Map<string, Kept>;
  checkIns: Map<string, Row<'check_in'>[]>;
  goalposts: Map<string, Row<'moved_goalpost'>[]>;
};

/** What is known now of key results of one cycle, by their ids. */
export async function evidenceNow(
  turn: Turn,
  rows: readonly KeyResultWithLinks[],
  cycle: GradedCycle,
): Promise<Evidences> {
  const { tx, organisation } = turn;
  const ids = rows.map(({ id }) => id);
  const checkIns = Map.groupBy(await listCheckIns(tx, organisation.id, ids), (row) => row.key_result);
  const goalposts = Map.groupBy(await listMovedGoalposts(tx, organisation.id, ids), (row) => row.key_result);
  const kpis = await kpiEvidence(turn, rows, cycle);
  // A closed cycle's rows stand still, so what their KPIs say by now is read anew.
  const moved = rows.filter(({ id }) => goalposts.has(id));
  const known = await knownOf(
    turn,
    rows.filter(({ kpi }) => kpi).map((row) => measuredIn(row, cycle)),
  );
  const frozen = await knownOf(
    turn,
    moved.flatMap((row) => atFirst(row) ?? []).map((row) => measuredIn(row, cycle)),
  );
  const evidence = rows.map((row): [string, Kept] => {
    const guardrails = row.guardrails.map((each) => ({
      ...each,
      breaches: kpis.breaches.get(each.id) ?? [],
    }));
    const caps = organisation.guardrailCapsScore && guardrails.some(({ breaches }) => breaches.length > 0);
    const now = row.kpi ? (progressOf(row, known.get(row.id)) ?? null) : row.progress;
    const measured = suggestedScore(now ?? undefined);
    const first = atFirst(row);
    const told = (checkIns.get(row.id) ?? []).filter(
      (each) => !each.late && each.confidence !== null && isForesight(organisation, each, cycle),
    );
    return [
      row.id,
      {
        suggested: measured === undefined ? null : capped(measured, caps),
        cap: caps ? capped(1, true) : null,
        asFrozen: (first && suggestedScore(progressOf(first, frozen.get(row.id)))) ?? null,
        guardrails,
        signal: (row.kpi && kpis.signals.get(row.kpi)) || null,
        confidence: told.map(({ day, confidence }) => ({ day, confidence: confidence! })),
        ...{ current: row.current, currentDay: row.current_day, progress: now },
      },
    ];
  });
  return { evidence: new Map(evidence), checkIns, goalposts };
}

/** The evidence to show of a key result and what changed of it since it was graded: in a closed cycle it is what was graded. */
export function shownEvidence(
  row: KeyResultWithLinks,
  now: Kept,
  isClosed: boolean,
): Kept & { changedSince: string[] } {
  const kept = keptOf(row);
  const changedSince = kept && row.graded_at ? changedSinceGraded(kept, now) : [];
  return { ...(isClosed && kept ? kept : now), changedSince };
}

/** The promise as it was frozen, when it was of the same kind and read the same KPI as now; else nothing is to be compared. */
function atFirst(row: KeyResultWithLinks): KeyResultWithLinks | undefined {
  const frozen = row.frozen as Frozen | null;
  if (!frozen || (frozen.kpi ?? null) !== row.kpi) return undefined;
  if (frozen.measure.kind !== (row.measure as Measure).kind) return undefined;
  return { ...row, measure: frozen.measure, unit: frozen.unit };
}

function progressOf({ measure }: KeyResultWithLinks, known: Known | undefined): number | undefined {
  return known && progress(measure as Measure, known.facts);
}
