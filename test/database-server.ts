// Keeps one PostgreSQL for all test files of a machine: `node test/database-server.ts FOLDER`. Ends by itself when it is no longer used.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '#db/embedded.ts';
import { lockFolder } from '#db/embedded-lock.ts';
import { Fault } from '#db/place-fault.ts';

const quiet = { info() {}, warn() {}, error() {} };
const folder = process.argv[2]!;
const ready = join(folder, 'ready.json');
const fault = join(folder, 'fault.txt');

mkdirSync(folder, { recursive: true, mode: 0o700 });
try {
  await keep(lockFolder(folder, 0));
} catch (error) {
  // The loser of a race between test files ends in silence: the winner's server is as good.
  if (!(error instanceof Fault && error.message.includes('already running'))) {
    writeFileSync(fault, String(error));
    process.exitCode = 1;
  }
}

async function keep(release: () => void): Promise<void> {
  rmSync(ready, { force: true });
  rmSync(fault, { force: true });
  const data = emptyFolder();
  // A killed process loses nothing without fsync either, only a power cut does, and these data last no longer than their server.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '400',
    shared_buffers: '128MB',
    max_wal_size: '256MB',
  };
  const { connection, stop } = await startEmbedded({ folder: data, log: quiet, settings });
  const leaving = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leaving.abort());
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => leaving.abort());
  await client.connect();
  writeFileSync(`${ready}.new`, JSON.stringify({ connection, pid: process.pid }));
  renameSync(`${ready}.new`, ready);
  await unused(client, leaving.signal);
  rmSync(ready, { force: true });
  await client.end();
  await stop();
  removeData();
  release();
}

/** A folder for the data, in memory where there is room: a database is a thousand files, and each test makes and drops one. */
function emptyFolder(): string {
  removeData();
  const data = join(folder, 'data');
  const [memory, room] = ['/dev/shm', 2 ** 31];
  if (existsSync(memory) && spaceIn(memory) > room && process.availableMemory() > room)
    symlinkSync(mkdtempSync(join(memory, 'tandem-test-')), data);
  else mkdirSync(data, { mode: 0o700 });
  return data;
}

function spaceIn(place: string): number {
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
}

function removeData(): void {
  const data = join(folder, 'data');
  if (existsSync(data)) rmSync(realpathSync(data), { recursive: true, force: true });
  rmSync(data, { force: true });
}

async function tests(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query("select from pg_database where datname ~ '^test_'");
  return rowCount ?? 0;
}

/** Ends when there has been no session for a minute, or for ten while a test file still has its database. */
async function unused(client: pg.Client, leaving: AbortSignal): Promise<void> {
  const step = 5;
  for (let seconds = 0; !leaving.aborted; seconds += step) {
    const { rows } = await client.query<{ sessions: number }>(
      "select count(*)::int as sessions from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    if (rows[0]!.sessions > 0) seconds = 0;
    if (seconds >= 600 || (seconds >= 60 && (await tests(client)) === 0)) return;
    await sleep(step * 1000, undefined, { signal: leaving }).catch(() => {});
  }
}
