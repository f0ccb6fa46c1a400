import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the columns of a table from swaying while its rows come and go: each but the first, which takes the rest, stays as wide
 * as it ever was. A table of another width begins anew.
 */
export function useSteadyColumns(table: RefObject<HTMLTableElement | null>, isOn: boolean): void {
  const width = useRef(0);
  useLayoutEffect(() => {
    const element = table.current;
    const [, ...heads] = element?.tHead?.rows[0]?.cells ?? [];
    if (!element || !isOn) return;
    if (element.offsetWidth !== width.current) {
      width.current = element.offsetWidth;
      for (const head of heads) head.style.minWidth = '';
    }
    const widths = heads.map((head) => head.getBoundingClientRect().width);
    for (const [at, head] of heads.entries()) {
      const known = Number.parseFloat(head.style.minWidth) || 0;
      if (widths[at]! > known) head.style.minWidth = `${widths[at]}px`;
    }
  });
}
