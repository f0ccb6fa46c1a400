import type { Act, Event } from '#app/act.ts';
import { loadCycle } from '#app/cycle/cycle-access.ts';
import { newId } from '#app/id.ts';
import { carryInitiatives } from '#app/initiative/initiative-carry.ts';
import type { Grading } from '#app/key-result/key-result-shown.ts';
import { addKeyResults, kpisByRef } from '#app/key-result/key-result-write.ts';
import { climb } from '#app/objective/climb.ts';
import { refuseCycleState } from '#app/objective/objective-access.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import { carriedDraft } from './fate.ts';

type Graded = { keyResult: KeyResultWithLinks; objective: ObjectiveInCycle; grading: Grading | null };

/** Writes what is carried over into its next cycle, one objective for all key results that go the same way. */
export async function carryOver(act: Act, graded: readonly Graded[]): Promise<Event[]> {
  const carried = graded.filter(({ grading }) => grading?.carryInto);
  const ways = Map.groupBy(carried, ({ objective, grading }) => `${objective.id} ${grading!.carryInto}`);
  const events: Event[] = [];
  for (const way of ways.values()) {
    const { objective, grading } = way[0]!;
    const made = await copyObjective(act, objective, grading!.carryInto!);
    const moved = await copyKeyResults(act, objective, made, way);
    events.push({
      kind: 'objective.carriedOver',
      subject: made.id,
      detail: { from: objective.id, keyResults: way.map(({ keyResult }) => keyResult.id), moved },
    });
  }
  return events;
}

/** The same objective as a draft of another cycle, without key results, with its links to what goes on. */
export async function copyObjective(
  act: Act,
  objective: ObjectiveInCycle,
  into: string,
  title = objective.title,
): Promise<ObjectiveInCycle> {
  const { tx, organisation, now } = act;
  const cycle = await loadCycle(act, into);
  refuseCycleState(cycle.state, 'write');
  const id = newId();
  const { why, owner, team, person, commitment, weight, pillar, gap_kpi } = objective;
  await tx
    .insertInto('objective')
    .values({
      organisation: organisation.id,
      id,
      cycle: into,
      title,
      why,
      owner,
      team,
      person,
      commitment,
      weight,
      pillar,
      gap_kpi,
      private: objective.private,
      created_at: now,
    })
    .execute();
  await copyLinks(act, objective, id);
  return (await objectivesById(tx, organisation.id, [id]))[0]!;
}

async function copyLinks(act: Act, from: ObjectiveInCycle, to: string): Promise<void> {
  const { tx, organisation } = act;
  const viewers = [
    ...from.viewer_people.map((person) => ({ person, team: null })),
    ...from.viewer_teams.map((team) => ({ person: null, team })),
  ];
  if (viewers.length > 0)
    await tx
      .insertInto('objective_viewer')
      .values(viewers.map((each) => ({ ...each, organisation: organisation.id, objective: to, id: newId() })))
      .execute();
  await tx
    .insertInto('objective_improves')
    .columns(['organisation', 'objective', 'kpi'])
    .expression((from_) =>
      from_
        .selectFrom('objective_improves')
        .select(['organisation', (is) => is.val(to).as('objective'), 'kpi'])
        .where('organisation', '=', organisation.id)
        .where('objective', '=', from.id),
    )
    .execute();
  await copyParents(act, from, to);
}

// Parents of the cycle that closes stay behind; a year's objective is contributed to on.
async function copyParents(act: Act, from: ObjectiveInCycle, to: string): Promise<void> {
  const { tx, organisation } = act;
  const links = await tx
    .selectFrom('objective_parent')
    .selectAll()
    .where('organisation', '=', organisation.id)
    .where('objective', '=', from.id)
    .execute();
  const parents = await objectivesById(
    tx,
    organisation.id,
    links.map(({ parent }) => parent),
  );
  const open = parents.filter(
    (row) => row.cycle !== from.cycle && row.cycle_state !== 'closed' && row.state !== 'dropped',
  );
  const kept = links.filter(({ parent }) => open.some(({ id }) => id === parent));
  if (kept.length > 0)
    await tx
      .insertInto('objective_parent')
      .values(kept.map((link) => ({ ...link, objective: to })))
      .execute();
}

async function copyKeyResults(
  act: Act,
  from: ObjectiveInCycle,
  to: ObjectiveInCycle,
  way: readonly Graded[],
): Promise<string[]> {
  const drafts = [];
  for (const { keyResult } of way) drafts.push(await carriedDraft(act, keyResult, from));
  const refs = drafts.flatMap(({ kpi, guardrails }) => [...(kpi ? [kpi] : []), ...guardrails]);
  const made = await addKeyResults(act, to, drafts, await kpisByRef(act, refs, 'kpi'));
  for (const [index, { keyResult, grading }] of way.entries()) {
    await act.tx
      .updateTable('key_result')
      .set({ carried_from: keyResult.id })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', made[index]!)
      .execute();
    if (grading?.carryInitiatives) await carryInitiatives(act, keyResult.id, made[index]!);
  }
  return climb(act, [to.id]);
}
