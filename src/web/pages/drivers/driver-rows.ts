import type { DriverNode, DriverTree } from '#contract/drivers.ts';
import type { Edge } from './driver-graph.ts';

/** One line of the nested list: a KPI below the one that it moves (upstream) or that moves it (downstream). */
export type DriverRow = {
  node: DriverNode;
  edge: Edge;
  /** 1 stands next to the KPI that was asked for. */
  depth: number;
  /** How many stand below it, whether they are shown or not. */
  below: number;
  /** It was named before, and what stands below it is there. */
  isRepeat: boolean;
  /** Unlike any other line's: an input of two outputs has two lines. */
  id: string;
};

/** The tree upstream or downstream of a KPI as nested lines, depth first; what is folded is left out. */
export function driverRows(
  { kpi, nodes, edges }: Pick<DriverTree, 'kpi' | 'nodes' | 'edges'>,
  way: 'up' | 'down',
  folded: (row: Pick<DriverRow, 'id' | 'depth'>) => boolean,
): DriverRow[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const next = Map.groupBy(edges, ({ from, to }) => (way === 'up' ? to : from));
  const named = new Set<string>();
  const rows: DriverRow[] = [];
  const visit = (at: string, depth: number, above: string): void => {
    for (const edge of next.get(at) ?? []) {
      const node = known.get(way === 'up' ? edge.from : edge.to);
      if (!node) continue;
      const id = `${above}/${node.key} ${edge.kind}`;
      const isRepeat = named.has(node.id);
      named.add(node.id);
      const below = isRepeat ? 0 : (next.get(node.id)?.length ?? 0);
      rows.push({ node, edge, depth, below, isRepeat, id });
      if (below > 0 && !folded({ id, depth })) visit(node.id, depth + 1, id);
    }
  };
  visit(kpi, 1, way);
  return rows;
}

const kindWords: Record<Edge['kind'], Record<'up' | 'down', string>> = {
  formula: { up: 'in its formula', down: 'has it in its formula' },
  child: { up: 'part of it', down: 'the whole it is part of' },
  driver: { up: 'should move it', down: 'should be moved by it' },
};

/** How a KPI is tied to the one above it in the list. */
export function edgeWords({ kind }: Edge, way: 'up' | 'down'): string {
  return kindWords[kind][way];
}
