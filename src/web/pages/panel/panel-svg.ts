import type { PanelRow } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { capabilityLook, quietLook, signalLook, statusLook } from '../../parts/looks.ts';
import type { TableLine } from '../../parts/sorting.ts';
import type { Scheme } from '../../save/chart-svg.ts';
import { type ListColumn, listSvg } from '../../save/list-svg.ts';
import { shortPeriod } from '../kpi/period-words.ts';
import type { PanelLine } from './panel-view.ts';

const columns: readonly ListColumn<PanelLine>[] = [
  {
    head: 'KPI',
    width: 280,
    isStrong: true,
    cell: ({ row, parent }) => (parent ? `   ${row.name}` : row.name),
  },
  { head: 'Owner', width: 110, cell: ({ owner, row }) => (row.owner ? (owner ?? '') : 'No owner') },
  {
    ...{ head: 'Newest', width: 84, align: 'end', isStrong: true },
    cell: ({ row }) => formatValue(row.value, row.unit, row.decimals),
  },
  { head: 'Period', width: 70, cell: ({ row }) => (row.period ? shortPeriod(row.period) : '') },
  { head: 'Last 52', width: 130, cell: ({ row }) => ({ spark: sparkOf(row) }) },
  { head: 'Status', width: 104, cell: ({ row }) => ({ look: statusLook[row.status] }) },
  {
    ...{ head: 'Signal', width: 112 },
    cell: ({ row }) => ({ look: row.sense ? signalLook[row.sense] : quietLook(row.level === null) }),
  },
  {
    ...{ head: 'Capability', width: 84 },
    cell: ({ row }) => (row.capability ? capabilityLook[row.capability].word : '–'),
  },
  {
    ...{ head: 'Level', width: 70, align: 'end' },
    cell: ({ row }) => formatValue(row.level, row.unit, row.decimals),
  },
];

/** The newest values of a KPI as a sparkline in a file. */
function sparkOf({
  sparkline,
  floor,
  ceiling,
  sense,
}: Pick<PanelRow, 'sparkline' | 'floor' | 'ceiling' | 'sense'>) {
  return { values: sparkline, thresholds: [floor, ceiling].filter((line) => line !== null), sense };
}

/** The panel as it is shown, each line with its sparkline, as a file by itself. */
export function panelSvg(
  { title, words, scheme }: { title: string; words: string | undefined; scheme: Scheme },
  lines: readonly TableLine<PanelLine>[],
): string {
  return listSvg({ title, words, scheme }, columns, lines);
}
