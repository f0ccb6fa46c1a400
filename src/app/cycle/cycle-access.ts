import type { Act } from '#app/act.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import type { Cycle } from '#contract/cycles.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { type CycleCount, countCycles, findCycle } from '#db/cycles.ts';
import type { Row } from '#db/schema.ts';
import { elapsed } from '#domain/time/cycle.ts';

/** The cycle with this id, alone: the alignment is locked, so that no check-in or change of a goal runs beside. */
export async function loadCycleToMove(act: Act, id: string): Promise<Row<'cycle'>> {
  await lockAlignment(act.tx, act.organisation.id, 'exclusive');
  return loadCycle(act, id, true);
}

/** The cycle with this id; refuses with not_found. */
export async function loadCycle(act: Act, id: string, lock = false): Promise<Row<'cycle'>> {
  const row = await findCycle(act.tx, act.organisation.id, id, lock);
  if (!row) throw new Refused('not_found', `There is no cycle ${id}.`, 'cycle');
  return row;
}

/** A cycle with what the person may see of it, in the contract's shape. */
export async function shownCycleById(act: Act, id: string, hidden?: readonly string[]): Promise<Cycle> {
  const row = await loadCycle(act, id);
  const unseen = hidden ?? (await hiddenObjectives(act));
  const counts = await countCycles(act.tx, act.organisation.id, unseen, id);
  return shownCycle(act, row, counts.get(id));
}

/** A cycle in the contract's shape. */
export function shownCycle(act: Act, row: Row<'cycle'>, count: CycleCount | undefined): Cycle {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    starts: row.starts,
    ends: row.ends,
    state: row.state,
    activatedAt: row.activated_at,
    closedAt: row.closed_at,
    createdAt: row.created_at,
    elapsed: elapsed(row, act.today),
    objectives: count?.objectives ?? 0,
    keyResults: count?.keyResults ?? 0,
    graded: count?.graded ?? 0,
  };
}
