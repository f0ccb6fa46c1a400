import type { ImportFile } from '#contract/import-file.ts';
import { Refused } from '#contract/refused.ts';
import { readTableText, type Table, TableFileFault } from './table-file.ts';
import { readTableFile } from './table-file-workbook.ts';

const megabyte = 2 ** 20;

/** What one import may bring: 12 MB are some 400,000 readings, read in about three seconds. */
const mostBytes = 12 * megabyte;
const mostCells = 5_000_000;

/** The table of an uploaded file; refuses, with the reason, what is too large, no table, broken, or empty. */
export async function tableOf({
  content,
  encoding,
  sheet,
}: Pick<ImportFile, 'content' | 'encoding' | 'sheet'>): Promise<Table> {
  const bytes = encoding === 'base64' ? bytesOf(content) : undefined;
  refuseSize(bytes?.length ?? Buffer.byteLength(content));
  const table = await cut(async () =>
    bytes || sheet !== undefined
      ? readTableFile(bytes ?? Buffer.from(content), sheet)
      : { ...readTableText(content), encoding: 'UTF-8' as const, notes: [] },
  );
  const [fault] = table.faults;
  if (fault) throw new Refused('invalid', brokenLines(table), 'content');
  const width = widthOf(table);
  if (!table.cells.some((row) => row.some((cell) => cell.trim() !== '')))
    throw new Refused('invalid', 'The file is empty: there is nothing to import.', 'content');
  // A scorecard is turned round as a whole, so one very long line among many short ones counts in full.
  if (width * table.cells.length > mostCells)
    throw new Refused(
      'too_large',
      `The table has ${table.cells.length} rows of up to ${width} cells: import at most ${mostCells} cells at once.`,
      'content',
    );
  return table;
}

/** The cells of the longest row. */
export function widthOf({ cells }: Pick<Table, 'cells'>): number {
  return cells.reduce((most, row) => Math.max(most, row.length), 0);
}

function bytesOf(content: string): Buffer {
  refuseSize((content.length / 4) * 3 - 2);
  if (/[^A-Za-z0-9+/=\s]/.test(content))
    throw new Refused('invalid', 'The content is not base64: send the bytes of the file so.', 'content');
  return Buffer.from(content, 'base64');
}

function refuseSize(bytes: number): void {
  if (bytes <= mostBytes) return;
  const size = Math.round(bytes / megabyte);
  throw new Refused(
    'too_large',
    `The file has ${size} MB: import at most ${mostBytes / megabyte} MB at once, for instance one file a year.`,
    'content',
  );
}

async function cut(read: () => Promise<Table>): Promise<Table> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof TableFileFault) throw new Refused(fault.code, fault.message, fault.field);
    throw fault;
  }
}

function brokenLines({ faults }: Table): string {
  const [first, ...others] = faults;
  const more = others.length === 0 ? '' : ` So ${others.length === 1 ? 'is' : 'are'} ${listed(others)}.`;
  return `Line ${first!.line} is broken: ${first!.why}. Mend the file and import it again.${more}`;
}

function listed(faults: Table['faults']): string {
  const lines = faults.slice(0, 5).map(({ line }) => line);
  const rest = faults.length - lines.length;
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
