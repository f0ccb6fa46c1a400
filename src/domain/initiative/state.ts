/** How far an initiative is: planned, begun, done, or given up with a reason. */
export const initiativeStates = ['planned', 'in progress', 'done', 'dropped'] as const;
export type InitiativeState = (typeof initiativeStates)[number];

/** Whether there is still something to do. */
export function isOpen(state: InitiativeState): boolean {
  return state === 'planned' || state === 'in progress';
}

/** An initiative beside its issue: what the tracker said last (null: nothing yet), and whether a person has said the state since. */
export type Followed = { state: InitiativeState; heard: InitiativeState | null; typed: boolean };

/**
 * The state of an initiative once its tracker has answered. The tracker moves it when the issue has changed there since it was last
 * heard, and at the first answer, unless a person spoke after it was linked; what a person dropped stays dropped.
 */
export function stateAfter({ state, heard, typed }: Followed, says: InitiativeState): InitiativeState {
  if (heard === says || (typed && (heard === null || state === 'dropped'))) return state;
  return says;
}
