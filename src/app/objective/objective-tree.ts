import type * as z from 'zod';
import type { Act } from '#app/act.ts';
import { shownCycleById } from '#app/cycle/cycle-access.ts';
import type { Output } from '#contract/index.ts';
import type { TreeKeyResult } from '#contract/objectives.ts';
import { keyResultsInCycle, type TreeRow } from '#db/key-results.ts';
import { objectivesInCycle, parentsInCycle } from '#db/objectives.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { expectedProgress } from '#domain/okr/pace.ts';
import { hiddenObjectives, maySee } from './objective-access.ts';
import { alignmentOf } from './objective-alignment.ts';
import { healthOf, namedObjective } from './objective-shown.ts';
import { type Pace, pacer } from './pace.ts';

/** The objectives of a cycle that the person may see, with their key results, in a handful of statements however many there are. */
export async function treeOf(act: Act, id: string): Promise<Output<'objectives.tree'>> {
  const { tx, organisation } = act;
  const hidden = await hiddenObjectives(act);
  const cycle = await shownCycleById(act, id, hidden);
  const rows = await objectivesInCycle(tx, organisation.id, id);
  const above = await parentsInCycle(tx, organisation.id, id);
  const links = Map.groupBy(above, (link) => link.objective);
  const keyResults = Map.groupBy(await keyResultsInCycle(tx, organisation.id, id), (row) => row.objective);
  const seen = rows.filter((row) => maySee(act, row));
  const findings = await alignmentOf(
    act,
    id,
    seen.map((row) => ({ ...row, keyResults: keyResults.get(row.id)?.length ?? 0 })),
    above,
  );
  const paceOf = pacer(act, { ...cycle, activated_at: cycle.activatedAt });
  return {
    cycle,
    today: act.today,
    expected: expectedProgress(cycle, act.today),
    objectives: seen.map((row) => {
      const { cycle: _, ...named } = namedObjective(row);
      const own = (keyResults.get(row.id) ?? []).map((each) => ({ each, pace: paceOf(each, row) }));
      return {
        ...named,
        ...healthOf(own.map(({ pace }) => pace.health)),
        private: row.private,
        pillar: row.pillar,
        alignment: findings(row.id),
        parents: (links.get(row.id) ?? [])
          .filter(({ parent }) => !hidden.includes(parent))
          .map(({ parent, kind }) => ({ objective: parent, kind })),
        keyResults: own.map(({ each, pace }) => leaf(each, pace)),
      };
    }),
  };
}

function leaf(row: TreeRow, pace: Pace): z.output<typeof TreeKeyResult> {
  const measure = row.measure as Measure;
  return {
    id: row.id,
    title: row.title,
    owner: row.owner,
    kpi: row.kpi,
    kind: measure.kind,
    from: measure.kind === 'move' ? measure.baseline : null,
    to: goalOf(measure),
    current: row.current,
    unit: row.unit as Unit,
    decimals: row.decimals,
    progress: row.progress,
    health: pace.health,
    confidence: row.confidence,
    score: row.score,
  };
}

function goalOf(measure: Measure): number | null {
  switch (measure.kind) {
    case 'move':
      return measure.target;
    case 'hold':
      return measure.level;
    case 'hit rate':
      return measure.planned;
    case 'milestones':
      return measure.steps.length;
    case 'done':
      return null;
  }
}
