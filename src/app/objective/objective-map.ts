import type { Act } from '#app/act.ts';
import { shownCycleById } from '#app/cycle/cycle-access.ts';
import { shownGist } from '#app/kpi/shown-gist.ts';
import type { Output } from '#contract/index.ts';
import type { MapObjective } from '#contract/objectives.ts';
import { keyResultsInCycle, keyResultsOf, type TreeRow } from '#db/key-results.ts';
import { kpiLinksOf, linksAboveCycle, mapKpis } from '#db/objective-map.ts';
import { objectivesById, objectivesInCycle, type TreeObjectiveRow } from '#db/objectives.ts';
import { levelOf } from '#domain/okr/orphans.ts';
import { expectedProgress } from '#domain/okr/pace.ts';
import { hiddenObjectives, maySee } from './objective-access.ts';
import { alignmentOf, companyOf } from './objective-alignment.ts';
import { healthOf, namedObjective } from './objective-shown.ts';
import { type Pace, type PacedCycle, pacer } from './pace.ts';

type MapCycle = Output<'objectives.map'>['cycles'][number];

/** The objectives of a cycle that the person may see and all above them, with the KPIs that they are tied to. */
export async function mapOf(act: Act, id: string): Promise<Output<'objectives.map'>> {
  const { tx, organisation, today } = act;
  const hidden = await hiddenObjectives(act);
  const cycle = await shownCycleById(act, id, hidden);
  const rows = (await objectivesInCycle(tx, organisation.id, id)).filter((row) => maySee(act, row));
  const links = await linksAboveCycle(tx, organisation.id, id);
  const above = await seenAbove(act, rows, links);
  const keyResults = Map.groupBy(
    [
      ...(await keyResultsInCycle(tx, organisation.id, id)),
      ...(await keyResultsOf(tx, organisation.id, [...above.keys()])).filter((row) => !row.dropped_at),
    ],
    ({ objective }) => objective,
  );
  const own = (row: TreeObjectiveRow) => keyResults.get(row.id) ?? [];
  const findings = await alignmentOf(
    act,
    id,
    rows.map((row) => ({ ...row, keyResults: own(row).length })),
    links,
  );
  const company = await companyOf(act);
  const shown = new Set([...rows.map((row) => row.id), ...above.keys()]);
  const parents = Map.groupBy(links, ({ objective }) => objective);
  const paceOf = pacer(act, { ...cycle, activated_at: cycle.activatedAt });
  const drawn = (row: TreeObjectiveRow, pace: typeof paceOf): MapObjective => ({
    ...namedObjective(row),
    ...standing(own(row), (each) => pace(each, row)),
    level: levelOf(row, company),
    private: row.private,
    pillar: row.pillar,
    alignment: findings(row.id),
    parents: (parents.get(row.id) ?? [])
      .filter(({ parent }) => shown.has(parent))
      .map(({ parent, kind, weight }) => ({ objective: parent, kind, weight })),
  });
  const cycles = new Map<string, MapCycle>([
    [id, { id, name: cycle.name, state: cycle.state, expected: expectedProgress(cycle, today) }],
  ]);
  const objectives = rows.map((row) => drawn(row, paceOf));
  for (const row of above.values()) {
    const { cycle: of, cycle_name: name, cycle_state: state } = row;
    cycles.set(of, { id: of, name, state, expected: expectedProgress(row, today) });
    objectives.push(drawn(row, pacer(act, { ...row, state } as PacedCycle)));
  }
  const tied = await kpiLinksOf(tx, organisation.id, [...shown]);
  const kpis = await mapKpis(tx, organisation.id, [...new Set(tied.map(({ kpi }) => kpi))]);
  return {
    ...{ cycle, today, objectives },
    cycles: [...cycles.values()],
    kpis: kpis.map(shownGist),
    links: tied,
  };
}

// A parent that is private to others ends the way up for whoever may not see it: what lies beyond would tell that it is there.
async function seenAbove(
  act: Act,
  rows: readonly TreeObjectiveRow[],
  links: readonly { objective: string; parent: string }[],
) {
  const inCycle = new Set(rows.map((row) => row.id));
  const ids = [...new Set(links.map(({ parent }) => parent))].filter((id) => !inCycle.has(id));
  const all = await objectivesById(act.tx, act.organisation.id, ids);
  const seen = new Map(all.filter((row) => maySee(act, row)).map((row) => [row.id, row]));
  const reached = new Map<string, (typeof all)[number]>();
  const parents = Map.groupBy(links, ({ objective }) => objective);
  const open = [...inCycle];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { parent } of parents.get(at) ?? []) {
      const row = seen.get(parent);
      if (!row || reached.has(parent)) continue;
      reached.set(parent, row);
      open.push(parent);
    }
  return reached;
}

function standing(keyResults: readonly TreeRow[], pace: (row: TreeRow) => Pace) {
  const confidences = keyResults.flatMap(({ confidence }) => confidence ?? []);
  return {
    ...healthOf(keyResults.map((each) => pace(each).health)),
    keyResults: keyResults.length,
    answering: [...new Set(keyResults.flatMap(({ owner }) => owner ?? []))],
    confidence: confidences.length > 0 ? Math.min(...confidences) : null,
  };
}
