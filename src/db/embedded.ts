import { type ChildProcess, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { engineFor, type RunAs } from './embedded-engine.ts';
import { lockFolder } from './embedded-lock.ts';
import { type Cluster, ownName, startCluster, stopCluster, surroundings } from './embedded-process.ts';
import { codeOf, Fault, type Log, wordsOf } from './place-fault.ts';

/** How to reach a database: a socket's folder or a host, or one connection string. */
export type Connection = Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'database' | 'connectionString'>;

/** A running embedded PostgreSQL: how to reach it, and how to end it cleanly. */
export type Embedded = { connection: Connection; stop(): Promise<void> };

/** Where the files are, who hears of restarts, settings beyond the usual ones, and who is told when it cannot be kept running. */
export type EmbeddedOptions = {
  folder: string;
  log: Log;
  settings?: Record<string, string>;
  gone?: (fault: Fault) => void;
};

const major = '18';
const port = 5432;

/**
 * Starts the PostgreSQL of a data folder as a child of this process and keeps it running: at most five restarts in a minute.
 * It listens on a Unix socket only; whoever may enter the socket's folder (0700) is trusted. Refuses when another Tandem has the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = realpathSync(options.folder);
  const release = lockFolder(folder);
  try {
    const runAs = runner(folder);
    const files = join(folder, 'postgres');
    const engine = engineFor(runAs, folder);
    if (!existsSync(files)) createFiles(folder, engine, runAs);
    checkFiles(files, runAs);
    const socket = socketFolder(files, runAs);
    const cluster: Cluster = {
      engine,
      files,
      runAs,
      logFile: join(folder, 'postgres.log'),
      settings: {
        ...usualSettings(),
        ...options.settings,
        unix_socket_directories: socket ?? ownName({ files, runAs }),
      },
    };
    const connection = { host: socket ?? files, port, user: 'tandem', database: 'tandem' };
    const keeper = await keepRunning(cluster, options);
    const end = async () => {
      await keeper.stop();
      if (socket) rmSync(socket, { recursive: true, force: true });
      release();
    };
    let ended: Promise<void> | undefined;
    const stop = () => (ended ??= end());
    await createDatabase(connection).catch(async (error) => {
      await stop();
      throw error;
    });
    return { connection, stop };
  } catch (error) {
    release();
    throw error;
  }
}

async function keepRunning(cluster: Cluster, { log, gone }: EmbeddedOptions) {
  let child = await startCluster(cluster);
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const restarts: number[] = [];

  const watch = (watched: ChildProcess) =>
    watched.once('exit', (code, signal) => {
      if (!stopping) restarting = restart(signal ?? `exit code ${code}`);
    });
  const restart = async (cause: string) => {
    restarts.push(performance.now());
    log.warn(`The embedded PostgreSQL ended by itself (${cause}); starting it again`);
    try {
      if (restarts.filter((at) => performance.now() - at < 60_000).length > 5) {
        throw new Fault(
          `The embedded PostgreSQL ended more than five times in a minute (its log is ${cluster.logFile})`,
        );
      }
      child = await startCluster(cluster);
      watch(child);
      log.info('The embedded PostgreSQL is back');
    } catch (error) {
      log.error(wordsOf(error));
      gone?.(error instanceof Fault ? error : new Fault(wordsOf(error)));
    }
  };
  watch(child);
  return {
    async stop() {
      stopping = true;
      await restarting;
      await stopCluster(child);
    },
  };
}

// PostgreSQL refuses to run as root: then the files' owner runs it, or the folder's, or else nobody.
function runner(folder: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const files = join(folder, 'postgres');
  for (const owned of [files, folder]) {
    const { uid, gid } = existsSync(owned) ? statSync(owned) : { uid: 0, gid: 0 };
    if (uid !== 0) return { uid, gid };
  }
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || 65534);
  return { uid: id('-u'), gid: id('-g') };
}

function createFiles(folder: string, engine: string, runAs: RunAs): void {
  // A first start that was killed half-way leaves an unusable folder, so files get their name only when they are complete.
  for (const name of readdirSync(folder)) {
    if (name.startsWith('postgres.new-')) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const files = mkdtempSync(join(folder, 'postgres.new-'));
  if (runAs) chownSync(files, runAs.uid, runAs.gid);
  // The built-in locale sorts alike on every machine; an index made with the C library's breaks silently when that is upgraded.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', ownName({ files, runAs }), '-U', 'tandem', '--auth=trust', ...locale];
  const made = spawnSync(join(engine, 'bin', 'initdb'), args, {
    ...surroundings({ files, runAs }),
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(files, { recursive: true, force: true });
    const words = made.error ? wordsOf(made.error) : made.stderr.trim().replaceAll(/\s*\n\s*/g, ' ');
    throw new Fault(`The embedded PostgreSQL could not make its files in ${folder}: ${words}`);
  }
  renameSync(files, join(folder, 'postgres'));
}

function checkFiles(files: string, runAs: RunAs): void {
  const { uid } = statSync(files);
  const expected = runAs?.uid ?? process.getuid?.();
  if (uid !== expected) {
    throw new Fault(
      `${files} belongs to user ${uid}, but PostgreSQL would run as user ${expected}: start Tandem as that user or as root, or give the folder away (chown -R).`,
    );
  }
  const version = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) {
    throw new Fault(
      `${files} was made by PostgreSQL ${version}, and this build brings ${major}: move the data with pg_dump, or start the older Tandem.`,
    );
  }
}

// A socket's whole path may have 107 bytes (103 on macOS): below a deep folder it has to live elsewhere.
function socketFolder(files: string, runAs: RunAs): string | undefined {
  if (Buffer.byteLength(join(files, `.s.PGSQL.${port}`)) <= 103) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  if (runAs) chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

function usualSettings(): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 2 ** 20);
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    fsync: 'on',
    max_connections: '100',
    shared_buffers: `${Math.min(1024, Math.max(64, Math.floor(megabytes / 8)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(megabytes / 2))}MB`,
    maintenance_work_mem: '128MB',
    work_mem: '8MB',
    random_page_cost: '1.1',
    // Our queries are short: compiling one takes longer than running it.
    jit: 'off',
    // A refused duplicate is the application's affair, and its values are no business of a log file.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  };
}

async function createDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query('create database tandem');
  } catch (error) {
    if (codeOf(error) !== '42P04') throw error;
  } finally {
    await client.end();
  }
}
