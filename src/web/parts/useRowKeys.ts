import {
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from 'react';

type Table = RefObject<HTMLTableElement | null>;

function rowAt(table: Table, at: number): HTMLElement | null {
  return table.current?.querySelector(`tr[data-row="${at}"]`) ?? null;
}

function isBusy(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return (
    element?.closest('input, textarea, select, [contenteditable="true"]') != null ||
    document.querySelector('[role="dialog"]') !== null
  );
}

/** Walks the rows of a table by j and k from wherever one is on the page; Enter on a row opens it. */
export function useRowKeys(
  table: Table,
  count: number,
  isOn: boolean,
  reveal: (at: number) => void,
): (event: ReactKeyboardEvent<HTMLElement>) => void {
  // Held down, j outruns the drawing of rows; the next step counts from where it was to go.
  const awaited = useRef<number | undefined>(undefined);
  const go = useCallback(
    (at: number): void => {
      const here = rowAt(table, at);
      if (here) {
        awaited.current = undefined;
        here.focus({ preventScroll: true });
        here.scrollIntoView({ block: 'nearest' });
        return;
      }
      awaited.current = at;
      reveal(at);
      // The row is drawn only after the scroll.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (awaited.current !== at) return;
          awaited.current = undefined;
          rowAt(table, at)?.focus();
        }),
      );
    },
    [table, reveal],
  );

  useEffect(() => {
    if (!isOn || count === 0) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target))
        return;
      if (event.key !== 'j' && event.key !== 'k') return;
      const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
      const focused = row && table.current?.contains(row) ? Number(row.dataset.row) : undefined;
      const at = awaited.current ?? focused;
      const next = event.key === 'j' ? (at ?? -1) + 1 : (at ?? count) - 1;
      event.preventDefault();
      go(Math.max(0, Math.min(count - 1, next)));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, count, table, go]);

  return useCallback((event) => {
    const row = event.target as HTMLElement;
    if (event.key === 'Enter' && row.matches('tr[data-row]')) {
      event.preventDefault();
      const link = row.querySelector<HTMLElement>('th a[href]');
      (link ?? row).click();
    }
  }, []);
}
