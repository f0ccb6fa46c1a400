import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { firstView, legible } from './first-view.ts';
import { type Card, sizes } from './map-cards.ts';
import type { Places } from './map-layout.ts';

/** What others may ask of the drawing: to bring a node into sight, and to hold one where it is when the layout changes next. */
export type Sight = RefObject<{ show: (id: string) => void; hold: (id: string) => void } | null>;

const air = 24;

/**
 * Moves the drawing: at first all of it where that can be read, else its beginning; after a fold such that what was folded stays where
 * it was on the screen; and to a node that is asked for.
 */
export function useSight(
  sight: Sight,
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
      void flow.setViewport(firstView(places, seen, store.getState().height));
      return;
    }
    const [[x, y], [oldX, oldY]] = [places.at[anchor]!, old.at[anchor]!];
    const { zoom } = view;
    void flow.setViewport({ zoom, x: view.x + (oldX - x) * zoom, y: view.y + (oldY - y) * zoom });
  }, [places, active, seen, flow, store]);
  useEffect(() => {
    sight.current = {
      hold: (id) => {
        held.current = id;
      },
      show: (id) => {
        const place = before.current?.at[id];
        if (!place) return;
        const { width, height } = store.getState();
        const { x, y, zoom } = flow.getViewport();
        const box = sizes[kinds.current.get(id) ?? 'objective'];
        const [left, top] = [place[0] * zoom + x, place[1] * zoom + y];
        const isIn =
          left >= air &&
          top >= air &&
          left + box.width * zoom <= width - air &&
          top + box.height * zoom <= height - air;
        if (isIn && zoom >= legible) return;
        const near = Math.max(zoom, legible);
        void flow.setCenter(place[0] + box.width / 2, place[1] + box.height / 2, { zoom: near });
      },
    };
  }, [sight, flow, store]);
  // The panel beside it takes some of its room.
  useEffect(() => {
    if (seen > 0 && active) sight.current?.show(active);
  }, [seen, active, sight]);
}
