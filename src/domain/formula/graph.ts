/** That one KPI is made of another: by a formula, or as the parent of a child. */
export type Edge = { from: string; to: string };

/**
 * The way by which something would come to depend on itself when it is made of `inputs`, from one of them to itself, first and last the
 * same; undefined when it would not. `edges` are those that there are.
 */
export function cycleThrough(
  kpi: string,
  inputs: readonly string[],
  edges: readonly Edge[],
): string[] | undefined {
  if (inputs.includes(kpi)) return [kpi, kpi];
  const next = Map.groupBy(edges, ({ from }) => from);
  const cameFrom = new Map<string, string>();
  const wanted = new Set(inputs);
  const queue = [kpi];
  // The queue grows while it is gone through: breadth first, so that the path is a shortest one.
  for (const each of queue) {
    for (const { to } of next.get(each) ?? []) {
      if (to === kpi || cameFrom.has(to)) continue;
      cameFrom.set(to, each);
      if (wanted.has(to)) return [kpi, ...pathTo(to, cameFrom, kpi), kpi];
      queue.push(to);
    }
  }
  return undefined;
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string>, start: string): string[] {
  const path: string[] = [];
  for (let at = end; at !== start; at = cameFrom.get(at)!) path.push(at);
  return path.reverse();
}

/**
 * KPIs in levels such that each comes after everything of the others that it is made of. Edges from or to anything else are left out.
 * Refuses a cycle, which nobody could compute.
 */
export function levelsOf(kpis: readonly string[], edges: readonly Edge[]): string[][] {
  const waiting = new Map(kpis.map((kpi) => [kpi, 0]));
  const inside = edges.filter(({ from, to }) => waiting.has(from) && waiting.has(to));
  for (const { to } of inside) waiting.set(to, waiting.get(to)! + 1);
  const next = Map.groupBy(inside, ({ from }) => from);
  const levels: string[][] = [];
  let level = kpis.filter((kpi) => waiting.get(kpi) === 0);
  let done = 0;
  while (level.length > 0) {
    levels.push(level);
    done += level.length;
    const ready: string[] = [];
    for (const kpi of level)
      for (const { to } of next.get(kpi) ?? []) {
        const left = waiting.get(to)! - 1;
        waiting.set(to, left);
        if (left === 0) ready.push(to);
      }
    level = ready;
  }
  if (done < waiting.size) throw new RangeError('KPIs that depend on each other in a circle have no order');
  return levels;
}
