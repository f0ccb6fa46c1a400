import papa from 'papaparse';
import type { Merge } from '#domain/import/merged-cells.ts';

/** A file that holds no table, or none where it was asked for; the message says why, for the person. */
export class TableFileFault extends Error {
  readonly code: 'invalid' | 'too_large';
  readonly field: 'content' | 'sheet';

  constructor(
    message: string,
    { code = 'invalid', field = 'content' }: Partial<Pick<TableFileFault, 'code' | 'field'>> = {},
  ) {
    super(message);
    this.name = 'TableFileFault';
    this.code = code;
    this.field = field;
  }
}

/** What the bytes of a file are, as it was decided. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'Excel workbook';

/** A line of the file that is broken, counted from 1. */
export type LineFault = { line: number; why: string };

/** A sheet of a workbook by its name. */
export type SheetName = { name: string; hidden: boolean };

/** The workbook that a table comes from: the sheet that was read, and all that there are. */
export type InWorkbook = { sheet: string; sheets: SheetName[]; merges: Merge[] };

/** A file cut into cells; blank lines are kept, so that a row has the number that a spreadsheet shows. */
export type Table = {
  cells: string[][];
  delimiter: string;
  encoding: Encoding;
  notes: string[];
  faults: LineFault[];
  workbook?: InWorkbook;
};

const delimiters = [';', '\t', ',', '|'];

/** Whether the bytes are those of a workbook of any kind, or of what looks like one: a ZIP, or an old Office file. */
export function isWorkbook([first, second, third]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b && third === 0x03) || (first === 0xd0 && second === 0xcf);
}

/** Cuts the bytes of a CSV file into cells; throws TableFileFault for a workbook, a picture or any other binary. */
export function readTable(bytes: Uint8Array): Table {
  const { text, encoding, notes } = decode(bytes);
  return { ...readTableText(text), encoding, notes };
}

/** Cuts a text, such as a pasted one, into cells. */
export function readTableText(text: string): Omit<Table, 'encoding' | 'notes'> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (/[\0-\x08\x0e-\x1f]/.test(text))
    throw new TableFileFault('This file is binary, not text: save the sheet as CSV and import that.');
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
  // Excel writes the delimiter into a first line of its own; it becomes a blank line, so that the numbers of the rows hold.
  const named = /^sep=(.)(?=\n|$)/i.exec(lines)?.[1];
  const body = named === undefined ? lines : lines.slice(5);
  const delimiter = named ?? guessDelimiter(body);
  const { data, errors } = papa.parse<string[]>(body, { delimiter, newline: '\n' });
  const faults = errors.map((error) => ({ line: lineAt(body, error.index ?? 0), why: reason(error.code) }));
  const once = faults.filter(
    (fault, index) => faults.findIndex((each) => each.line === fault.line) === index,
  );
  return { cells: lines === '' ? [] : data, delimiter, faults: once };
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding; notes: string[] } {
  const [first, second] = bytes;
  if (isWorkbook(bytes))
    throw new TableFileFault('This is a workbook, and a CSV file was expected: save its sheet as CSV.');
  if (first === 0xff && second === 0xfe)
    return { text: decoded('utf-16le', bytes), encoding: 'UTF-16', notes: [] };
  if (first === 0xfe && second === 0xff)
    return { text: decoded('utf-16be', bytes), encoding: 'UTF-16', notes: [] };
  if (bytes.includes(0))
    throw new TableFileFault('This file is binary, not text: save the sheet as CSV and import that.');
  try {
    return { text: decoded('utf-8', bytes), encoding: 'UTF-8', notes: [] };
  } catch {
    const note =
      'The file is not valid UTF-8 and was read as Windows-1252: check names with accents and currency signs.';
    return { text: decoded('windows-1252', bytes), encoding: 'Windows-1252', notes: [note] };
  }
}

function decoded(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (encoding === 'utf-8') throw cause;
    throw new TableFileFault(
      `This file cannot be read as ${encoding.toUpperCase()}: save it as CSV in UTF-8.`,
    );
  }
}

// The delimiter that cuts most lines into the same number of cells. Counting characters would take the decimal commas of a
// semicolon sheet for delimiters.
function guessDelimiter(text: string): string {
  const sample = text.slice(0, 100_000);
  const scores = delimiters.map((delimiter) => {
    const { data } = papa.parse<string[]>(sample, {
      delimiter,
      newline: '\n',
      preview: 200,
      skipEmptyLines: true,
    });
    const widths = Map.groupBy(
      data.filter((row) => row.length > 1),
      (row) => row.length,
    );
    const [alike = []] = [...widths.values()].sort((one, other) => other.length - one.length);
    return { delimiter, rows: alike.length, width: alike[0]?.length ?? 0 };
  });
  scores.sort((one, other) => other.rows - one.rows || other.width - one.width);
  const [best] = scores;
  return best && best.rows > 0 ? best.delimiter : ',';
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function reason(code: string): string {
  if (code === 'MissingQuotes')
    return 'a quotation mark is opened and never closed, so the rest of the file is one cell';
  return 'a quotation mark inside a cell is not doubled';
}
