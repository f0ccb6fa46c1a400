import type { Period } from '#domain/time/period.ts';
import { type ColumnName, numberedColumn } from './address.ts';
import { type Entry, type Extract, Skips, type Unreadable } from './entry.ts';

/** A reading that is stored. */
export type StoredReading = {
  value: number | null;
  numerator?: number | null | undefined;
  denominator?: number | null | undefined;
};

/** The stored readings by `readingKey`. */
export type StoredReadings = ReadonlyMap<string, StoredReading>;

/** A reading that the file would correct, with what is stored now. */
export type Correction = Entry & { before: StoredReading };

/** What applying a file of readings would do; every cell is in exactly one of create, change, same, unreadable and skip. */
export type ReadingsPreview = Omit<Extract, 'entries'> & {
  create: Entry[];
  change: Correction[];
  same: Entry[];
};

/** The key of a KPI's period in a map of stored readings. */
export function readingKey(kpi: string, period: Period): string {
  return `${kpi} ${period}`;
}

/** Sets what a file says beside what is stored; two cells for one KPI and period are both refused, each naming the other. */
export function compareReadings(
  extract: Extract,
  stored: StoredReadings,
  columnName: ColumnName = numberedColumn,
): ReadingsPreview {
  const [create, change, same]: [Entry[], Correction[], Entry[]] = [[], [], []];
  const [unreadable, skips] = [[...extract.unreadable], new Skips(extract.skip)];
  const groups = Map.groupBy(extract.entries, (entry) => readingKey(entry.kpi, entry.period));
  for (const [key, [entry, ...twins]] of groups) {
    const before = stored.get(key);
    if (!entry) continue;
    if (twins.length > 0) refuseTwins([entry, ...twins], unreadable, skips, columnName);
    else if (!before) create.push(entry);
    else if (isSame(entry, before)) same.push(entry);
    else change.push({ ...entry, before });
  }
  unreadable.sort((one, other) => one.row - other.row || one.column - other.column);
  const { guesses, proposals } = extract;
  return { create, change, same, unreadable, skip: skips.list(), guesses, proposals };
}

function isSame(entry: Entry, before: StoredReading): boolean {
  if (before.value === null) return false;
  if (entry.numerator !== undefined && entry.numerator !== (before.numerator ?? undefined)) return false;
  if (entry.denominator !== undefined && entry.denominator !== (before.denominator ?? undefined))
    return false;
  // 12.35 shown as 12.4 is off by half a place, in binary by a hair more.
  return Math.abs(entry.value - before.value) <= entry.tolerance * (1 + 1e-9);
}

function refuseTwins(
  twins: readonly Entry[],
  unreadable: Unreadable[],
  skips: Skips,
  columnName: ColumnName,
): void {
  for (const { row, column, columns, kpi, period, text } of twins) {
    const others = twins.filter((each) => each.row !== row || each.column !== column).slice(0, 3);
    const where = others.map((each) => (each.row === row ? columnName(each.column) : `row ${each.row}`));
    const here = others.some((each) => each.row === row) ? columnName(column) : `row ${row}`;
    const why = `${kpi} has more than one value for ${period}: in ${[here, ...where].join(' and ')}`;
    unreadable.push({ row, column, kpi, period, text, why });
    const rest = columns.filter((each) => each !== column);
    if (rest.length > 0)
      skips.add('another cell of the line cannot be read', ...rest.map((each) => ({ row, column: each })));
  }
}
