import type { Act } from '#app/act.ts';
import { type Answerable, maySee, refuseCycleState, refuseDropped } from '#app/objective/objective-access.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { type InitiativeInGoal, listInitiatives } from '#db/initiatives.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import { mayChangeInitiative } from './initiative-shown.ts';

/** An initiative and the objective that it belongs to. */
export type InitiativeOf = { initiative: InitiativeInGoal; objective: ObjectiveInCycle };

/** The initiative with this id; refuses with not_found what is not there or not for this person. */
export async function loadInitiative(act: Act, id: string): Promise<InitiativeOf> {
  const [initiative] = await listInitiatives(act.tx, act.organisation.id, { ids: [id] });
  const [objective] = initiative
    ? await objectivesById(act.tx, act.organisation.id, [initiative.objective])
    : [];
  if (!initiative || !objective || !maySee(act, objective))
    throw new Refused('not_found', `There is no initiative ${id}.`, 'initiative');
  return { initiative, objective };
}

/** The same for one who may change it, while its goal can be changed at all; no cycle is closed meanwhile. */
export async function loadWritableInitiative(act: Act, id: string): Promise<InitiativeOf> {
  await lockAlignment(act.tx, act.organisation.id, 'shared');
  const loaded = await loadInitiative(act, id);
  const { initiative, objective } = loaded;
  if (!mayChangeInitiative(act, initiative, objective))
    throw new Refused(
      'forbidden',
      `"${initiative.title}" is not yours: its owner, and who answers for its key result, may change it.`,
    );
  refuseEnded(objective);
  if (initiative.key_result_dropped)
    throw new Refused(
      'conflict',
      `"${initiative.key_result_title}" was dropped, and its initiatives with it.`,
    );
  return loaded;
}

/** Refuses to write initiatives where goals can only be read. In grading they may still be ticked off: nothing counts them. */
function refuseEnded(objective: ObjectiveInCycle): void {
  if (objective.cycle_state === 'closed') refuseCycleState('closed', 'change');
  if (objective.state === 'dropped')
    throw new Refused(
      'conflict',
      `"${objective.title}" was dropped: ${objective.drop_reason ?? 'without a reason'}`,
    );
}

/** Refuses a key result whose initiatives can only be read. */
export function refuseFinished({ keyResult, objective }: Answerable): void {
  refuseEnded(objective);
  refuseDropped(keyResult);
}

/** Refuses an owner who is not in the organisation, or who could not see the private objective that the work is for. */
export async function refuseOwner(
  act: Act,
  owner: string | null | undefined,
  objective: ObjectiveInCycle,
): Promise<void> {
  if (owner == null) return;
  const person = await act.tx
    .selectFrom('person')
    .select(['id', 'name', 'role'])
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', owner)
    .executeTakeFirst();
  if (!person) throw new Refused('not_found', `There is no person ${owner}.`, 'owner');
  if (!objective.private) return;
  const teams = await act.tx
    .selectFrom('team_member')
    .select('team')
    .where('organisation', '=', act.organisation.id)
    .where('person', '=', owner)
    .execute();
  const who = { ...person, teams: teams.map(({ team }) => team), leads: [] };
  if (!maySee({ ...act, who }, objective))
    throw new Refused(
      'invalid',
      `${person.name} does not see "${objective.title}", which is private: name them to it first, or choose somebody else.`,
      'owner',
    );
}
