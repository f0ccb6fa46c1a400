import type { Act } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { findKeyResult, type KeyResultWithLinks } from '#db/key-results.ts';
import {
  type ObjectiveInCycle,
  objectivesById,
  privateObjectives,
  type TreeObjectiveRow,
} from '#db/objectives.ts';
import { may, reaches, type Thing } from '#domain/access.ts';
import { actionFault, type CycleAction } from '#domain/okr/cycle-rules.ts';
import type { CycleState } from '#domain/time/cycle.ts';

function thingOf(row: TreeObjectiveRow): Thing {
  const { owner, team, person } = row;
  if (!row.private) return { owner, team, person };
  const people = [...row.viewer_people, ...row.key_result_owners];
  return { owner, team, person, privateTo: { people, teams: row.viewer_teams } };
}

/** Whether the person may see an objective and all that hangs on it. */
export function maySee(act: Act, row: TreeObjectiveRow): boolean {
  return may(act.who, 'read', thingOf(row));
}

/** Whether the person may change an objective. */
export function mayChange(act: Act, row: ObjectiveInCycle): boolean {
  return may(act.who, 'write', thingOf(row));
}

/** Whether the person may change, check in on and grade a key result: its owner, or whoever may change its objective. */
export function mayAnswerFor(act: Act, objective: ObjectiveInCycle, owner: string | null): boolean {
  if (mayChange(act, objective)) return true;
  return owner === act.who.id && reaches(act.who.role, 'member') && maySee(act, objective);
}

/** The objective with this id; refuses with not_found what is not there or not for this person. */
export async function loadObjective(
  act: Act,
  id: string,
  lock = false,
  field = 'objective',
): Promise<ObjectiveInCycle> {
  const [row] = await objectivesById(act.tx, act.organisation.id, [id], lock);
  if (!row || !maySee(act, row)) throw new Refused('not_found', `There is no objective ${id}.`, field);
  return row;
}

/** The same, locked, for one who may change it in the present state of its cycle; takes the alignment lock first. */
export async function loadWritableObjective(
  act: Act,
  id: string,
  action: CycleAction,
  how: 'shared' | 'exclusive' = 'shared',
): Promise<ObjectiveInCycle> {
  await lockAlignment(act.tx, act.organisation.id, how);
  const row = await loadObjective(act, id, true);
  if (!mayChange(act, row))
    throw new Refused(
      'forbidden',
      `You may not change "${row.title}": its owner, a lead of its team or an admin may.`,
    );
  refuseState(row, action);
  return row;
}

/** Refuses an action that the state of the cycle or of the objective does not allow. */
export function refuseState(row: ObjectiveInCycle, action: CycleAction): void {
  refuseCycleState(row.cycle_state, action);
  if (row.state === 'dropped')
    throw new Refused('conflict', `"${row.title}" was dropped: ${row.drop_reason ?? 'without a reason'}`);
}

/** Refuses an action in a cycle's state: `closed` when it can only be read, else `conflict`. */
export function refuseCycleState(state: CycleState, action: CycleAction): void {
  const fault = actionFault(state, action);
  if (fault) throw new Refused(state === 'closed' ? 'closed' : 'conflict', fault);
}

export type Answerable = { keyResult: KeyResultWithLinks; objective: ObjectiveInCycle };

/** The key result with this id and its objective; refuses with not_found what is not there or not for this person. */
export async function loadKeyResult(act: Act, id: string, lock = false): Promise<Answerable> {
  const keyResult = await findKeyResult(act.tx, act.organisation.id, id, lock);
  const [objective] = keyResult
    ? await objectivesById(act.tx, act.organisation.id, [keyResult.objective])
    : [];
  if (!keyResult || !objective || !maySee(act, objective))
    throw new Refused('not_found', `There is no key result ${id}.`, 'keyResult');
  return { keyResult, objective };
}

/** The same, locked, for one who answers for it; takes the alignment lock first. */
export async function loadAnswerable(act: Act, id: string, action: CycleAction): Promise<Answerable> {
  await lockAlignment(act.tx, act.organisation.id, 'shared');
  const loaded = await loadKeyResult(act, id, true);
  refuseStranger(act, loaded);
  refuseState(loaded.objective, action);
  refuseDropped(loaded.keyResult);
  return loaded;
}

/** Refuses with forbidden whoever does not answer for a key result. */
export function refuseStranger(act: Act, { keyResult, objective }: Answerable): void {
  if (mayAnswerFor(act, objective, keyResult.owner)) return;
  throw new Refused(
    'forbidden',
    `"${keyResult.title}" is not yours: its owner, the objective's owner, a lead of its team or an admin may.`,
  );
}

/** Refuses a key result that was dropped. */
export function refuseDropped({ title, dropped_at, drop_reason }: KeyResultWithLinks): void {
  if (dropped_at)
    throw new Refused('conflict', `"${title}" was dropped: ${drop_reason ?? 'without a reason'}`);
}

/** The ids of the objectives that are private to others than this person. */
export async function hiddenObjectives(act: Act): Promise<string[]> {
  const rows = await privateObjectives(act.tx, act.organisation.id);
  return rows.filter((row) => !maySee(act, row)).map(({ id }) => id);
}
