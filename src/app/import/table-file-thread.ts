// Runs in a thread of its own: a workbook that is made to take for ever, or all memory, ends with it.
import { parentPort, workerData } from 'node:worker_threads';
import { TableFileFault } from './table-file.ts';
import { readSheetOf, type SheetAsked } from './table-file-sheet.ts';
import type { SheetRead } from './table-file-workbook.ts';

async function read(): Promise<SheetRead> {
  try {
    return { table: await readSheetOf(workerData as SheetAsked) };
  } catch (fault) {
    if (!(fault instanceof TableFileFault)) throw fault;
    return { fault: fault.message, code: fault.code, field: fault.field };
  }
}

parentPort?.postMessage(await read());
