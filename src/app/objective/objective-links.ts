import type { Act } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { refuseWeightless } from '#app/key-result/key-result-write.ts';
import { refuseUnknownPeople, refuseUnknownTeams } from '#app/people/unknown.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { linksAbove } from '#db/alignment.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { loopFault, loopThrough } from '#domain/okr/alignment.ts';
import { hiddenObjectives, loadObjective, maySee } from './objective-access.ts';

type Parents = Parsed<'objectives.create'>['parents'];
type PrivateTo = Parsed<'objectives.create'>['privateTo'];

/**
 * Sets the parents of an objective to exactly these, besides those that the person may not see, and gives the ids of every parent
 * that it contributed to before or does now. Refuses a loop with its titles. The alignment is held exclusively by the caller.
 */
export async function setParents(act: Act, objective: ObjectiveInCycle, parents: Parents): Promise<string[]> {
  const { tx, organisation } = act;
  const own = { organisation: organisation.id, objective: objective.id };
  const before = await tx
    .selectFrom('objective_parent')
    .selectAll()
    .where('organisation', '=', own.organisation)
    .where('objective', '=', own.objective)
    .execute();
  const hidden = before.length > 0 ? await hiddenObjectives(act) : [];
  const replaced = before.filter(({ parent }) => !hidden.includes(parent)).map(({ parent }) => parent);
  await refuseParents(act, objective, parents, replaced);
  if (replaced.length > 0)
    await tx
      .deleteFrom('objective_parent')
      .where('organisation', '=', own.organisation)
      .where('objective', '=', own.objective)
      .where('parent', 'in', replaced)
      .execute();
  if (parents.length > 0)
    await tx
      .insertInto('objective_parent')
      .values(parents.map(({ objective: parent, kind, weight }) => ({ ...own, parent, kind, weight })))
      .execute();
  const counted = parents.filter(({ kind }) => kind === 'contributes to');
  for (const { objective: parent } of counted) await refuseWeightless(act, parent);
  const touched = before.filter(({ kind }) => kind === 'contributes to').map(({ parent }) => parent);
  return [...new Set([...touched, ...counted.map((each) => each.objective)])];
}

async function refuseParents(
  act: Act,
  objective: ObjectiveInCycle,
  parents: Parents,
  replaced: readonly string[],
): Promise<void> {
  const ids = parents.map((parent) => parent.objective);
  if (new Set(ids).size < ids.length)
    throw new Refused('invalid', 'A parent is named twice: name each once.', 'parents');
  for (const id of ids) {
    const parent = await loadObjective(act, id, false, 'parents');
    if (replaced.includes(id)) continue;
    if (parent.cycle_state === 'closed')
      throw new Refused(
        'closed',
        `"${parent.title}" belongs to a closed cycle, which can only be read.`,
        'parents',
      );
    if (parent.state === 'dropped')
      throw new Refused('conflict', `"${parent.title}" was dropped: choose another parent.`, 'parents');
  }
  if (ids.length === 0) return;
  const links = (await linksAbove(act.tx, act.organisation.id, ids)).filter(
    ({ child }) => child !== objective.id,
  );
  for (const id of ids) await refuseLoop(act, objective.id, id, links);
}

async function refuseLoop(act: Act, child: string, parent: string, links: Parameters<typeof loopThrough>[2]) {
  const loop = loopThrough(child, parent, links);
  if (!loop) return;
  const rows = await objectivesById(act.tx, act.organisation.id, [...new Set(loop)]);
  const titles = new Map(rows.filter((row) => maySee(act, row)).map((row) => [row.id, row.title]));
  const fault = loopFault(loop, (id) => titles.get(id) ?? 'a private objective');
  if (fault) throw new Refused('invalid', fault, 'parents');
}

/** Sets the KPIs that an objective is to improve to exactly these. */
export async function setImproves(act: Act, objective: string, kpis: readonly string[]): Promise<void> {
  const organisation = act.organisation.id;
  await act.tx
    .deleteFrom('objective_improves')
    .where('organisation', '=', organisation)
    .where('objective', '=', objective)
    .execute();
  if (kpis.length === 0) return;
  await act.tx
    .insertInto('objective_improves')
    .values([...new Set(kpis)].map((kpi) => ({ organisation, objective, kpi })))
    .execute();
}

/** Sets who may see a private objective beside its owner; null makes it visible to everyone. */
export async function setViewers(act: Act, objective: string, privateTo: PrivateTo): Promise<void> {
  const organisation = act.organisation.id;
  await act.tx
    .deleteFrom('objective_viewer')
    .where('organisation', '=', organisation)
    .where('objective', '=', objective)
    .execute();
  if (!privateTo) return;
  await refuseUnknownPeople(act, privateTo.people, 'privateTo.people');
  await refuseUnknownTeams(act, privateTo.teams, 'privateTo.teams');
  const rows: Row<'objective_viewer'>[] = [
    ...[...new Set(privateTo.people)].map((person) => ({ person, team: null })),
    ...[...new Set(privateTo.teams)].map((team) => ({ person: null, team })),
  ].map((viewer) => ({ ...viewer, organisation, objective, id: newId() }));
  if (rows.length > 0) await act.tx.insertInto('objective_viewer').values(rows).execute();
}
