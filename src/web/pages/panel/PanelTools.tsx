import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { grouped, readSort, sorted } from '../../parts/sorting.ts';
import { SaveAs } from '../../save/SaveAs.tsx';
import { columns } from './columns.tsx';
import type { PanelView } from './PanelFilters.tsx';
import classes from './PanelTools.module.css';
import type { PanelLine } from './panel-view.ts';

type Props = { lines: readonly PanelLine[]; view: PanelView };

/** What is done with the panel as it is shown: hung on a wall, or saved as a file. */
export function PanelTools({ lines, view }: Props): ReactNode {
  const save = async (): Promise<void> => {
    const [{ panelCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./panel-csv.ts'),
      import('../../save/download.ts'),
    ]);
    const shown = inOrder(lines, view);
    const { q, status, signal, label, group } = view;
    const name = fileName(['panel', status, signal, label, q, group && `by ${group}`], todayHere(), 'csv');
    download(name, panelCsv(shown, view.group !== ''), 'text/csv');
  };
  return (
    <span className={`${classes.tools} no-print`}>
      <Link to="/wallboard" search={true} className={classes.link} title="Large, for a screen on the wall">
        Wallboard
      </Link>
      <SaveAs
        of="the panel"
        ways={[
          { label: 'CSV', what: lines.length === 1 ? '1 line' : `${lines.length} lines as shown`, save },
        ]}
      />
    </span>
  );
}

/** The lines as the table has them: sorted, and below the heads of their groups. */
function inOrder(lines: readonly PanelLine[], { sort, group }: PanelView): PanelLine[] {
  const { key, isDescending } = readSort(sort);
  const by = columns.find((column) => column.key === key)?.sort;
  const rows = by ? sorted(lines, by, isDescending) : lines;
  const table = grouped(rows, group ? (line) => line.group : undefined);
  return table.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
}
