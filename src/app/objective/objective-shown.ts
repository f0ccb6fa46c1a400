import type * as z from 'zod';
import type { Act } from '#app/act.ts';
import type { HealthCounts } from '#contract/measures.ts';
import type { Objective, ObjectiveName } from '#contract/objectives.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import {
  linksOf,
  type ObjectiveInCycle,
  type ObjectiveLinks,
  objectivesById,
  type TreeObjectiveRow,
} from '#db/objectives.ts';
import { type Health, objectiveHealth } from '#domain/okr/pace.ts';
import { maySee } from './objective-access.ts';
import { pacer } from './pace.ts';

/** The health of an objective by its key results that count. */
export function healthOf(healths: readonly (Health | null)[]): {
  health: Health | null;
  counts: z.output<typeof HealthCounts>;
} {
  const { weakest, counts } = objectiveHealth(healths.map((each) => each ?? undefined));
  return { health: weakest ?? null, counts };
}

/** An objective as another thing names it. */
export function namedObjective(row: TreeObjectiveRow): ObjectiveName {
  const { id, title, cycle, owner, team, person, state, commitment, progress, score } = row;
  return { id, title, cycle, owner, team, person, state, commitment, progress, score };
}

/** An objective with its links, and the parents among them that the person may see. */
export async function shownObjective(
  act: Act,
  row: ObjectiveInCycle,
  keyResults: readonly KeyResultWithLinks[],
): Promise<{ shown: Objective; parents: ObjectiveInCycle[]; links: ObjectiveLinks }> {
  const links = await linksOf(act.tx, act.organisation.id, row.id);
  const all = await objectivesById(
    act.tx,
    act.organisation.id,
    links.parents.map(({ parent }) => parent),
  );
  const parents = all.filter((parent) => maySee(act, parent));
  const seen = new Set(parents.map(({ id }) => id));
  const pace = pacer(act, { ...row, state: row.cycle_state });
  const healths = keyResults.filter((each) => !each.dropped_at).map((each) => pace(each, row).health);
  const shown: Objective = {
    ...namedObjective(row),
    ...healthOf(healths),
    why: row.why,
    dropReason: row.drop_reason,
    weight: row.weight,
    pillar: row.pillar,
    privateTo: row.private ? { people: row.viewer_people, teams: row.viewer_teams } : null,
    parents: links.parents
      .filter(({ parent }) => seen.has(parent))
      .map(({ parent, kind, weight }) => ({ objective: parent, kind, weight })),
    hiddenParents: all.length - parents.length,
    improves: links.improves,
    gapKpi: links.gap,
    createdAt: row.created_at,
  };
  return { shown, parents, links };
}
