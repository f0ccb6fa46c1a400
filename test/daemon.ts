import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whom a server runs as: nobody where the tests are root's, for databases refuse to run as root. */
export function unprivileged(): { uid: number; gid: number } | Record<never, never> {
  return process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}

/** A folder of nobody's own, to be removed by the server that is started in it. */
export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tandem-${name}-`));
  const user = unprivileged();
  if ('uid' in user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** A port of the loopback that nobody listens at. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Runs a server in a folder until the test is over, which removes the folder; comes back when it answers. */
export async function daemon(
  t: Pick<TestContext, 'after'>,
  [program, ...args]: [string, ...string[]],
  {
    folder,
    answers,
    stop = 'SIGTERM',
    ...options
  }: SpawnOptions & {
    folder: string;
    answers: () => Promise<boolean>;
    stop?: NodeJS.Signals;
  },
): Promise<void> {
  const server = spawn(program, args, { stdio: 'ignore', ...unprivileged(), cwd: folder, ...options });
  let failed: unknown;
  server.on('error', (error) => {
    failed = error;
  });
  t.after(async () => {
    const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
    if (server.kill(stop)) await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  for (let tries = 0; !(await answers()); tries++) {
    if (failed) throw failed;
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}.`);
    if (tries > 300) throw new Error(`${program} did not answer within 30 s.`);
    await sleep(100);
  }
}
