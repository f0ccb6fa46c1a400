import type { ReactNode } from 'react';
import classes from './DataTable.module.css';
import type { Column } from './DataTable.tsx';
import { nextSort, readSort, type Sort } from './sorting.ts';

type Props<R> = { columns: readonly Column<R>[]; sort: Sort; onSort: (sort: Sort) => void };

/** The heads of a table; those that sort are buttons. */
export function TableHead<R>({ columns, sort, onSort }: Props<R>): ReactNode {
  const { key: by, isDescending } = readSort(sort);
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, label, align, width, rank, sort: sorts }) => {
          const isBy = sorts !== undefined && key === by;
          return (
            <th
              key={key}
              scope="col"
              data-align={align}
              data-rank={rank}
              style={{ width }}
              {...(isBy && { 'aria-sort': isDescending ? 'descending' : 'ascending' })}
            >
              {sorts ? (
                <button type="button" onClick={() => onSort(nextSort(sort, key))}>
                  {label}
                  <span aria-hidden="true" className={classes.arrow}>
                    {isBy ? (isDescending ? '↓' : '↑') : ''}
                  </span>
                </button>
              ) : (
                label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
