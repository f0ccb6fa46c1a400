import {
  contributionsAbove,
  type Locked,
  lockObjectives,
  type ProgressInput,
  progressInputs,
  storeProgress,
} from '#db/alignment.ts';
import { type Contribution, lockOrder } from '#domain/okr/alignment.ts';
import { objectiveProgress } from '#domain/okr/objective-progress.ts';
import type { Turn } from './act.ts';

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
  const changed: string[] = [];
  for (const layer of layersOf(lockOrder(starts, links), links)) {
    // One whose inputs did not change stays, and so does everything above it: whoever wrote it last has climbed on from it.
    const now = layer.filter((id) => dirty.has(id));
    if (now.length === 0) continue;
    for (const id of await recompute(turn, now)) {
      changed.push(id);
      for (const { parent } of parents.get(id) ?? []) dirty.add(parent);
    }
  }
  return changed;
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

async function recompute({ tx, organisation }: Turn, ids: readonly string[]): Promise<string[]> {
  const locked = await lockObjectives(tx, organisation.id, ids);
  if (locked.length === 0) return [];
  const inputs = await progressInputs(
    tx,
    organisation.id,
    locked.map(({ id }) => id),
  );
  const grouped = Map.groupBy(inputs, (input) => input.objective);
  const found: Locked[] = locked.map(({ id }) => ({ id, progress: progressOf(grouped.get(id) ?? []) }));
  const differing = found.filter(({ progress }, index) => progress !== locked[index]!.progress);
  if (differing.length > 0) await storeProgress(tx, organisation.id, differing);
  return differing.map(({ id }) => id);
}

/** The progress of an objective from what counts in it, null when nothing is known. */
export function progressOf(inputs: readonly Omit<ProgressInput, 'objective' | 'id'>[]): number | null {
  const counted = (kind: ProgressInput['kind']) =>
    inputs
      .filter((input) => input.kind === kind)
      .map(({ progress, weight }) => ({ progress: progress ?? undefined, weight }));
  return objectiveProgress(counted('key result'), counted('objective')) ?? null;
}
