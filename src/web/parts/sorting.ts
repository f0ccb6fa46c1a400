/** A sort as kept in the URL: a column's key, with a minus before it for descending; empty for the rows' own order. */
export type Sort = string;

/** What a row is sorted by; null sorts last, whichever way. */
export type SortValue = string | number | null;

/** The column and way of a sort. */
export function readSort(sort: Sort): { key: string; isDescending: boolean } {
  return sort.startsWith('-')
    ? { key: sort.slice(1), isDescending: true }
    : { key: sort, isDescending: false };
}

/** The sort after a click on a column's head: ascending, then descending, then the rows' own order. */
export function nextSort(sort: Sort, key: string): Sort {
  if (sort === key) return `-${key}`;
  return sort === `-${key}` ? '' : key;
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in order; equal ones keep theirs, and those without a value come last. */
export function sorted<R>(rows: readonly R[], by: (row: R) => SortValue, isDescending: boolean): R[] {
  const way = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return way * (a.value - b.value);
      return way * words.compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}

/** A line of a table: the head of a group, or a row and its number among all rows. */
export type TableLine<R> =
  | { kind: 'group'; name: string; count: number }
  | { kind: 'row'; row: R; at: number };

/** Rows under the heads of their groups; groups stand in the order in which they first appear. */
export function grouped<R>(rows: readonly R[], group: ((row: R) => string) | undefined): TableLine<R>[] {
  if (!group) return rows.map((row, at) => ({ kind: 'row', row, at }));
  const groups = Map.groupBy(rows, group);
  let at = 0;
  return [...groups].flatMap(([name, members]): TableLine<R>[] => [
    { kind: 'group', name, count: members.length },
    ...members.map((row): TableLine<R> => ({ kind: 'row', row, at: at++ })),
  ]);
}
