import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Breakdown } from '#contract/objectives.ts';
import { percent } from '../../../parts/dates.ts';
import classes from './BreakdownTable.module.css';
import { type BreakdownRow, breakdownRows } from './breakdown-rows.ts';

type Props = {
  objective: string;
  progress: number | null;
  breakdown: Breakdown;
  /** In a narrow place: without the columns that the others can be told from. */
  isNarrow?: boolean;
};

/** What an objective's progress is made of: each part with its share, what it counts as and what it adds, adding up to the number. */
export function BreakdownTable({ objective, progress, breakdown, isNarrow = false }: Props): ReactNode {
  const { rows, sum } = breakdownRows(breakdown);
  const { leftOut, private: hidden } = breakdown;
  return (
    <div className={classes.breakdown}>
      {rows.length > 0 && (
        <table data-narrow={isNarrow || undefined}>
          <caption className="unseen">What the progress is made of</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Progress</th>
              {!isNarrow && <th scope="col">Weight</th>}
              <th scope="col">Share</th>
              <th scope="col">Adds</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Part row={row} objective={objective} />
                  {row.kind === 'objective' && <small>contributes</small>}
                </th>
                <td>
                  {row.progress}
                  {row.counts && <small>counts as {row.counts}</small>}
                </td>
                {!isNarrow && <td>{row.weight}</td>}
                <td>{row.share ?? '–'}</td>
                <td>{row.adds ?? '–'}</td>
              </tr>
            ))}
          </tbody>
          {sum !== null && (
            <tfoot>
              <tr>
                <th scope="row">Progress</th>
                <td colSpan={isNarrow ? 2 : 3} />
                <td>{progress === null ? '–' : sum}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {hidden > 0 && (
        <p>
          {hidden} more that you may not see {hidden === 1 ? 'counts' : 'count'} as well: together they make{' '}
          {percent(progress)}.
        </p>
      )}
      {leftOut.map(({ id, title, because }) => (
        <p key={id}>
          “{title}” is left out: {because}.
        </p>
      ))}
      {rows.length + leftOut.length + hidden === 0 && (
        <p>Nothing yet: key results and the objectives that contribute to it make its progress.</p>
      )}
    </div>
  );
}

function Part({ row: { kind, id, title }, objective }: { row: BreakdownRow; objective: string }): ReactNode {
  return kind === 'objective' ? (
    <Link to="/objectives/$objective" params={{ objective: id }}>
      {title}
    </Link>
  ) : (
    <Link to="/objectives/$objective" params={{ objective }} hash={id}>
      {title}
    </Link>
  );
}
