import { once } from 'node:events';
import { type AnalyseWorld, analyse } from './command.ts';

const usualWidth = 100;

/** The command `analyse` of this process. */
export function analyseInTerminal(
  words: readonly string[],
  readTable: AnalyseWorld['readTable'],
): Promise<number> {
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    // `tandem analyse FILE | head` has read enough: nobody waits for the rest.
    if (fault.code === 'EPIPE') process.exit(0);
  });
  return analyse(words, {
    out: (text) => (process.stdout.write(text) ? undefined : once(process.stdout, 'drain')),
    err: (text) => process.stderr.write(text),
    input: process.stdin,
    width: Math.max(40, process.stdout.columns ?? (Number(process.env.COLUMNS) || usualWidth)),
    today: Temporal.Now.plainDateISO().toString(),
    readTable,
  });
}
