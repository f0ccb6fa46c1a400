import '@xyflow/react/dist/base.css';
import {
  type Node,
  ReactFlow,
  ReactFlowProvider,
  type ReactFlowState,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type MouseEvent, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { farFrom } from './first-view.ts';
import { KpiCard } from './KpiCard.tsx';
import classes from './Map.module.css';
import { MapScene } from './MapScene.tsx';
import { type Card, cardsWithin, nameOf, sizes } from './map-cards.ts';
import type { OkrMap } from './map-graph.ts';
import type { Places } from './map-layout.ts';
import type { MapPlace } from './map-place.ts';
import { ObjectiveCard } from './ObjectiveCard.tsx';
import type { Placed } from './useLayout.ts';
import { type Sight, useSight } from './useSight.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

type Props = {
  map: OkrMap;
  placed: Placed;
  cards: readonly Card[];
  active: string | undefined;
  sight: Sight;
  place: MapPlace;
  onChoose: (id: string) => void;
  onOpen: (id: string) => void;
  onFold: (id: string) => void;
};

const nodeTypes = { objective: ObjectiveCard, kpi: KpiCard };
const none: Card[] = [];

/** The map as a drawing to pan and zoom; only cards that are in sight and can be read are in the page. Those who do not see it have the tree beside it. */
export function MapCanvas(props: Props): ReactNode {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ map, placed, cards, active, sight, place, onChoose, onOpen, onFold }: Props): ReactNode {
  const { graph, places } = placed;
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const isFar = useStore(({ transform }) => transform[2] < farFrom);
  const nodes = useMemo(() => nodesOf(cards, places, map, onFold), [cards, places, map, onFold]);
  // The library's own choice of what is in sight would draw all of it once, before it hears that cards are shapes now.
  const inSight = useStore(
    useCallback(
      ({ transform, width, height }: ReactFlowState) =>
        transform[2] < farFrom ? none : cardsWithin(cards, places, transform, width, height),
      [cards, places],
    ),
    areSame,
  );
  const shown = useMemo(
    () =>
      inSight
        .flatMap(({ id }) => nodes.get(id) ?? [])
        .map((node) => (node.id === active ? ringed(node) : node)),
    [inSight, nodes, active],
  );
  useSight(sight, place, places, cards, active);
  const under = ({ clientX, clientY }: MouseEvent): Card | undefined => {
    if (!isFar) return undefined;
    const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY });
    return cardsWithin(cards, places, [-x, -y, 1], 1, 1)[0];
  };
  return (
    <div ref={frame} className={classes.canvas} aria-hidden="true">
      <ReactFlow
        nodes={shown}
        nodeTypes={nodeTypes}
        onNodeClick={(_, { id }) => onChoose(id)}
        onNodeDoubleClick={(_, { id }) => onOpen(id)}
        onPaneClick={(event) => {
          const card = under(event);
          if (card) (event.detail > 1 ? onOpen : onChoose)(card.id);
        }}
        onPaneMouseMove={(event) => {
          const card = under(event);
          if (!frame.current) return;
          frame.current.title = card ? nameOf(card) : '';
          frame.current.toggleAttribute('data-over', card !== undefined);
        }}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        panOnScroll
        minZoom={0.01}
        maxZoom={1.5}
        proOptions={{ hideAttribution: true }}
      >
        <MapScene {...{ cards, graph, places, active, isFar }} />
      </ReactFlow>
      <ZoomButtons sight={sight} />
    </div>
  );
}

const ringed = (node: Node): Node => ({ ...node, className: classes.active ?? '' });

function areSame(one: readonly Card[], other: readonly Card[]): boolean {
  return one.length === other.length && one.every((card, at) => card === other[at]);
}

function nodesOf(
  cards: readonly Card[],
  { at }: Places,
  map: OkrMap,
  onFold: Props['onFold'],
): ReadonlyMap<string, Node> {
  const expected = new Map(
    map.cycles.map((cycle) => [cycle.id, cycle.state === 'active' ? cycle.expected : null]),
  );
  const nodes = cards.map((card): [string, Node] => {
    const [x, y] = at[card.id] ?? [0, 0];
    const { width, height } = sizes[card.kind];
    const data =
      card.kind === 'kpi' ? { card } : { card, onFold, expected: expected.get(card.objective.cycle) ?? null };
    // Told and not measured; the links are drawn apart, so it has no handles.
    const size = { width, height, measured: { width, height }, handles: [] };
    return [card.id, { id: card.id, type: card.kind, position: { x, y }, ...size, data }];
  });
  return new Map(nodes);
}
