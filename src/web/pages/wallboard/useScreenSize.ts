import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from './fit.ts';

/** The size of an element in pixels, kept current; undefined until it is on the page. */
export function useScreenSize<E extends HTMLElement>(): [RefObject<E | null>, Box | undefined] {
  const element = useRef<E>(null);
  const [box, setBox] = useState<Box | undefined>(undefined);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setBox({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, box];
}
