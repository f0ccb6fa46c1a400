import type { SourceRow } from '#app/connector/source.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import { eachPeriod } from './per-period.ts';
import type { Pull } from './pull.ts';
import { readRows } from './rows.ts';
import type { Bounds } from './span.ts';

/** How many there are within bounds. */
export type Count = (bounds: Bounds) => Promise<number>;

/** A count for each period that is asked about, one after the other; with a second count, the first over the second. */
export async function countedRows(pull: Pull<SourceConfig>, count: Count, of?: Count): Promise<SourceRow[]> {
  const rows = [];
  for (const bounds of eachPeriod(pull)) {
    const { period } = bounds;
    const found = await count(bounds);
    const amounts = of ? { numerator: found, denominator: await of(bounds) } : { value: found };
    rows.push({ at: period, period, ...amounts });
  }
  return readRows(rows, pull);
}
