/** What a cell of a CSV can hold: numbers stay numbers, null is an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/** A column of a CSV: its head, and what stands in it. */
export type CsvColumn<R> = { head: string; cell: (row: R) => Cell };

// Excel reads a CSV as UTF-8 only when it begins with this mark; other programs skip it.
const byteOrderMark = '\uFEFF';

/**
 * Rows as a CSV (RFC 4180: commas, CRLF, quotes doubled) with a byte order mark. Texts that a spreadsheet would take for a formula get
 * an apostrophe before them; numbers are written with a point and all their digits, without one.
 */
export function csv<R>(columns: readonly CsvColumn<R>[], rows: readonly R[]): string {
  const lines = [
    columns.map(({ head }) => written(head)),
    ...rows.map((row) => columns.map(({ cell }) => written(cell(row)))),
  ];
  return byteOrderMark + lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = harmless(cell);
  return /[",\r\n;\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

// OWASP's list of beginnings; a full-width form counts as its plain one in some spreadsheets.
function harmless(text: string): string {
  return /^[\s"']*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
