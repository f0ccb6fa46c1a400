import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { firstView, legible, wholeView } from './first-view.ts';
import { type Card, sizes } from './map-cards.ts';
import type { Places } from './map-layout.ts';
import type { MapPlace } from './map-place.ts';

/** What others may ask of the drawing. */
export type Sight = RefObject<{
  /** Brings a node into sight; to be read, unless its zoom is to stay. */
  show: (id: string, zoom?: 'as it is') => void;
  /** Holds a node where it is when the layout changes next. */
  hold: (id: string) => void;
  whole: () => void;
  nearer: () => void;
  farther: () => void;
} | null>;

const air = 24;

/**
 * Moves the drawing: at first to where it was left, else all of it where that can be read, else its beginning; after a fold such that what
 * was folded stays where it was on the screen; and to a node that is asked for.
 */
export function useSight(
  sight: Sight,
  place: MapPlace,
  places: Places,
  cards: readonly Card[],
  active: string | undefined,
): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const seen = useStore(({ width }) => width);
  const before = useRef<Places | undefined>(undefined);
  const held = useRef<string | undefined>(undefined);
  const kinds = useRef(new Map<string, Card['kind']>());
  kinds.current = new Map(cards.map(({ id, kind }) => [id, kind]));
  useEffect(() => {
    const old = before.current;
    if (seen === 0 || old === places) return;
    before.current = places;
    const view = flow.getViewport();
    const anchor = [held.current, active].find((id) => id && old?.at[id] && places.at[id]);
    held.current = undefined;
    if (!old || !anchor) {
      const known = old ? undefined : place.view;
      void flow.setViewport(known ?? firstView(places, seen, store.getState().height));
      return;
    }
    const [[x, y], [oldX, oldY]] = [places.at[anchor]!, old.at[anchor]!];
    const { zoom } = view;
    void flow.setViewport({ zoom, x: view.x + (oldX - x) * zoom, y: view.y + (oldY - y) * zoom });
  }, [place, places, active, seen, flow, store]);
  useEffect(
    () => () => {
      const [x, y, zoom] = store.getState().transform;
      place.view = { x, y, zoom };
    },
    [place, store],
  );
  useEffect(() => {
    sight.current = {
      hold: (id) => {
        held.current = id;
      },
      show: (id, zooming) => {
        const at = before.current?.at[id];
        if (!at) return;
        const { width, height } = store.getState();
        const { x, y, zoom } = flow.getViewport();
        const box = sizes[kinds.current.get(id) ?? 'objective'];
        const [left, top] = [at[0] * zoom + x, at[1] * zoom + y];
        const isIn =
          left >= air &&
          top >= air &&
          left + box.width * zoom <= width - air &&
          top + box.height * zoom <= height - air;
        const near = zooming ? zoom : Math.max(zoom, legible);
        if (isIn && zoom >= near) return;
        void flow.setCenter(at[0] + box.width / 2, at[1] + box.height / 2, { zoom: near });
      },
      whole: () => {
        const { width, height } = store.getState();
        if (before.current) void flow.setViewport(wholeView(before.current, width, height));
      },
      nearer: () => void flow.zoomIn(),
      farther: () => void flow.zoomOut(),
    };
  }, [sight, flow, store]);
  // The panel beside it takes some of its room.
  useEffect(() => {
    if (seen > 0 && active) sight.current?.show(active, 'as it is');
  }, [seen, active, sight]);
}
