import type { Kpi } from '#contract/kpis.ts';
import type { Reading } from '#contract/readings.ts';
import { csv } from '../../save/csv.ts';
import { unitText } from '../../save/unit-text.ts';

/** The readings of a KPI, oldest first, with heads that the import understands again. */
export function readingsCsv(
  kpi: Kpi,
  readings: readonly Reading[],
  nameOf: (person: string | null) => string | null | undefined,
): string {
  return csv<Reading>(
    [
      { head: 'kpi', cell: () => kpi.key },
      { head: 'period', cell: ({ period }) => period },
      { head: 'value', cell: ({ value }) => value },
      ...(kpi.addsUp === 'ratio'
        ? [
            { head: 'numerator', cell: ({ numerator }: Reading) => numerator },
            { head: 'denominator', cell: ({ denominator }: Reading) => denominator },
          ]
        : []),
      { head: 'unit', cell: ({ unit }) => unitText(unit) },
      { head: 'note', cell: ({ note }) => note },
      { head: 'reason', cell: ({ reason }) => reason },
      { head: 'source', cell: ({ source }) => source },
      { head: 'author', cell: ({ author }) => nameOf(author) },
      { head: 'recorded at', cell: ({ recordedAt }) => recordedAt },
      { head: 'revision', cell: ({ revision }) => revision },
      { head: 'not ended', cell: ({ partial }) => (partial ? true : null) },
    ],
    readings,
  );
}
