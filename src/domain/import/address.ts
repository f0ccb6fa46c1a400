/** How a column is called in a sentence: "column 3" in a text, "column C" in a workbook. */
export type ColumnName = (column: number) => string;

/** The letters over a column of a spreadsheet, counted from 1: 28 is AB. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnLetters(before) + letter;
}

/** A cell as a spreadsheet names it, by row and column counted from 1: B7. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A column by its number. */
export const numberedColumn: ColumnName = (column) => `column ${column}`;

/** A column by its letters. */
export const letteredColumn: ColumnName = (column) => `column ${columnLetters(column)}`;
