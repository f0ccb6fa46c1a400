import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** A cell with its number format, and the formula that its value was computed by; null with a formula has no saved value. */
type Formatted = { value: CellValue; numFmt?: string; formula?: string };

/** A sheet to write; its cells from A1 on. */
export type MadeSheet = Omit<WriteSheet, 'rows' | 'cells' | 'data'> & {
  rows: readonly (readonly (CellValue | Formatted)[])[];
};

/** The bytes of an Excel workbook of these sheets. */
export function makeWorkbook(
  sheets: readonly MadeSheet[],
  dateSystem: '1900' | '1904' = '1900',
): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map(({ rows, ...sheet }) => {
      const cells = new Map<string, Partial<Cell>>();
      const values = rows.map((row, at) =>
        row.map((cell, column) => {
          if (typeof cell !== 'object' || cell === null || cell instanceof Date) return cell;
          const { value, numFmt, formula } = cell;
          cells.set(`${at},${column}`, {
            value,
            ...(numFmt && { style: { numFmt } }),
            ...(formula && { formula, ...(value !== null && { formulaResult: value }) }),
          });
          return value;
        }),
      );
      return { ...sheet, rows: values, cells };
    }),
  });
}

/** A workbook as an import takes it. */
export async function workbookFile(
  sheets: readonly MadeSheet[],
  name = 'book.xlsx',
): Promise<{ name: string; content: string; encoding: 'base64' }> {
  const content = Buffer.from(await makeWorkbook(sheets)).toString('base64');
  return { name, content, encoding: 'base64' };
}

/** A day as a date of a workbook. */
export function dateCell(day: string, numFmt = 'dd/mm/yyyy'): Formatted {
  return { value: new Date(`${day}T00:00:00Z`), numFmt };
}
