import { useEffect, useRef, useState } from 'react';
import type { Boxes, Places } from './map-layout.ts';

type Answer = { turn: number; places: Places };

/** Where the boxes of a map are, computed beside the page; those of before until the new ones are known, undefined at first. */
export function useLayout(boxes: Boxes): Places | undefined {
  const [places, setPlaces] = useState<Places>();
  const worker = useRef<Worker | undefined>(undefined);
  const turn = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      // An answer to what is no longer asked has been overtaken.
      if (data.turn === turn.current) setPlaces(data.places);
    });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    turn.current += 1;
    worker.current?.postMessage({ turn: turn.current, boxes });
  }, [boxes]);
  return places;
}
