import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { codeOf, Fault } from './place-fault.ts';

/**
 * Takes a data folder for this process and gives the release; refuses when another living process has it.
 * The lock is SQLite's lock on a file of its own: the kernel lets go of it when the holder dies, however it dies,
 * so there is no stale lock to judge and no process number to mistake for another's.
 * Waits `patience` milliseconds first: whoever starts again right after a kill may find the killed one still ending.
 */
export function lockFolder(folder: string, patience = 3000): () => void {
  const holder = join(folder, 'tandem.pid');
  const lock = new DatabaseSync(join(folder, 'tandem.lock'), { timeout: patience });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new Fault(
      `Tandem is already running on ${folder}${processOf(holder)}: stop it first, or set TANDEM_DATA to another folder.`,
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  return () => {
    if (lock.isOpen) lock.close();
  };
}

function processOf(holder: string): string {
  try {
    return ` (process ${readFileSync(holder, 'utf8').trim()})`;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return '';
  }
}
