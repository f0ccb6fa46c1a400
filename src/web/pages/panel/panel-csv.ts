import { type CsvColumn, csv } from '../../save/csv.ts';
import { unitText } from '../../save/unit-text.ts';
import type { PanelLine } from './panel-view.ts';

const columns: readonly CsvColumn<PanelLine>[] = [
  { head: 'group', cell: ({ group }) => group },
  { head: 'key', cell: ({ row }) => row.key },
  { head: 'name', cell: ({ row }) => row.name },
  { head: 'part of', cell: ({ parent }) => parent },
  { head: 'owner', cell: ({ owner }) => owner },
  { head: 'team', cell: ({ team }) => team },
  { head: 'labels', cell: ({ row }) => row.labels.join('; ') },
  { head: 'cadence', cell: ({ row }) => row.cadence },
  { head: 'direction', cell: ({ row }) => row.direction },
  { head: 'role', cell: ({ row }) => row.role },
  { head: 'unit', cell: ({ row }) => unitText(row.unit) },
  { head: 'period', cell: ({ row }) => row.period },
  { head: 'value', cell: ({ row }) => row.value },
  { head: 'status', cell: ({ row }) => row.status },
  { head: 'signal', cell: ({ row }) => row.sense },
  { head: 'rule', cell: ({ row }) => row.signal },
  { head: 'capability', cell: ({ row }) => row.capability },
  { head: 'level', cell: ({ row }) => row.level },
  { head: 'floor', cell: ({ row }) => row.floor },
  { head: 'ceiling', cell: ({ row }) => row.ceiling },
  { head: 'missing children', cell: ({ row }) => row.missingChildren },
];

/** The panel as it is shown: filtered, sorted and grouped, values as bare numbers. */
export function panelCsv(lines: readonly PanelLine[], isGrouped: boolean): string {
  return csv(isGrouped ? columns : columns.slice(1), lines);
}
