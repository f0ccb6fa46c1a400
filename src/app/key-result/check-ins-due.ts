import type { Act } from '#app/act.ts';
import { knownOf, measuredIn, shownFacts } from '#app/kpi/facts.ts';
import { maySee } from '#app/objective/objective-access.ts';
import { pacer } from '#app/objective/pace.ts';
import type { DueCheckIn } from '#contract/check-ins.ts';
import type { Measure } from '#contract/measures.ts';
import { keyResultIds, keyResultsById } from '#db/key-results.ts';
import { objectivesById } from '#db/objectives.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { periodOf } from '#domain/time/period.ts';
import { shownCheckIn } from './key-result-detail.ts';

/** The active key results that the person answers for, with what a check-in needs of each; what is due longest comes first. */
export async function dueCheckIns(act: Act): Promise<DueCheckIn[]> {
  const { tx, organisation, today } = act;
  const ids = await keyResultIds(tx, organisation.id, { owner: act.who.id });
  const rows = await keyResultsById(tx, organisation.id, ids);
  const objectives = await objectivesById(tx, organisation.id, [
    ...new Set(rows.map((row) => row.objective)),
  ]);
  const active = new Map(
    objectives
      .filter((row) => row.state === 'active' && row.cycle_state === 'active' && maySee(act, row))
      .map((row) => [row.id, row]),
  );
  const mine = rows.flatMap((row) => {
    const objective = active.get(row.objective);
    return objective ? [{ row, objective }] : [];
  });
  const known = await knownOf(
    act,
    mine.map(({ row, objective }) => measuredIn(row, objective)),
  );
  const list = mine.map(({ row, objective }): DueCheckIn => {
    const { facts, checkIns } = known.get(row.id)!;
    const { expected, health, due, outdatedFrom } = pacer(act, {
      ...objective,
      state: objective.cycle_state,
    })(row, objective);
    const measure = row.measure as Measure;
    const previous = checkIns.at(-1);
    return {
      keyResult: row.id,
      title: row.title,
      objective: { id: objective.id, title: objective.title },
      cycle: {
        id: objective.cycle,
        name: objective.cycle_name,
        starts: objective.starts,
        ends: objective.ends,
      },
      measure,
      unit: row.unit as Unit,
      decimals: row.decimals,
      kpi: row.kpi_name,
      asksValue: row.kpi === null,
      period: 'cadence' in measure ? periodOf(measure.cadence, today, organisation.calendar) : null,
      facts: shownFacts(measure, facts),
      previous: previous ? shownCheckIn(previous) : null,
      currentDay: row.current_day,
      progress: row.progress,
      expected,
      health,
      due: due ?? objective.ends,
      isDue: due !== null && due <= today,
      outdated: outdatedFrom !== null && outdatedFrom <= today,
    };
  });
  return list.sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}
