import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useFindHint } from './useFindHint.ts';
import { usePrinting } from './usePrinting.ts';
import { useSteadyColumns } from './useSteadyColumns.ts';

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

/** Which of so many lines are in sight of the window; all of them up to 200, and on paper. */
export function useRowWindow(table: RefObject<HTMLTableElement | null>, count: number): RowWindow {
  const isPrinting = usePrinting();
  const isNeeded = count > fewEnough && !isPrinting;
  const [top, setTop] = useState(0);
  const [usual, setUsual] = useState(36);
  const virtual = useWindowVirtualizer({
    count,
    enabled: isNeeded,
    estimateSize: () => usual,
    overscan: 12,
    scrollMargin: top,
  });
  const guessed = useRef({ height: usual, width: 0 });
  // On a phone rows are taller, and not all alike: what has been drawn is measured.
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0];
    if (!isNeeded || !body) return;
    const begins = body.getBoundingClientRect().top + window.scrollY;
    if (Math.abs(begins - top) > 1) setTop(begins);
    const heights: number[] = [];
    for (const row of body.querySelectorAll<HTMLElement>('tr[data-line]')) {
      const height = row.offsetHeight;
      heights.push(height);
      virtual.resizeItem(Number(row.dataset.line), height);
    }
    // A guess that is far off moves the page under the reader's hand with every row that is drawn for the first time.
    if (guessed.current.height !== usual) virtual.measure();
    const middle = heights.sort((a, b) => a - b)[heights.length >> 1] ?? usual;
    if (guessed.current.width !== body.offsetWidth) setUsual(middle);
    guessed.current = { height: usual, width: body.offsetWidth };
  });
  useSteadyColumns(table, isNeeded);
  useFindHint(isNeeded, count);
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
