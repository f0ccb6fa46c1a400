import type { MapGraph } from './map-graph.ts';
import type { Places } from './map-layout.ts';

/** What a key does on the map: it goes to another node, or folds or unfolds the one that it is on. */
export type Move = { to: string } | { fold: string } | undefined;

type Keys = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | ' ';

/**
 * Where a key leads from a node: left to what it hangs below, right to what is below it (unfolding first), up and down to its siblings and
 * beyond them to whatever is in the same column, Home to the top of the first column and End to the lowest; Space folds.
 */
export function walk(graph: MapGraph, { at: places }: Pick<Places, 'at'>, at: string, key: string): Move {
  const node = graph.nodes.find(({ id }) => id === at);
  const place = (id: string) => places[id] ?? ([0, 0] as const);
  const byHeight = (ids: readonly string[]) => [...ids].sort((a, b) => place(a)[1] - place(b)[1]);
  const nearest = (ids: readonly string[]): Move => {
    const [, y] = place(at);
    const near = ids.toSorted((a, b) => Math.abs(place(a)[1] - y) - Math.abs(place(b)[1] - y))[0];
    return near === undefined ? undefined : { to: near };
  };
  const all = byHeight(graph.nodes.map(({ id }) => id));
  if (!node) return all[0] === undefined ? undefined : { to: all[0] };
  switch (key as Keys) {
    case 'ArrowLeft': {
      const above = graph.edges.filter(({ to }) => to === at);
      const counting = above.filter(({ kind }) => kind === 'contributes to');
      return nearest((counting.length > 0 ? counting : above).map(({ from }) => from));
    }
    case 'ArrowRight':
      if (node.isFolded) return { fold: at };
      return nearest(graph.edges.filter(({ from }) => from === at).map(({ to }) => to));
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = key === 'ArrowUp' ? -1 : 1;
      const column = byHeight(graph.nodes.map(({ id }) => id).filter((id) => place(id)[0] === place(at)[0]));
      const siblings = byHeight(siblingsOf(graph, at).filter((id) => place(id)[0] === place(at)[0]));
      const next = siblings[siblings.indexOf(at) + by] ?? column[column.indexOf(at) + by];
      return next === undefined ? undefined : { to: next };
    }
    case 'Home':
      return { to: byHeight(leftmost(graph.nodes, place))[0] ?? at };
    case 'End':
      return { to: all.at(-1) ?? at };
    case ' ':
      return node.hasBelow ? { fold: at } : undefined;
    default:
      return undefined;
  }
}

function siblingsOf({ edges }: MapGraph, at: string): string[] {
  const above = new Set(edges.filter(({ to }) => to === at).map(({ from }) => from));
  const [home] = above;
  if (home === undefined) return [at];
  return [...new Set(edges.filter(({ from }) => from === home).map(({ to }) => to))];
}

function leftmost(nodes: MapGraph['nodes'], place: (id: string) => readonly [number, number]): string[] {
  const edge = Math.min(...nodes.map(({ id }) => place(id)[0]));
  return nodes.map(({ id }) => id).filter((id) => place(id)[0] === edge);
}
