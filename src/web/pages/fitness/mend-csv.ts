import { type CsvColumn, csv } from '../../save/csv.ts';
import type { NamedLine } from './columns.tsx';

const columns: readonly CsvColumn<NamedLine>[] = [
  { head: 'key', cell: ({ key }) => key },
  { head: 'name', cell: ({ name }) => name },
  { head: 'owner', cell: ({ ownerName }) => ownerName },
  { head: 'team', cell: ({ teamName }) => teamName },
  { head: 'cause', cell: ({ cause }) => cause },
  { head: 'what is wrong', cell: ({ short }) => short },
  { head: 'what to do', cell: ({ mend }) => mend },
  { head: 'by', cell: ({ by }) => by },
  { head: 'parts with the same', cell: ({ below }) => below },
  { head: 'urgency', cell: ({ urgency }) => urgency },
];

/** What to mend, the most urgent first. */
export function mendCsv(lines: readonly NamedLine[]): string {
  return csv(columns, lines);
}
