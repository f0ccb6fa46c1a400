import { type MouseEvent, memo, type ReactNode } from 'react';
import classes from './DataTable.module.css';
import type { Column } from './DataTable.tsx';

type Props<R> = {
  row: R;
  /** Its number among all rows, from 0. */
  at: number;
  /** Its place among the lines, group heads included. */
  line: number;
  columns: readonly Column<R>[];
  onOpen?: ((row: R) => void) | undefined;
};

function Row<R>({ row, at, line, columns, onOpen }: Props<R>): ReactNode {
  const open = (event: MouseEvent<HTMLElement>): void => {
    // A link or button in the row speaks for itself, and marking text is not a click.
    if ((event.target as HTMLElement).closest('a, button, input, label')) return;
    if (window.getSelection()?.type !== 'Range') onOpen?.(row);
  };
  return (
    <tr
      className={onOpen && classes.opens}
      data-row={at}
      data-line={line}
      aria-rowindex={line + 2}
      tabIndex={-1}
      onClick={onOpen && open}
    >
      {columns.map(({ key, label, cell, align, rank, isMain, isPlain }, place) =>
        place === 0 ? (
          <th key={key} scope="row" data-align={align}>
            {cell(row)}
          </th>
        ) : (
          <td
            key={key}
            data-align={align}
            data-rank={rank}
            data-main={isMain || undefined}
            data-label={isPlain ? undefined : label}
          >
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** One row of a DataTable; its first cell is its head. Drawn again only when its row changes. */
export const TableRow = memo(Row) as typeof Row;
