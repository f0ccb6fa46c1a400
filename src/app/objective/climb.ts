import type { Turn } from '#app/act.ts';
import {
  contributionsAbove,
  type Locked,
  type ProgressInput,
  progressInputs,
  storeAndLock,
} from '#db/alignment.ts';
import { type Contribution, lockOrder } from '#domain/okr/alignment.ts';
import { objectiveProgress } from '#domain/okr/objective-progress.ts';

/**
 * Computes the progress of objectives anew and of everything that they contribute to, deepest first, and gives the ids of those that
 * changed. The caller holds the alignment lock. Each layer is locked in a statement of its own and read in the next one: at READ
 * COMMITTED a statement that locks and reads at once computes from what stood before it waited, and leaves a parent silently wrong.
 */
export async function climb(turn: Turn, objectives: Iterable<string>): Promise<string[]> {
  const starts = [...new Set(objectives)];
  if (starts.length === 0) return [];
  const links = await contributionsAbove(turn.tx, turn.organisation.id, starts);
  const parents = Map.groupBy(links, (link) => link.child);
  const dirty = new Set(starts);
  const changed: Locked[] = [];
  let unstored: Locked[] = [];
  for (const layer of layersOf(lockOrder(starts, links), links)) {
    // One whose inputs did not change stays, and so does everything above it: whoever wrote it last has climbed on from it.
    const now = layer.filter((id) => dirty.has(id));
    if (now.length === 0) continue;
    const locked = await storeAndLock(turn.tx, turn.organisation.id, unstored, now);
    unstored = await recomputed(turn, locked);
    changed.push(...unstored);
    for (const { id } of unstored) for (const { parent } of parents.get(id) ?? []) dirty.add(parent);
  }
  if (unstored.length > 0) await storeAndLock(turn.tx, turn.organisation.id, unstored, []);
  return changed.map(({ id }) => id);
}

// Neighbours in the lock order that do not depend on each other: one round trip for all of them.
function layersOf(order: readonly string[], links: readonly Contribution[]): string[][] {
  const parents = Map.groupBy(links, (link) => link.child);
  const layers: string[][] = [];
  let above = new Set<string>();
  for (const id of order) {
    if (layers.length === 0 || above.has(id)) {
      layers.push([]);
      above = new Set();
    }
    layers.at(-1)!.push(id);
    for (const { parent } of parents.get(id) ?? []) above.add(parent);
  }
  return layers;
}

async function recomputed({ tx, organisation }: Turn, locked: readonly Locked[]): Promise<Locked[]> {
  if (locked.length === 0) return [];
  const ids = locked.map(({ id }) => id);
  const inputs = await progressInputs(tx, organisation.id, ids);
  const grouped = Map.groupBy(inputs, (input) => input.objective);
  return locked.flatMap(({ id, progress: before }) => {
    const progress = progressOf(grouped.get(id) ?? []);
    return progress === before ? [] : [{ id, progress }];
  });
}

function progressOf(inputs: readonly Omit<ProgressInput, 'objective' | 'id'>[]): number | null {
  const counted = (kind: ProgressInput['kind']) =>
    inputs
      .filter((input) => input.kind === kind)
      .map(({ progress, weight }) => ({ progress: progress ?? undefined, weight }));
  return objectiveProgress(counted('key result'), counted('objective')) ?? null;
}
