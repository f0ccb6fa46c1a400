import { type Counted, objectiveProgress } from './objective-progress.ts';

/** One objective hangs below another; only what contributes counts in the parent's progress. */
export type Link = { child: string; parent: string };
/** A link that counts in the parent's progress, with its weight there. */
export type Contribution = Link & { weight: number };

/**
 * The loop that hanging a child below a parent would close, from the child up and back to it, or undefined when there is none.
 * Give every link of the objectives above the parent, those that only support included.
 */
export function loopThrough(child: string, parent: string, links: readonly Link[]): string[] | undefined {
  if (child === parent) return [child, child];
  const parents = grouped(links, (link) => link.child);
  const cameFrom = new Map<string, string>([[parent, child]]);
  const open = [parent];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { parent: above } of parents.get(at) ?? []) {
      if (above === child) return [...pathTo(at, cameFrom, child), child];
      if (cameFrom.has(above)) continue;
      cameFrom.set(above, at);
      open.push(above);
    }
  }
  return undefined;
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string>, start: string): string[] {
  const path = [end];
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) {
    path.unshift(at);
    if (at === start) break;
  }
  return path;
}

/** Why a parent is refused, as a sentence for the person with the titles along the loop, or undefined when it is fine. */
export function loopFault(
  loop: readonly string[] | undefined,
  titleOf: (id: string) => string,
): string | undefined {
  if (!loop) return undefined;
  if (loop.length === 2) return 'An objective cannot be its own parent: choose another.';
  const path = loop.map((id) => `"${titleOf(id)}"`).join(' → ');
  return `That would close a loop: ${path}. Choose a parent that does not hang below this objective.`;
}

/**
 * The given objectives and everything above them, in the order to lock and recompute them: deepest first, then by id. The depth
 * is the longest way to a root, which depends on nothing but what lies above, so all writers meet shared ancestors in one order
 * and cannot deadlock; a child always comes before its parent. Throws RangeError when the links hold a loop.
 */
export function lockOrder(starts: readonly string[], links: readonly Link[]): string[] {
  const parents = grouped(links, (link) => link.child);
  const depths = new Map<string, number>();
  const open = [...starts];
  const visiting = new Set<string>();
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const above = (parents.get(at) ?? []).map((link) => link.parent);
    const unknown = depths.has(at) ? [] : above.filter((id) => !depths.has(id));
    if (unknown.length === 0) {
      open.pop();
      visiting.delete(at);
      if (!depths.has(at)) depths.set(at, 1 + Math.max(-1, ...above.map((id) => depths.get(id) ?? 0)));
      continue;
    }
    visiting.add(at);
    if (unknown.some((id) => visiting.has(id))) throw new RangeError(`the links above ${at} hold a loop`);
    open.push(...unknown);
  }
  return [...depths.keys()].sort(
    (one, other) => depths.get(other)! - depths.get(one)! || (one < other ? -1 : 1),
  );
}

/** The progress of every objective of a forest, computed from nothing but key results and contributions. */
export function forestProgress(
  objectives: readonly string[],
  keyResults: readonly (Counted & { objective: string })[],
  contributions: readonly Contribution[],
): Map<string, number | undefined> {
  const own = grouped(keyResults, (keyResult) => keyResult.objective);
  const below = grouped(contributions, (link) => link.parent);
  const found = new Map<string, number | undefined>();
  for (const id of lockOrder(objectives, contributions)) {
    const contributors = (below.get(id) ?? []).map(({ child, weight }) => ({
      progress: found.get(child),
      weight,
    }));
    found.set(id, objectiveProgress(own.get(id) ?? [], contributors));
  }
  return found;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
