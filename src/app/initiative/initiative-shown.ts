import type { Act } from '#app/act.ts';
import { mayAnswerFor } from '#app/objective/objective-access.ts';
import type { Initiative, LinkedIssue } from '#contract/initiatives.ts';
import type { InitiativeInGoal } from '#db/initiatives.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import { isSynchronised } from '#domain/initiative/tracker.ts';

/** Whether the person may change an initiative: its owner, or whoever answers for its key result. */
export function mayChangeInitiative(act: Act, row: InitiativeInGoal, objective: ObjectiveInCycle): boolean {
  return mayAnswerFor(act, objective, row.key_result_owner) || mayAnswerFor(act, objective, row.owner);
}

/** An initiative in the contract's shape. */
export function shownInitiative(act: Act, row: InitiativeInGoal, objective: ObjectiveInCycle): Initiative {
  const may = mayChangeInitiative(act, row, objective);
  return {
    id: row.id,
    position: row.position,
    title: row.title,
    owner: row.owner,
    due: row.due,
    state: row.state,
    stateFrom: row.state_from,
    dropReason: row.drop_reason,
    note: row.note,
    link: shownLink(row, may),
    keyResult: { id: row.key_result, title: row.key_result_title },
    objective: { id: objective.id, title: objective.title },
    cycle: { id: objective.cycle, name: objective.cycle_name, state: objective.cycle_state },
    createdAt: row.created_at,
    mayChange: may && isLive(row, objective),
  };
}

function isLive({ key_result_dropped }: InitiativeInGoal, { state, cycle_state }: ObjectiveInCycle): boolean {
  return !key_result_dropped && state !== 'dropped' && cycle_state !== 'closed';
}

function shownLink(row: InitiativeInGoal, may: boolean): LinkedIssue | null {
  if (row.link === null) return null;
  return {
    address: row.link,
    tracker: row.link_kind,
    key: row.link_key,
    synchronised: synchronisedBy(row),
    says: row.heard_state,
    status: row.heard_status,
    heardAt: row.heard_at,
    failingSince: row.failing_since ?? row.tracker_failing_since,
    // It names hosts and accounts, which are not everybody's business.
    fault: may ? (row.fault ?? row.tracker_fault) : null,
  };
}

/** Whether the state of an initiative follows its issue, or why not. */
export function synchronisedBy({
  link_kind,
  tracker,
}: Pick<InitiativeInGoal, 'link_kind' | 'tracker'>): LinkedIssue['synchronised'] {
  if (tracker !== null) return 'yes';
  if (link_kind === null) return 'unknown tracker';
  return isSynchronised(link_kind) ? 'no account' : 'link only';
}
