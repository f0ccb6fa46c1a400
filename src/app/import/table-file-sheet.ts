import { type Cell, type CellValue, type ReadOptions, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import { cellAddress, columnLetters } from '#domain/import/address.ts';
import { findLayout } from '#domain/import/layout.ts';
import { isYearAbove, type Merge } from '#domain/import/merged-cells.ts';
import { type DateSystem, dateText, numberText } from '#domain/import/workbook-cell.ts';
import { type SheetName, type Table, TableFileFault } from './table-file.ts';
import { damaged } from './table-file-zip.ts';

/** The bytes of a workbook, and the sheet that is asked for; without a name the first one that can be seen and has headings. */
export type SheetAsked = { bytes: Uint8Array; sheet: string | undefined };

/** Reads one sheet of an Excel workbook; throws TableFileFault when there is none of that name, or nothing in any. */
export async function readSheetOf({ bytes, sheet: wanted }: SheetAsked): Promise<Table> {
  const sheets: SheetName[] = [];
  const { dateSystem = '1900' } = await opened(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, hidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  const tries = wanted === undefined ? sheets.filter(({ hidden }) => !hidden) : [named(sheets, wanted)];
  let first: Table | undefined;
  for (const { name } of tries) {
    const sheet = await sheetNamed(bytes, name);
    const table = sheet && tableOfSheet(sheet, dateSystem, sheets);
    if (!table || table.cells.length === 0) continue;
    // A cover and a page of notes come before the numbers in many workbooks. Which year headings belong to does not matter here.
    if (wanted !== undefined || !('fault' in findLayout(table.cells, 2000))) return table;
    first ??= table;
  }
  if (first) return first;
  const all = listed(sheets);
  const message =
    wanted !== undefined
      ? `There are no cells in the sheet '${wanted}'; the sheets of this workbook are ${all}.`
      : sheets.some(({ hidden }) => hidden)
        ? `There are no cells in the sheets that can be seen. Name a hidden one to read it; there are ${all}.`
        : 'The workbook is empty: there is nothing to import.';
  throw new TableFileFault(message, { field: wanted === undefined ? 'content' : 'sheet' });
}

function named(sheets: readonly SheetName[], wanted: string): SheetName {
  // Excel does not tell capitals apart in the names of sheets.
  const found =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (found) return found;
  throw new TableFileFault(`There is no sheet '${wanted}' in this workbook, but ${listed(sheets)}.`, {
    field: 'sheet',
  });
}

function listed(sheets: readonly SheetName[]): string {
  return sheets.map(({ name, hidden }) => `'${name}'${hidden ? ' (hidden)' : ''}`).join(', ');
}

async function sheetNamed(bytes: Uint8Array, wanted: string): Promise<Sheet | undefined> {
  // As if all days counted from 1904: then the number that was saved can be had back from the date, also where 1900 has a day too many.
  const options = { readStyles: true, dateSystem: '1904' } as const;
  const { sheets } = await opened(bytes, { ...options, sheets: ({ name }) => name === wanted });
  return sheets[0];
}

async function opened(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  try {
    return await readXlsx(bytes, options);
  } catch (fault) {
    const reason = String(fault);
    // A sheet that is one chart has a name and no cells.
    if (reason.includes('missing worksheet file')) return { sheets: [] };
    const [, rows, columns] = /spans (\d+) rows x (\d+) columns/.exec(reason) ?? [];
    if (rows !== undefined)
      throw new TableFileFault(
        `The sheet reaches over ${rows} rows and ${columns} columns: delete the empty rows and columns beyond the data, or cut it in parts.`,
        { code: 'too_large' },
      );
    throw new TableFileFault(damaged);
  }
}

function tableOfSheet(sheet: Sheet, system: DateSystem, sheets: SheetName[]): Table {
  const texts = new CellTexts(sheet, system);
  const cells = sheet.rows.map((row, at) => texts.ofRow(row, at));
  while (cells.length > 0 && cells.at(-1)!.length === 0) cells.pop();
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    ...{ top: startRow, left: startCol, bottom: endRow, right: endCol },
  }));
  const others = sheets.filter(({ name }) => name !== sheet.name);
  const notes = [
    ...(others.length > 0 ? [`Only the sheet '${sheet.name}' was read, not ${listed(others)}.`] : []),
    ...hiddenNotes(sheet, cells),
    ...mergedNotes(
      sheet,
      merges.filter((merge) => !isYearAbove(cells, merge)),
    ),
    ...texts.notes(),
  ];
  const workbook = { sheet: sheet.name, sheets, merges };
  return { cells, delimiter: '', encoding: 'Excel workbook', notes, faults: [], workbook };
}

/** Turns what is saved in cells into text. */
class CellTexts {
  readonly #cells: Map<string, Cell>;
  readonly #system: DateSystem;
  readonly #uncalculated: string[] = [];

  constructor({ cells = new Map() }: Sheet, system: DateSystem) {
    this.#cells = cells;
    this.#system = system;
  }

  ofRow(row: readonly CellValue[], at: number): string[] {
    const texts = row.map((value, column) => this.#of(value, at, column));
    while (texts.length > 0 && texts.at(-1)!.trim() === '') texts.pop();
    return texts;
  }

  notes(): string[] {
    const which = several(this.#uncalculated);
    const right = 'open the workbook, let it calculate, and save it';
    if (this.#uncalculated.length === 0) return [];
    if (this.#uncalculated.length === 1) return [`The formula in ${which} has no saved value: ${right}.`];
    return [`Formulas have no saved value, in ${which}: ${right}.`];
  }

  #of(value: CellValue, row: number, column: number): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    const cell = this.#cells.get(`${row},${column}`);
    if (value === null) {
      if (cell?.formula === undefined) return '';
      this.#uncalculated.push(cellAddress(row + 1, column + 1));
      return `=${cell.formula}`;
    }
    const format = cell?.style?.numFmt ?? '';
    if (typeof value === 'number') return numberText(value, format);
    const serial = (value.getTime() - Date.UTC(1904, 0, 1)) / 86_400_000;
    // Formats of the far east have a number and no text here.
    return dateText(serial, format === '' ? 'yyyy-mm-dd' : format, this.#system);
  }
}

function hiddenNotes({ rowDefs, columns = [] }: Sheet, cells: readonly string[][]): string[] {
  const rows = [...(rowDefs ?? [])]
    .filter(([row, { hidden }]) => hidden && (cells[row]?.length ?? 0) > 0)
    .map(([row]) => row + 1)
    .sort((one, other) => one - other);
  const filled = [...columns.keys()].filter(
    (column) => columns[column]?.hidden && cells.some((row) => (row[column] ?? '') !== ''),
  );
  return [
    ...hiddenNote('row', rows, String),
    ...hiddenNote(
      'column',
      filled.map((column) => column + 1),
      columnLetters,
    ),
  ];
}

function hiddenNote(what: string, lines: readonly number[], name: (line: number) => string): string[] {
  if (lines.length === 0) return [];
  const spans: [number, number][] = [];
  for (const line of lines) {
    const last = spans.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else spans.push([line, line]);
  }
  const names = spans.map(([from, to]) => (from === to ? name(from) : `${name(from)} to ${name(to)}`));
  const [subject, verb] = lines.length === 1 ? [what, 'is'] : [`${what}s`, 'are'];
  return [`The hidden ${subject} ${several(names)} ${verb} read like the others.`];
}

function mergedNotes({ rows }: Sheet, merges: readonly Merge[]): string[] {
  const counted = merges
    .filter(({ top, left }) => typeof rows[top]?.[left] === 'number')
    .map(
      ({ top, left, bottom, right }) =>
        `${cellAddress(top + 1, left + 1)}:${cellAddress(bottom + 1, right + 1)}`,
    );
  if (counted.length === 0) return [];
  return [
    `Merged cells with a number, ${several(counted)}, count as their first cell; the others are empty.`,
  ];
}

function several(names: readonly string[]): string {
  const rest = names.length - 5;
  return rest > 0 ? `${names.slice(0, 5).join(', ')} and ${rest} more` : names.join(', ');
}
