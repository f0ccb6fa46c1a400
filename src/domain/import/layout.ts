import { type DateFormat, type DateOrder, guessDateOrder, readDayText } from './day-text.ts';
import { type Cells, type Corrections, cellAt, type Guess } from './entry.ts';
import {
  type DefinitionRole,
  definitionRoles,
  isNameHeading,
  type ReadingRole,
  type Roles,
  readingRoles,
} from './roles.ts';

/** How a scorecard lies: `cells` are turned so that KPIs are rows, and `turned` says that they were columns. Indexes count from 0. */
export type SheetLayout = {
  kind: 'sheet';
  turned: boolean;
  cells: Cells;
  header: number;
  names: number[];
  dates: DateFormat;
};

/** What kind of table the cells are and where its headings stand. */
export type Layout =
  | { kind: 'definitions'; header: number; roles: Roles<DefinitionRole> }
  | { kind: 'readings'; header: number; roles: Roles<ReadingRole> }
  | SheetLayout;

// Nobody keeps more than this above the headings; and a row of a long table must not be taken for them.
const depth = 50;

/** Finds the headings below any title and blank rows and tells the kind of table; a fault when there are none. */
export function findLayout(
  cells: Cells,
  thisYear: number,
  corrections: Corrections = {},
): (Layout & { guesses: Guess[] }) | { fault: string } {
  const words = wordLayout(cells);
  if (words) return { ...words, guesses: [] };
  const turned = turn(cells);
  const given = corrections.year ?? titleYear(cells) ?? thisYear;
  // Bare years come last, since 1950 visitors is a value; and texts without a year only where nothing else is a heading.
  for (const [year, bareYears] of [
    [undefined, false],
    [undefined, true],
    [given, false],
  ] as const) {
    const format: DateFormat = { order: corrections.order ?? 'day first', year };
    const [across, down] = [sheetHeader(cells, format, bareYears), sheetHeader(turned, format, bareYears)];
    const turnedFirst = down.count > Math.max(across.count, 1);
    for (const isTurned of [turnedFirst, !turnedFirst]) {
      const [grid, best] = isTurned ? [turned, down] : [cells, across];
      const { dates, guesses } = dateFormat(grid[best.row] ?? [], year, corrections);
      const names = best.count === 0 ? [] : nameColumns(grid, best.row, dates, isTurned);
      if (names.length > 0)
        return { kind: 'sheet', turned: isTurned, cells: grid, header: best.row, names, dates, guesses };
    }
  }
  return {
    fault:
      'No headings were found: expected a column of KPIs with periods beside it, or the columns kpi, period and value.',
  };
}

/** Rows as columns and columns as rows. */
function turn(cells: Cells): string[][] {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => cells.map((row) => row[column] ?? ''));
}

function wordLayout(cells: Cells): Layout | undefined {
  for (const [header, row] of cells.slice(0, depth).entries()) {
    const readings = readingRoles(row);
    if (readings) return { kind: 'readings', header, roles: readings };
    const definitions = definitionRoles(row);
    const periods = row.filter((cell) => moment(cell, { order: 'day first' })).length;
    if (definitions && periods === 0) return { kind: 'definitions', header, roles: definitions };
  }
  return undefined;
}

// The row with the most periods in it; a lone date in a title row does not outweigh the row of headings.
function sheetHeader(cells: Cells, format: DateFormat, bareYears: boolean): { row: number; count: number } {
  let best = { row: 0, count: 0 };
  for (const [row, texts] of cells.slice(0, depth).entries()) {
    const count = texts.filter(
      (cell) => /^\d{4}$/.test(cell.trim()) === bareYears && moment(cell, format),
    ).length;
    if (count > best.count) best = { row, count };
  }
  return best;
}

function moment(text: string, format: DateFormat): boolean {
  const read = readDayText(text, format);
  return read !== undefined;
}

function dateFormat(
  headings: readonly string[],
  year: number | undefined,
  corrections: Corrections,
): { dates: DateFormat; guesses: Guess[] } {
  const found = guessDateOrder(headings);
  const order = corrections.order ?? found.order;
  const other: DateOrder = order === 'day first' ? 'month first' : 'day first';
  const guesses: Guess[] = [];
  if (!found.sure && !corrections.order)
    guesses.push({ about: 'dates', guess: order, alternatives: [other], example: found.example ?? '' });
  const example = headings.find((heading) => moment(heading, { order, year }) && !moment(heading, { order }));
  if (year !== undefined && example !== undefined && corrections.year === undefined)
    guesses.push({ about: 'year', guess: year, alternatives: [year - 1, year + 1], example });
  return { dates: { order, year }, guesses };
}

function titleYear(cells: Cells): number | undefined {
  const titles = cells.slice(0, 10).flat().join(' ');
  const year = /\b(20\d{2})\b/.exec(titles)?.[1];
  return year === undefined ? undefined : Number(year);
}

// A column headed "Metric" or "Key", else the one before the periods that has the most words in it.
function nameColumns(cells: Cells, header: number, dates: DateFormat, isTurned: boolean): number[] {
  const headings = cells[header] ?? [];
  const named = [...headings.keys()].filter((column) => isNameHeading(headings[column] ?? ''));
  if (named.length > 0) return named;
  const first = headings.findIndex((heading) => moment(heading, dates));
  // Turned round, the rows before the headings are columns left of the periods, and may be KPIs too.
  const rows = [...cells.keys()].filter((row) => (isTurned ? row !== header : row > header));
  const texts = (column: number) => rows.filter((row) => /\p{L}/u.test(cellAt(cells, row, column))).length;
  const [beside] = [...Array(Math.max(0, first)).keys()]
    .map((column) => ({ column, count: texts(column) }))
    .sort((one, other) => other.count - one.count);
  return beside === undefined || beside.count === 0 ? [] : [beside.column];
}
