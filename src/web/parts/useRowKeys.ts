import {
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';

type Table = RefObject<HTMLTableElement | null>;

function rowAt(table: Table, at: number): HTMLElement | null {
  return table.current?.querySelector(`tr[data-row="${at}"]`) ?? null;
}

/** The number of the row that has the focus, or that has something in it which has. */
function focusedIn(table: Table): number | undefined {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
  return row && table.current?.contains(row) ? Number(row.dataset.row) : undefined;
}

function isBusy(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return (
    element?.closest('input, textarea, select, [contenteditable="true"]') != null ||
    document.querySelector('[role="dialog"]') !== null
  );
}

/** Where a key leads from a row of so many; undefined for keys that lead nowhere. Arrows, Home and End are the browser's own until a row has the focus. */
export function stepOf(key: string, at: number | undefined, count: number): number | undefined {
  const within = (to: number) => Math.max(0, Math.min(count - 1, to));
  if (key === 'j') return within((at ?? -1) + 1);
  if (key === 'k') return within((at ?? count) - 1);
  if (at === undefined) return undefined;
  if (key === 'ArrowDown') return within(at + 1);
  if (key === 'ArrowUp') return within(at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** Walks the rows of a table by j and k from wherever one is on the page, and by arrows, Home and End from a row; Enter on a row opens it. */
export function useRowKeys(
  table: Table,
  count: number,
  isOn: boolean,
  reveal: (at: number) => void,
): (event: ReactKeyboardEvent<HTMLElement>) => void {
  // Held down, j outruns the drawing of rows; the next step counts from where it was to go.
  const awaited = useRef<number | undefined>(undefined);
  // A row that is scrolled out of sight is no longer drawn, and takes the focus with it.
  const last = useRef<number | undefined>(undefined);
  const focus = useCallback(
    (at: number): boolean => {
      const row = rowAt(table, at);
      if (!row) return false;
      awaited.current = undefined;
      last.current = at;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
      return true;
    },
    [table],
  );
  const go = useCallback(
    (at: number): void => {
      if (focus(at)) return;
      awaited.current = at;
      reveal(at);
    },
    [focus, reveal],
  );

  // A row out of sight is drawn only after the scroll, at whatever pace the machine has.
  useLayoutEffect(() => {
    const at = awaited.current;
    if (at === undefined) return;
    if (at >= count || isBusy(document.activeElement)) awaited.current = undefined;
    else focus(at);
  });

  useLayoutEffect(() => {
    if (!isOn || count === 0) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target))
        return;
      const lost = document.activeElement === document.body ? last.current : undefined;
      const next = stepOf(event.key, awaited.current ?? focusedIn(table) ?? lost, count);
      if (next === undefined) return;
      event.preventDefault();
      go(next);
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
