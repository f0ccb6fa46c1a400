import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { boxesOf } from './map-cards.ts';
import type { MapGraph } from './map-graph.ts';
import type { Places } from './map-layout.ts';

/** A graph, and where its nodes are. */
export type Placed = { graph: MapGraph; places: Places };

type Answer = { turn: number; places: Places };

/**
 * A graph with its places, computed beside the page; undefined at first, and the graph of before until the new one is placed: what is drawn
 * changes once, and always fits together.
 */
export function useLayout(graph: MapGraph): Placed | undefined {
  const [placed, setPlaced] = useState<Placed>();
  const worker = useRef<Worker | undefined>(undefined);
  const asked = useRef({ turn: 0, graph });
  const boxes = useMemo(() => boxesOf(graph), [graph]);
  useEffect(() => {
    const made = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data: { turn, places } }: MessageEvent<Answer>) => {
      // An answer to what is no longer asked has been overtaken.
      if (turn !== asked.current.turn) return;
      startTransition(() => setPlaced({ graph: asked.current.graph, places }));
    });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const turn = asked.current.turn + 1;
    asked.current = { turn, graph };
    worker.current?.postMessage({ turn, boxes });
  }, [graph, boxes]);
  return placed;
}
