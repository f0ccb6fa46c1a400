import type { CycleState } from '#domain/time/cycle.ts';
import type { Moved } from './goalpost.ts';

/** What people do in a cycle: write or change goals, drop one, check in, grade with fate and lesson. */
export type CycleAction = 'write' | 'change' | 'drop' | 'check in' | 'grade';

const closed = 'This cycle is closed: a closed cycle can only be read.';
const judged =
  'This cycle is being graded: its goals stand as they are, only scores and late check-ins are taken.';

const refusals: Record<CycleState, Partial<Record<CycleAction, string>>> = {
  planning: {
    'check in': 'This cycle is still being planned: activate it, then check in.',
    grade: 'This cycle is still being planned: there is nothing to grade before it has run.',
  },
  active: { grade: 'This cycle is still running: move it to grading, then give scores.' },
  grading: { write: judged, change: judged, drop: judged },
  closed: { write: closed, change: closed, drop: closed, 'check in': closed, grade: closed },
};

/** Why an action is refused in a cycle's state, as a sentence for the person, or undefined when it is allowed. */
export function actionFault(state: CycleState, action: CycleAction): string | undefined {
  return refusals[state][action];
}

/** Why a change of a key result is refused: by the state, or because what was frozen at the start moves without a reason. */
export function changeFault(
  state: CycleState,
  moved: readonly Moved[],
  reason: string | undefined,
): string | undefined {
  const fault = actionFault(state, 'change');
  if (fault) return fault;
  if (state !== 'active' || moved.length === 0 || reason?.trim()) return undefined;
  const fields = moved.map((each) => each.field).join(', ');
  return `The cycle is active and ${fields} ${moved.length === 1 ? 'was' : 'were'} frozen at its start: give a reason for the change, which will show at grading.`;
}

/** Why a cycle cannot be closed yet, as a sentence for the person, or undefined when every key result has a score and a fate. */
export function closeFault(
  keyResults: readonly { title: string; score: number | undefined; fate: string | undefined }[],
): string | undefined {
  const open = keyResults.filter((each) => each.score === undefined || each.fate === undefined);
  if (open.length === 0) return undefined;
  const named = open
    .slice(0, 3)
    .map((each) => `"${each.title}"`)
    .join(', ');
  const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
  return `The cycle cannot be closed: ${named}${more} ${open.length === 1 ? 'needs' : 'need'} a score and a fate first.`;
}

/** Why a deadline is refused, as a sentence for the person, or undefined when it lies after the first and up to the last day of the cycle. */
export function deadlineFault(deadline: string, span: { starts: string; ends: string }): string | undefined {
  if (deadline > span.starts && deadline <= span.ends) return undefined;
  return `The deadline ${deadline} is outside the cycle: give a day after ${span.starts} and up to ${span.ends}.`;
}
