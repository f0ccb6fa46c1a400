import '@xyflow/react/dist/base.css';
import { type Edge, type Node, Position, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { KpiCard } from './KpiCard.tsx';
import classes from './Map.module.css';
import { LineEnds, MapLine } from './MapLine.tsx';
import { type Card, sizes } from './map-cards.ts';
import type { MapGraph, OkrMap } from './map-graph.ts';
import type { Places } from './map-layout.ts';
import { ObjectiveCard } from './ObjectiveCard.tsx';
import { type Sight, useSight } from './useSight.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

type Props = {
  map: OkrMap;
  graph: MapGraph;
  cards: readonly Card[];
  places: Places;
  active: string | undefined;
  sight: Sight;
  onChoose: (id: string) => void;
  onOpen: (id: string) => void;
  onFold: (id: string) => void;
};

const nodeTypes = { objective: ObjectiveCard, kpi: KpiCard };
const edgeTypes = { line: MapLine };

/** The map as a drawing to pan and zoom; only what is in sight is in the page. Those who do not see it have the tree beside it. */
export function MapCanvas(props: Props): ReactNode {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ map, graph, cards, places, active, sight, onChoose, onOpen, onFold }: Props): ReactNode {
  const nodes = useMemo(() => nodesOf(cards, places, map, onFold), [cards, places, map, onFold]);
  const edges = useMemo(() => edgesOf(graph, places), [graph, places]);
  const shown = useMemo(
    () => nodes.map((node) => (node.id === active ? { ...node, className: classes.active } : node)),
    [nodes, active],
  );
  useSight(sight, places, cards, active);
  return (
    <div className={classes.canvas} aria-hidden="true">
      <LineEnds />
      <ReactFlow
        nodes={shown}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={(_, { id }) => onChoose(id)}
        onNodeDoubleClick={(_, { id }) => onOpen(id)}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        panOnScroll
        minZoom={0.02}
        maxZoom={1.5}
        proOptions={{ hideAttribution: true }}
      />
      <ZoomButtons />
    </div>
  );
}

function nodesOf(cards: readonly Card[], { at }: Places, map: OkrMap, onFold: Props['onFold']): Node[] {
  const expected = new Map(
    map.cycles.map((cycle) => [cycle.id, cycle.state === 'active' ? cycle.expected : null]),
  );
  return cards.flatMap((card): Node[] => {
    const place = at[card.id];
    // The layout is still that of before.
    if (!place) return [];
    const { width, height } = sizes[card.kind];
    const handle = (type: 'source' | 'target', x: number) => ({
      type,
      x,
      y: height / 2,
      width: 1,
      height: 1,
    });
    return [
      {
        id: card.id,
        type: card.kind,
        position: { x: place[0], y: place[1] },
        ...{ width, height, measured: { width, height } },
        // Told and not measured: a card that is out of sight is never in the page.
        handles: [
          { ...handle('target', 0), position: Position.Left },
          { ...handle('source', width), position: Position.Right },
        ],
        data:
          card.kind === 'kpi'
            ? { card }
            : { card, onFold, expected: expected.get(card.objective.cycle) ?? null },
      },
    ];
  });
}

function edgesOf({ edges }: MapGraph, { at }: Places): Edge[] {
  return edges
    .filter(({ from, to }) => at[from] && at[to])
    .map(({ from, to, kind }) => ({
      id: `${from} ${to} ${kind}`,
      source: from,
      target: to,
      type: 'line',
      data: { kind },
    }));
}
