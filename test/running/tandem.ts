import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Tandem that runs as a process of its own; `address` is empty when it ended before it listened. */
export type Running = {
  address: string;
  child: ChildProcess;
  /** All that it wrote so far. */
  said(): string;
  /** Its exit code; null after a signal that it did not catch. */
  ended: Promise<number | null>;
};

/** The folder of the clone. */
export const clone = join(import.meta.dirname, '..', '..');

const main = join(clone, 'src', 'main.ts');

/** Starts a process as people do, on a port of its own, and waits for its address or its end; killed after the test. */
export async function startTandem(
  t: TestContext,
  env: Record<string, string>,
  command: string[] = [main, 'serve'],
): Promise<Running> {
  const { NODE_TEST_CONTEXT: _, TANDEM_SECRET: __, DATABASE_URL: ___, ...ours } = process.env;
  const child = spawn(process.execPath, command, { env: { ...ours, PORT: '0', RATE_LIMIT: '0', ...env } });
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  const { promise: listens, resolve } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (addressIn(text)) resolve();
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await Promise.race([listens, ended]);
  return { address: addressIn(text), child, said: () => text, ended };
}

const addressIn = (text: string) => /^Tandem is at (\S+)$/m.exec(text)?.[1] ?? '';

/** What a process said last, without the lines of its log. */
export function lastLine({ said }: Pick<Running, 'said'>): string {
  const lines = said()
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
  return lines.at(-1) ?? '';
}

/** A folder of the test file's own. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-running-'));
  // After the file, because a test's own hooks run in the order in which they were added, and the processes end later.
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** Waits until something is so, at most so many seconds. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It is still not so after ${seconds} s: ${what}`);
    await sleep(50);
  }
}
