import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The lines to draw, and the room of those before and after. */
export type RowWindow = {
  from: number;
  to: number;
  before: number;
  after: number;
  /** Scrolls a line into sight. */
  reveal: (line: number) => void;
};

const fewEnough = 200;
const usualHeight = 37;

/** Which of so many lines are in sight of the window; all of them up to 200. */
export function useRowWindow(table: RefObject<HTMLTableElement | null>, count: number): RowWindow {
  const isNeeded = count > fewEnough;
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0];
    if (isNeeded && body) setTop(body.getBoundingClientRect().top + window.scrollY);
  }, [isNeeded, table]);
  const virtual = useWindowVirtualizer({
    count,
    enabled: isNeeded,
    estimateSize: () => usualHeight,
    overscan: 12,
    scrollMargin: top,
  });
  // On a phone rows are taller, and not all alike: what has been drawn is measured.
  useLayoutEffect(() => {
    if (!isNeeded) return;
    for (const row of table.current?.querySelectorAll<HTMLElement>('tr[data-line]') ?? []) {
      virtual.resizeItem(Number(row.dataset.line), row.offsetHeight);
    }
  });
  if (!isNeeded) return { from: 0, to: count, before: 0, after: 0, reveal: () => {} };
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    before: (first?.start ?? top) - top,
    after: virtual.getTotalSize() - ((last?.end ?? top) - top),
    reveal: (line) => virtual.scrollToIndex(line, { align: 'auto' }),
  };
}
