import { type ReactNode, useMemo, useRef, useState } from 'react';
import classes from './DataTable.module.css';
import { grouped, readSort, type Sort, type SortValue, sorted } from './sorting.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useRowKeys } from './useRowKeys.ts';
import { useRowWindow } from './useRowWindow.ts';

/** One column: what stands in it, what it is sorted by, and when it may go. */
export type Column<R> = {
  key: string;
  label: string;
  cell: (row: R) => ReactNode;
  /** Makes the head a button; without it the column does not sort. */
  sort?: (row: R) => SortValue;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** A CSS width; the others share the rest. */
  width?: string;
  /** 1 always stays, 2 goes below 900 px of table width, 3 below 1100; on a phone all but 3 are there, below each other. */
  rank?: 1 | 2 | 3;
  /** On a phone: stands at the right of the name. */
  isMain?: boolean;
  /** On a phone: leaves out the label before the value. */
  isPlain?: boolean;
};

type Props<R> = {
  /** What the table lists; read aloud and not seen. */
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<R>[];
  rows: readonly R[];
  id: (row: R) => string;
  /** The sort from the URL; without it the table keeps its own. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** What Enter and a click on a row do. */
  onOpen?: (row: R) => void;
  group?: ((row: R) => string) | undefined;
  /** What stands beside the name and the count of a group. */
  groupHead?: ((name: string) => ReactNode) | undefined;
  /** Shown in place of rows. */
  empty?: ReactNode;
  /** j, k and Enter walk the rows; off for a second table on a page. */
  withKeys?: boolean;
};

/** A dense table: sorts, groups, walks by j and k, draws only what is in sight above 200 rows, and stacks on a phone. */
export function DataTable<R>(props: Props<R>): ReactNode {
  const {
    caption,
    columns,
    rows,
    id,
    sort,
    onSort,
    onOpen,
    group,
    groupHead,
    empty,
    withKeys = true,
  } = props;
  const [own, setOwn] = useState<Sort>('');
  const current = sort ?? own;
  const table = useRef<HTMLTableElement>(null);

  const lines = useMemo(() => {
    const { key, isDescending } = readSort(current);
    const by = columns.find((column) => column.key === key)?.sort;
    return grouped(by ? sorted(rows, by, isDescending) : rows, group);
  }, [rows, columns, current, group]);

  const shown = useRowWindow(table, lines.length);
  const reveal = (at: number): void =>
    shown.reveal(lines.findIndex((line) => line.kind === 'row' && line.at === at));
  const walk = useRowKeys(table, rows.length, withKeys, reveal);

  if (rows.length === 0 && empty) return empty;
  return (
    <div className={classes.frame}>
      <table className={classes.table} ref={table} aria-rowcount={lines.length + 1}>
        <caption className="unseen">{caption}</caption>
        <TableHead columns={columns} sort={current} onSort={onSort ?? setOwn} />
        <tbody onKeyDown={walk}>
          {shown.before > 0 && <Space height={shown.before} />}
          {lines.slice(shown.from, shown.to).map((line, offset) =>
            line.kind === 'group' ? (
              <tr
                key={`group ${line.name}`}
                className={classes.group}
                data-line={shown.from + offset}
                aria-rowindex={shown.from + offset + 2}
              >
                <th colSpan={columns.length} scope="colgroup">
                  {line.name} <span>{line.count}</span>
                  {groupHead?.(line.name)}
                </th>
              </tr>
            ) : (
              <TableRow
                key={id(line.row)}
                row={line.row}
                at={line.at}
                line={shown.from + offset}
                columns={columns}
                onOpen={onOpen}
              />
            ),
          )}
          {shown.after > 0 && <Space height={shown.after} />}
        </tbody>
      </table>
    </div>
  );
}

function Space({ height }: { height: number }): ReactNode {
  return (
    <tr className={classes.space}>
      <td style={{ height }} />
    </tr>
  );
}
