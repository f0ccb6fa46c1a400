import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunAs } from './embedded-engine.ts';
import { codeOf, Fault } from './place-fault.ts';

/** A PostgreSQL to be run: its programs, the folder of its files, who runs it, where it writes its log, and its settings. */
export type Cluster = {
  engine: string;
  files: string;
  runAs: RunAs;
  logFile: string;
  settings: Record<string, string>;
};

/**
 * How a program whose working folder is the cluster's names that folder. Root's child has put root's rights down, and may not be
 * able to enter a parent (/root is 0700); through /proc it reaches the folder it already stands in.
 */
export function ownName({ files, runAs }: Pick<Cluster, 'files' | 'runAs'>): string {
  return runAs && process.platform === 'linux' ? '/proc/self/cwd' : files;
}

/** The surroundings of PostgreSQL's programs: nothing of ours leaks into the database's processes. */
export function surroundings({ files, runAs }: Pick<Cluster, 'files' | 'runAs'>) {
  return { cwd: files, ...runAs, env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
}

/** Starts PostgreSQL and waits until it takes connections, through crash recovery and what a killed one left; refuses when it gives up. */
export async function startCluster(cluster: Cluster, patience = 30_000): Promise<ChildProcess> {
  const deadline = performance.now() + patience;
  for (;;) {
    await settle(cluster.files);
    const started = await attempt(cluster);
    if (typeof started !== 'string') return started;
    // For about a second after a kill, the dead server's children still hold its shared memory, and a new one refuses to start.
    const passing = /lock file|shared memory block|still in use/.test(started);
    if (!passing || performance.now() > deadline) {
      throw new Fault(
        `The embedded PostgreSQL did not start (its log is ${cluster.logFile}): ${lastWords(started)}`,
      );
    }
    await sleep(150);
  }
}

async function attempt(cluster: Cluster): Promise<ChildProcess | string> {
  const log = openSync(cluster.logFile, 'a');
  const before = fstatSync(log).size;
  const settings = Object.entries(cluster.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(cluster.engine, 'bin', 'postgres'), ['-D', ownName(cluster), ...settings], {
    ...surroundings(cluster),
    stdio: ['ignore', log, log],
    // Ctrl-C reaches the whole process group: in ours, the database would go before the requests in flight have ended.
    detached: true,
  });
  closeSync(log);
  child.on('error', () => {});
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const [pid, , , , , , , status] = postmasterFile(cluster.files);
    if (Number(pid) === child.pid && status?.trim() === 'ready') return child;
    await sleep(15);
  }
  return readFileSync(cluster.logFile).subarray(before).toString('utf8');
}

/** Ends a PostgreSQL: its sessions are broken off and its files closed cleanly; after 30 s without regard to cleanliness. */
export async function stopCluster(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const urgent = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(urgent);
}

// PostgreSQL outlives a Tandem that was killed. It is stopped, not adopted: a child of ours is one whose death we hear of.
async function settle(files: string): Promise<void> {
  const pid = Number(postmasterFile(files)[0]);
  if (!pid || !lives(pid)) return;
  if (!worksIn(pid, files)) {
    // A number used anew, after a restart of the machine or of a container, would keep PostgreSQL from starting for ever.
    if (process.platform === 'linux' && !anybodyWorksIn(files))
      rmSync(join(files, 'postmaster.pid'), { force: true });
    return;
  }
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
  ] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!lives(pid)) return;
      await sleep(20);
    }
  }
  throw new Fault(
    `An earlier PostgreSQL (process ${pid}) still works in ${files} and does not stop: end it, then start again.`,
  );
}

function postmasterFile(files: string): string[] {
  try {
    return readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  // A killed orphan that nobody waits for (a container without an init) stays a zombie; it holds nothing any more.
  return (
    process.platform !== 'linux' ||
    !/^State:\s+Z/m.test(proc(() => readFileSync(`/proc/${pid}/status`, 'utf8')))
  );
}

function worksIn(pid: number, files: string): boolean {
  if (process.platform === 'linux') return proc(() => readlinkSync(`/proc/${pid}/cwd`)) === files;
  const command = proc(() => execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }));
  return command.includes('postgres') && command.includes(files);
}

function anybodyWorksIn(files: string): boolean {
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(Number(name), files));
}

/** What a look at another process gives; '' when it has gone or is not ours to look at. */
function proc(look: () => string): string {
  try {
    return look();
  } catch {
    return '';
  }
}

function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return (lines.at(-1) ?? log.trim().split('\n').at(-1) ?? 'it said nothing').replace(
    /^.*?(FATAL|PANIC|ERROR):\s+/,
    '',
  );
}
