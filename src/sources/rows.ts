import type { SourceAsk, SourceRow } from '#app/connector/source.ts';
import type { DateFormat } from '#domain/import/day-text.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Period, periodsFrom } from '#domain/time/period.ts';
import { type AmountFormat, readAmount } from './amount.ts';
import { readMoment } from './moment.ts';

/** One row as a source gave it; `at` says where it stood. */
export type RawRow = {
  at: string;
  period: unknown;
  value?: unknown;
  numerator?: unknown;
  denominator?: unknown;
  note?: unknown;
  /** Why the row could not even be taken apart. */
  fault?: string;
};

/** How the texts of one source are written, column by column. */
export type RowFormat = {
  dates?: DateFormat;
  value?: AmountFormat;
  numerator?: AmountFormat;
  denominator?: AmountFormat;
};

/**
 * The readings that rows mean, in the order of periods, and then the rows that cannot be read. A row outside the span, or without
 * an amount, is no reading; two rows for one period are both refused, each naming the other.
 */
export function readRows(
  raw: readonly RawRow[],
  { span, unit }: Pick<SourceAsk, 'span' | 'unit'>,
  format: RowFormat = {},
): SourceRow[] {
  const found = raw.flatMap((row, order) => {
    const read = readRow(row, span, unit, format);
    return read ? [{ order, row: read }] : [];
  });
  const groups = Map.groupBy(found, ({ row }) => ('fault' in row ? '' : row.period));
  for (const [period, twins] of groups) if (period !== '' && twins.length > 1) refuseTwins(twins);
  return found.sort(inOrder).map(({ row }) => row);
}

type Found = { order: number; row: SourceRow };

function readRow(row: RawRow, span: SourceAsk['span'], unit: Unit, format: RowFormat): SourceRow | undefined {
  if (row.fault !== undefined) return { at: row.at, fault: row.fault };
  const period = readMoment(row.period, span, format.dates);
  if (typeof period !== 'string') return isBlank(row) ? undefined : { at: row.at, fault: `${period.fault}.` };
  if (periodsFrom(span.from, period) < 0 || periodsFrom(period, span.to) < 0) return undefined;
  return readAmounts(row, period, unit, format);
}

function isBlank({ period, value, numerator, denominator }: RawRow): boolean {
  return [period, value, numerator, denominator].every(
    (cell) => cell === undefined || cell === null || cell === '',
  );
}

function readAmounts(row: RawRow, period: Period, unit: Unit, format: RowFormat): SourceRow | undefined {
  const { at } = row;
  const note = noteOf(row.note);
  const value = readAmount(row.value, unit, format.value);
  // The sums of a ratio are counts, whatever the ratio is counted in.
  const numerator = readAmount(row.numerator, { kind: 'number' }, format.numerator);
  const denominator = readAmount(row.denominator, { kind: 'number' }, format.denominator);
  for (const amount of [value, numerator, denominator])
    if (typeof amount === 'object') return { at, period, fault: `${amount.fault}.` };
  if (typeof value === 'number') return { at, period, value, ...note };
  if (numerator === undefined && denominator === undefined) return undefined;
  if (typeof numerator !== 'number')
    return { at, period, fault: 'There is a denominator without a numerator.' };
  if (typeof denominator !== 'number')
    return { at, period, fault: 'There is a numerator without a denominator.' };
  if (denominator === 0) return { at, period, fault: 'The denominator is 0, so there is no ratio.' };
  return { at, period, numerator, denominator, ...note };
}

function noteOf(raw: unknown): { note?: string } {
  if (typeof raw !== 'string' && typeof raw !== 'number') return {};
  const note = String(raw).trim().slice(0, 1_000);
  return note === '' ? {} : { note };
}

function refuseTwins(twins: Found[]): void {
  const places = twins.map(({ row }) => row.at);
  twins.forEach((twin, index) => {
    const others = places.filter((_, other) => other !== index).slice(0, 3);
    const { at, period = '' } = twin.row;
    twin.row = { at, period, fault: `There is another value for ${period}, in ${others.join(' and ')}.` };
  });
}

// Faults come after the readings, in the order in which the source has them.
function inOrder(one: Found, other: Found): number {
  const [first, second] = ['fault' in one.row, 'fault' in other.row];
  if (first || second) return Number(first) - Number(second) || one.order - other.order;
  return (one.row.period ?? '') < (other.row.period ?? '') ? -1 : 1;
}
