import type { DateOrder } from '#domain/import/day-text.ts';
import type { Cells, Corrections, Extract, ImportFacts, KnownKpi, Proposal } from '#domain/import/entry.ts';
import { findLayout } from '#domain/import/layout.ts';
import { filledDown, underMergedYears } from '#domain/import/merged-cells.ts';
import { readReadings } from '#domain/import/readings.ts';
import { readSheet } from '#domain/import/sheet.ts';
import type { Day } from '#domain/time/day.ts';
import { type Cadence, january } from '#domain/time/period.ts';
import { Unusable } from '../unusable.ts';

/** What a file of values says, and which KPIs it names; `shared` says that all of them stand beside the same periods. */
export type Content = { extract: Extract; kpis: (KnownKpi & Proposal)[]; shared: boolean };

const unknownTable =
  'No table of values was found. Expected is a column of periods with columns of values beside it, the columns kpi, period and value, or a scorecard with a row for each KPI and a column for each period.';

/** Reads the cells as the import does, taking each KPI that they name as it shows itself; refuses what is no table of values. */
export function contentOf(
  table: Cells,
  today: Day,
  asked: { cadence?: Cadence | undefined; dates?: DateOrder | undefined } & Pick<
    ImportFacts,
    'merges' | 'columnName'
  >,
): Content {
  const { merges = [], columnName } = asked;
  const headed = underMergedYears(table, merges);
  const corrections: Corrections = { order: asked.dates };
  const layout = findLayout(headed, Number(today.slice(0, 4)), corrections);
  if ('fault' in layout) throw new Unusable(unknownTable);
  if (layout.kind === 'definitions')
    throw new Unusable('This file defines KPIs and holds none of their values: give the file of values.');
  const cells = layout.kind === 'readings' ? filledDown(headed, merges, layout.roles) : headed;
  const read = (kpis: readonly KnownKpi[], until: Day): Extract => {
    const facts: ImportFacts = { kpis, today: until, calendar: january, corrections, columnName };
    return layout.kind === 'readings'
      ? readReadings(cells, layout.header, layout.roles, facts)
      : readSheet(layout, facts);
  };
  const onlySums = layout.kind === 'readings' && layout.roles.value === undefined;
  const named = new Map(read([], today).proposals.map((proposal) => [proposal.name, proposal]));
  const kpis = [...named.values()].map((proposal) => ({
    ...proposal,
    key: proposal.name,
    addsUp: onlySums ? ('ratio' as const) : ('mean' as const),
    cadence: asked.cadence ?? proposal.cadence,
  }));
  const extract = read(kpis, today);
  // The import refuses what lies ahead; here a file is what it is, and a clock may be wrong.
  const isAhead = extract.unreadable.some(({ why }) => why.endsWith('has not begun yet'));
  const guesses = [...layout.guesses, ...extract.guesses];
  return {
    extract: { ...(isAhead ? read(kpis, '2999-12-31') : extract), guesses },
    kpis,
    shared: layout.kind === 'sheet',
  };
}
