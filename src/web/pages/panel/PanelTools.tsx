import { useComputedColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import head from '../../parts/PageHead.module.css';
import { grouped, readSort, sorted, type TableLine } from '../../parts/sorting.ts';
import type { Scheme } from '../../save/chart-svg.ts';
import { drawingWays } from '../../save/drawing-ways.ts';
import { SaveAs } from '../../save/SaveAs.tsx';
import { columns } from './columns.tsx';
import type { PanelView } from './PanelFilters.tsx';
import classes from './PanelTools.module.css';
import type { PanelLine } from './panel-view.ts';

type Props = { lines: readonly PanelLine[]; view: PanelView };

/** What is done with the panel as it is shown: hung on a wall, or saved as a file. */
export function PanelTools({ lines, view }: Props): ReactNode {
  const scheme = useComputedColorScheme('light');
  const { q, status, signal, label, group } = view;
  const parts = [status, signal, label, q, group && `by ${group}`];
  const save = async (): Promise<void> => {
    const [{ panelCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./panel-csv.ts'),
      import('../../save/download.ts'),
    ]);
    const shown = inOrder(lines, view).flatMap((line) => (line.kind === 'row' ? [line.row] : []));
    download(fileName(['panel', ...parts], todayHere(), 'csv'), panelCsv(shown, group !== ''), 'text/csv');
  };
  const draw = async (colours: Scheme): Promise<string> => {
    const { panelSvg } = await import('./panel-svg.ts');
    const words = parts.filter(Boolean).join(', ') || undefined;
    return panelSvg({ title: 'Panel', words, scheme: colours }, inOrder(lines, view));
  };
  const many = lines.length === 1 ? '1 line' : `${lines.length} lines as shown`;
  return (
    <span className={`${classes.tools} no-print`}>
      <Link to="/wallboard" search={true} className={head.tool} title="Large, for a screen on the wall">
        Wallboard
      </Link>
      <SaveAs
        of="the panel"
        ways={[
          { label: 'CSV', what: many, save },
          ...drawingWays(scheme, {
            name: ['panel', ...parts],
            what: {
              svg: 'with its sparklines, for print and editing',
              png: 'with its sparklines, a picture',
            },
            draw,
          }),
        ]}
      />
    </span>
  );
}

/** The lines as the table has them: sorted, and below the heads of their groups. */
function inOrder(lines: readonly PanelLine[], { sort, group }: PanelView): TableLine<PanelLine>[] {
  const { key, isDescending } = readSort(sort);
  const by = columns.find((column) => column.key === key)?.sort;
  const rows = by ? sorted(lines, by, isDescending) : lines;
  return grouped(rows, group ? (line) => line.group : undefined);
}
