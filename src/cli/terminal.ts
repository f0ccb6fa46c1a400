import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { run } from './run.ts';
import type { World } from './world.ts';

/** The command line of this process. */
export function runInTerminal(words: readonly string[]): Promise<number> {
  return run(words, terminal);
}

const terminal: World = {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  line: secretLine,
  ...(process.stderr.isTTY && { progress: bar }),
  ...(process.stderr.isTTY && { width: process.stderr.columns }),
};

const width = 30;

function bar(done: number, total: number): void {
  const full = Math.round((done / Math.max(1, total)) * width);
  const drawn = '█'.repeat(full) + '░'.repeat(width - full);
  // Written over itself, and taken away when it is full.
  process.stderr.write(done < total ? `\r${drawn} ${done} of ${total}` : '\r\u001b[K');
}

/** The first line of the standard input, not shown while it is typed: it is a token or a password, and terminals keep what they showed. */
export async function secretLine(): Promise<string> {
  const hidden = new Writable({ write: (_chunk, _encoding, written) => written() });
  const reader = createInterface({ input: process.stdin, output: hidden, terminal: process.stdin.isTTY });
  try {
    for await (const line of reader) return line;
    return '';
  } finally {
    reader.close();
    if (process.stdin.isTTY) process.stderr.write('\n');
  }
}
