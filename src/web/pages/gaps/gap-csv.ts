import type { Gap } from '#contract/gaps.ts';
import { type CsvColumn, csv } from '../../save/csv.ts';
import { unitText } from '../../save/unit-text.ts';

const columns: readonly CsvColumn<Gap>[] = [
  { head: 'rank', cell: ({ rank }) => rank },
  { head: 'key', cell: ({ key }) => key },
  { head: 'name', cell: ({ name }) => name },
  { head: 'kind', cell: ({ kind }) => kind },
  { head: 'unit', cell: ({ unit }) => unitText(unit) },
  { head: 'level', cell: ({ level }) => level },
  { head: 'wanted', cell: ({ wanted }) => wanted },
  { head: 'wanted is', cell: ({ wantedIs }) => wantedIs },
  { head: 'by', cell: ({ wantedBy }) => wantedBy },
  { head: 'gap', cell: ({ gap }) => gap },
  { head: 'sigmas', cell: ({ sigmas }) => sigmas },
  { head: 'status', cell: ({ status }) => status },
  { head: 'capability', cell: ({ capability }) => capability },
  { head: 'trend', cell: ({ trend }) => trend },
  { head: 'odds unaided', cell: ({ unaided }) => unaided?.probability },
  { head: 'weight', cell: ({ weight }) => weight },
  { head: 'why', cell: ({ why }) => why.sentence },
  { head: 'decision', cell: ({ decision }) => decision?.kind },
  { head: 'reason', cell: ({ decision }) => decision?.reason },
  { head: 'objectives', cell: ({ objectives }) => objectives.map(({ title }) => title).join('; ') },
];

/** The gaps by rank, then what is only noise. */
export function gapCsv(gaps: readonly Gap[]): string {
  return csv(columns, gaps);
}
