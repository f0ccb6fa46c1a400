import { Worker } from 'node:worker_threads';
import { isWorkbook, readTable, type Table, TableFileFault } from './table-file.ts';
import type { SheetAsked } from './table-file-sheet.ts';
import { partsOfZip } from './table-file-zip.ts';

/** What the thread answers. */
export type SheetRead =
  | { table: Table }
  | { fault: string; code: TableFileFault['code']; field: TableFileFault['field'] };

const mostSeconds = 60;
const mostHeapMegabytes = 1_024;

/** Cuts the bytes of a CSV file or of one sheet of an Excel workbook into cells; throws TableFileFault for anything else. */
export async function readTableFile(bytes: Uint8Array, sheet?: string): Promise<Table> {
  if (isWorkbook(bytes)) return readWorkbook(bytes, sheet);
  if (sheet !== undefined)
    throw new TableFileFault('This file is text and has no sheets: leave the sheet out.', { field: 'sheet' });
  return readTable(bytes);
}

async function readWorkbook(bytes: Uint8Array, sheet: string | undefined): Promise<Table> {
  if (bytes[0] === 0xd0) throw new TableFileFault(oldFileFault(bytes));
  const fault = otherFileFault(partsOfZip(bytes));
  if (fault) throw new TableFileFault(fault);
  const read = await oneAtATime(() => readInThread({ bytes, sheet }));
  if ('table' in read) return read.table;
  throw new TableFileFault(read.fault, read);
}

// Office keeps what a password protects in the file format of before, under this name.
function oldFileFault(bytes: Uint8Array): string {
  const isProtected = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isProtected
    ? 'The workbook is protected by a password: save it without one (in Excel: File, Info, Protect Workbook) and import that.'
    : 'This is an old Excel workbook (.xls): open it, save it as an Excel workbook (.xlsx), and import that.';
}

function otherFileFault(parts: readonly string[]): string | undefined {
  const names = new Set(parts);
  if (names.has('xl/workbook.bin'))
    return 'This is a binary Excel workbook (.xlsb): save it as an Excel workbook (.xlsx) and import that.';
  if (names.has('content.xml') && names.has('mimetype'))
    return 'This is an OpenDocument file (.ods): save it as an Excel workbook (.xlsx) or as CSV and import that.';
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.endsWith('workbook.xml')))
    return 'This is a packed file, and no Excel workbook is in it: import an Excel workbook (.xlsx) or a CSV file.';
  return undefined;
}

let last: Promise<unknown> = Promise.resolve();

// Two large workbooks at once would need twice the memory; whoever comes second waits some seconds.
function oneAtATime<Answer>(task: () => Promise<Answer>): Promise<Answer> {
  const next = last.then(task);
  last = next.catch(() => undefined);
  return next;
}

function readInThread(asked: SheetAsked): Promise<SheetRead> {
  const worker = new Worker(new URL('./table-file-thread.ts', import.meta.url), {
    env: {},
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
  });
  return new Promise<SheetRead>((done, fail) => {
    const timer = setTimeout(() => {
      fail(tooMuch(`takes longer than ${mostSeconds} s`));
      worker.terminate();
    }, mostSeconds * 1_000);
    worker.once('message', done);
    worker.once('error', (reason: { code?: string }) =>
      fail(reason.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('needs too much memory') : reason),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      fail(new Error('The thread that reads workbooks ended without an answer.'));
    });
  });
}

function tooMuch(what: string): TableFileFault {
  return new TableFileFault(
    `Reading the workbook ${what}: keep only the sheet to import, or cut it in parts.`,
    { code: 'too_large' },
  );
}
