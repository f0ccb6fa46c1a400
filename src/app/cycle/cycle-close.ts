import type { Act, Event } from '#app/act.ts';
import { carryOver } from '#app/grade/carry-over.ts';
import { turnIntoKpi } from '#app/grade/graduate.ts';
import { keepGain } from '#app/grade/keep-gain.ts';
import type { Grading } from '#app/key-result/key-result-shown.ts';
import { maySee } from '#app/objective/objective-access.ts';
import { Refused } from '#contract/refused.ts';
import { type KeyResultWithLinks, keyResultsOf } from '#db/key-results.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { listObjectives, type ObjectiveInCycle } from '#db/objectives.ts';
import { closeFault } from '#domain/okr/cycle-rules.ts';
import { transitionFault } from '#domain/time/cycle.ts';
import { loadCycle, loadCycleToMove } from './cycle-access.ts';
import { type CycleKpi, kpisInCycle, linksOfGoals } from './cycle-kpis.ts';

type Graded = { keyResult: KeyResultWithLinks; objective: ObjectiveInCycle; grading: Grading | null };

/** Closes a cycle whose key results are all graded: begins the watches over kept gains and writes what is carried over. */
export async function closeCycle(act: Act, id: string): Promise<[Event, ...Event[]]> {
  const { tx, organisation, now } = act;
  // The KPIs come before the alignment, as in every other act: see db/alignment.ts.
  await loadCycle(act, id);
  const kpis = await lockKpis(act, await gradedIn(act, id));
  const cycle = await loadCycleToMove(act, id);
  const fault = transitionFault(cycle.state, 'closed');
  if (fault) throw new Refused(cycle.state === 'closed' ? 'closed' : 'conflict', fault);
  const graded = await gradedIn(act, id);
  refuseUngraded(act, graded);
  // Before the gains are kept: they raise thresholds and start phases, which belong to what comes after.
  const seen = await kpisSeen(act, id);
  const events: Event[] = [];
  for (const { keyResult, objective, grading } of graded) {
    const kpi = keyResult.kpi ? kpis.get(keyResult.kpi) : undefined;
    if (grading?.keep && kpi)
      events.push(...(await keepGain(act, { keyResult, objective, kpi, keep: grading.keep })));
    if (grading?.graduate)
      events.push(...(await turnIntoKpi(act, { keyResult, objective, kpi, graduate: grading.graduate })));
  }
  events.push(...(await carryOver(act, graded)));
  await tx
    .updateTable('objective')
    .set({ state: 'closed' })
    .where('organisation', '=', organisation.id)
    .where('cycle', '=', id)
    .where('state', 'in', ['draft', 'active'])
    .execute();
  await tx
    .updateTable('cycle')
    .set({ state: 'closed', closed_at: now, kpis_at_close: JSON.stringify(seen) })
    .where('organisation', '=', organisation.id)
    .where('id', '=', id)
    .execute();
  return [{ kind: 'cycle.closed', subject: id, detail: { keyResults: graded.length } }, ...events];
}

async function gradedIn(act: Act, cycle: string): Promise<Graded[]> {
  const objectives = await listObjectives(act.tx, act.organisation.id, { cycle });
  const byId = new Map(objectives.map((row) => [row.id, row]));
  const rows = await keyResultsOf(act.tx, act.organisation.id, [...byId.keys()]);
  return rows
    .filter((row) => !row.dropped_at)
    .map((row) => ({
      keyResult: row,
      objective: byId.get(row.objective)!,
      grading: row.grading as Grading | null,
    }));
}

// The report of a closed cycle says what its KPIs showed when it was closed, whoever reads it.
async function kpisSeen(act: Act, id: string): Promise<CycleKpi[]> {
  const objectives = await listObjectives(act.tx, act.organisation.id, { cycle: id });
  const ids = objectives.map((each) => each.id);
  const keyResults = await keyResultsOf(act.tx, act.organisation.id, ids);
  const links = await linksOfGoals(
    act,
    objectives,
    keyResults.filter((row) => !row.dropped_at),
  );
  return kpisInCycle(act, [...links.keys()], await loadCycle(act, id));
}

async function lockKpis(act: Act, graded: readonly Graded[]): Promise<Map<string, KpiWithCounters>> {
  const ids = graded.flatMap(({ keyResult, grading }) =>
    (grading?.keep || grading?.graduate) && keyResult.kpi ? keyResult.kpi : [],
  );
  const rows = await listKpisByRef(act.tx, act.organisation.id, [...new Set(ids)], true);
  return new Map(rows.map((row) => [row.id, row]));
}

function refuseUngraded(act: Act, graded: readonly Graded[]): void {
  const fault = closeFault(
    graded.map(({ keyResult, objective }) => ({
      title: maySee(act, objective) ? keyResult.title : 'a private key result',
      score: keyResult.score ?? undefined,
      fate: keyResult.fate ?? undefined,
    })),
  );
  if (fault) throw new Refused('conflict', fault);
}
