import type { Day } from '#domain/time/day.ts';
import type { Edge } from './graph.ts';

/**
 * Where the signal of a KPI started: of all that speak upstream of it and itself, the one whose signal began on the earliest day, the
 * farthest up when several did, with the shortest way from there down to the KPI. Undefined while the KPI itself does not speak.
 */
export function originOf(
  kpi: string,
  edges: readonly Edge[],
  speaksSince: ReadonlyMap<string, Day>,
): { kpi: string; path: string[] } | undefined {
  const own = speaksSince.get(kpi);
  if (own === undefined) return undefined;
  const inputs = Map.groupBy(edges, ({ to }) => to);
  const towards = new Map<string, string | undefined>([[kpi, undefined]]);
  let origin = { kpi, since: own };
  // The map grows while it is gone through, nearest first, so that a later one that began on the same day is farther up.
  for (const at of towards.keys()) {
    const since = speaksSince.get(at);
    if (since !== undefined && since <= origin.since) origin = { kpi: at, since };
    for (const { from } of inputs.get(at) ?? []) if (!towards.has(from)) towards.set(from, at);
  }
  const path: string[] = [];
  for (let at: string | undefined = origin.kpi; at !== undefined; at = towards.get(at)) path.push(at);
  return { kpi: origin.kpi, path };
}

/** How many edges each KPI is away from one, along the edges (`down`) or against them; only those it can be reached from, to a distance. */
export function stepsFrom(
  kpi: string,
  edges: readonly Edge[],
  way: 'up' | 'down',
  most: number,
): Map<string, number> {
  const next = Map.groupBy(edges, ({ from, to }) => (way === 'down' ? from : to));
  const steps = new Map([[kpi, 0]]);
  for (const [at, step] of steps)
    if (step < most)
      for (const { from, to } of next.get(at) ?? []) {
        const other = way === 'down' ? to : from;
        if (!steps.has(other)) steps.set(other, step + 1);
      }
  return steps;
}
