import { letteredColumn } from '#domain/import/address.ts';
import { compareReadings } from '#domain/import/compare.ts';
import type { DateOrder } from '#domain/import/day-text.ts';
import type { Entry, Unreadable } from '#domain/import/entry.ts';
import type { Merge } from '#domain/import/merged-cells.ts';
import { plainName } from '#domain/import/names.ts';
import { readNumber } from '#domain/import/number.ts';
import { decimalVotes, guessNumberFormat } from '#domain/import/number-format.ts';
import { sideRole } from '#domain/import/roles.ts';
import type { Day } from '#domain/time/day.ts';
import { type Period, periodOf, periodsBetween, periodsFrom } from '#domain/time/period.ts';
import { Unusable } from '../unusable.ts';
import { Usage } from '../usage.ts';
import { type Asked, most, type RefusedSeries, type Series, thresholdsFault, valueFault } from './series.ts';
import { type Content, contentOf } from './table-cells.ts';
import { noteOfGuess, noteOfUnreadable } from './table-notes.ts';

/** A file as it was cut into cells, with the lines that are broken. */
export type Table = {
  cells: string[][];
  notes: string[];
  faults: readonly { line: number; why: string }[];
  workbook?: { sheet: string; merges: Merge[] };
};

/** What of a table is asked for besides what is asked of each series. */
export type TableAsked = { columns?: readonly string[] | undefined; dates?: DateOrder | undefined };

/** The series of a table in its order, and what a person should know of how it was read, a line each. */
export type TableSeries = { series: (Series | RefusedSeries)[]; notes: string[] };

const mostCells = 5_000_000;

/** The series of a table; refuses, with one sentence, what holds no values. A value of the period that holds today is left out. */
export function seriesOfTable(
  table: Table,
  today: Day,
  asked: Asked,
  { columns, dates }: TableAsked,
): TableSeries {
  refuseShape(table);
  const columnName = table.workbook && letteredColumn;
  const merges = table.workbook?.merges;
  const content = contentOf(table.cells, today, { cadence: asked.cadence, dates, merges, columnName });
  const { create, unreadable, skip, guesses } = compareReadings(content.extract, new Map(), columnName);
  const kpis = chosen(content.kpis, columns);
  const entriesOf = Map.groupBy(create, ({ kpi }) => kpi);
  const faultsOf = Map.groupBy(unreadable, nameOf);
  const noteOf = (cell: Unreadable) => noteOfUnreadable(cell, table.workbook?.sheet);
  const notes = [...table.notes, ...guesses.map(noteOfGuess)];
  for (const { why, cells } of skip.filter((each) => !isBesideNames(each.why)))
    notes.push(`Left out: ${why} (${cells.length === 1 ? '1 cell' : `${cells.length} cells`}).`);
  if (asked.direction === undefined && kpis.some(({ desired }) => desired))
    notes.push(
      'The targets beside the names are not used: --direction higher or lower says on which side they lie.',
    );
  const known = new Set(content.kpis.map(({ name }) => name));
  notes.push(...unreadable.filter((each) => !known.has(nameOf(each))).map(noteOf));
  const series: (Series | RefusedSeries)[] = [];
  const partial = new Map<Period, number>();
  const targets = targetsOf(content, asked);
  for (const kpi of kpis) {
    const [entries, faults] = [entriesOf.get(kpi.name) ?? [], faultsOf.get(kpi.name) ?? []];
    if (entries.length === 0) {
      notes.push(`"${kpi.name}" is left out, for it holds no number that can be used. ${noteOf(faults[0]!)}`);
      continue;
    }
    notes.push(...faults.map(noteOf));
    const now = periodOf(kpi.cadence, today);
    const last = newest(entries);
    const complete = last === now ? entries.filter(({ period }) => period !== now) : entries;
    if (last === now) partial.set(now, (partial.get(now) ?? 0) + 1);
    const first = content.shared ? earliest(create) : earliest(complete);
    const own: Asked = { ...asked, ...targets(kpi), cadence: kpi.cadence };
    series.push(seriesFrom(kpi, complete, first ?? now, own));
  }
  for (const [period, count] of partial)
    notes.push(`${period} has not ended: its ${count === 1 ? 'value is' : `${count} values are`} left out.`);
  if (series.length === 0) throw new Unusable(notes.at(-1) ?? 'There is no series in this file.');
  return { series, notes };
}

// The owner and the target stand beside the names of a scorecard, and are no values that could be missed.
function isBesideNames(why: string): boolean {
  const heading = /^"(.*)" is not a period$/s.exec(why)?.[1];
  return heading !== undefined && sideRole(heading) !== undefined;
}

function refuseShape({ cells, faults }: Table): void {
  const [fault] = faults;
  if (fault) throw new Unusable(`Line ${fault.line} is broken: ${fault.why}. Mend the file and try again.`);
  if (!cells.some((row) => row.some((cell) => cell.trim() !== '')))
    throw new Unusable('The file is empty: there is nothing to analyse.');
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width * cells.length > mostCells)
    throw new Unusable(
      `The table has ${cells.length} rows of up to ${width} cells: at most ${mostCells} cells are read at once. JSON lines have no such limit.`,
    );
}

function nameOf({ kpi, label }: Unreadable): string {
  return kpi ?? label ?? '';
}

function chosen(kpis: Content['kpis'], columns: readonly string[] | undefined): Content['kpis'] {
  if (!columns) return kpis;
  return columns.map((column) => {
    const found =
      kpis.find(({ name }) => name === column) ??
      kpis.find(({ name }) => plainName(name) === plainName(column));
    if (found) return found;
    throw new Usage(`There is no column "${column}", but: ${kpis.map(({ name }) => name).join(', ')}.`);
  });
}

// Periods of one cadence compare as strings in the order of time.
function earliest(entries: readonly Entry[]): Period | undefined {
  return entries.reduce<Period | undefined>(
    (least, { period }) => (least === undefined || period < least ? period : least),
    undefined,
  );
}

function newest(entries: readonly Entry[]): Period | undefined {
  return entries.reduce<Period | undefined>(
    (last, { period }) => (last === undefined || period > last ? period : last),
    undefined,
  );
}

function seriesFrom(
  { name, unit, decimals }: Content['kpis'][number],
  entries: readonly Entry[],
  first: Period,
  asked: Asked,
): Series | RefusedSeries {
  const last = newest(entries);
  if (last !== undefined && periodsFrom(first, last) >= most.values)
    return {
      id: name,
      refused: `It runs from ${first} to ${last}: at most ${most.values} periods are judged at once.`,
    };
  const fault = thresholdsFault(asked);
  if (fault) return { id: name, refused: fault };
  for (const { period, value, text } of entries)
    if (valueFault(value)) return { id: name, refused: `${period} is ${text}, too large to be squared.` };
  const byPeriod = new Map(entries.map(({ period, value }) => [period, value]));
  const values =
    last === undefined ? [] : periodsBetween(first, last).map((each) => byPeriod.get(each) ?? null);
  return { ...asked, id: name, values, table: { first, unit, decimals } };
}

// A scorecard keeps its targets beside the names, but not whether they are to be exceeded or undercut.
function targetsOf(
  { kpis }: Content,
  { desired, direction }: Asked,
): (kpi: Content['kpis'][number]) => { desired?: number } {
  if (desired !== undefined || direction === undefined || direction === 'within') return () => ({});
  const votes = decimalVotes(kpis.flatMap(({ desired: text }) => text ?? []));
  return ({ desired: text, unit }) => {
    const read = text && readNumber(text, guessNumberFormat([text], votes).format, unit);
    return read && !('fault' in read) ? { desired: read.value } : {};
  };
}
