import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { type Connection, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { type OpenDatabase, openDatabase, settled } from './open.ts';
import { codeOf, Fault, type Log, wordsOf } from './place-fault.ts';

/** Where the data lives: on a server of the user's own (an address), or in a folder with the embedded PostgreSQL. */
export type Place = { kind: 'server'; url: string } | { kind: 'folder'; folder: string };

/** The place that DATABASE_URL or else TANDEM_DATA names (`./data` by default); refuses an address that is none. */
export function placeOf(env: Record<string, string | undefined>): Place {
  const url = env.DATABASE_URL?.trim();
  if (!url) return { kind: 'folder', folder: resolve(env.TANDEM_DATA?.trim() || 'data') };
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Fault(
      'DATABASE_URL is not an address of the form postgres://user:password@host:5432/database.',
    );
  }
  return { kind: 'server', url };
}

/** Makes sure that there is a data folder (its real path is given back) to write to; refuses when there is none. */
export function usableFolder(folder: string): string {
  try {
    makeFolder(folder);
    readdirSync(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new Fault(
      `The data folder ${folder} cannot be written (${codeOf(error) || wordsOf(error)}): make it writable, or set TANDEM_DATA to another folder.`,
    );
  }
}

// Node's own recursive mkdir never returns where a parent exists but takes no folders (/proc).
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/**
 * The database of a place, reachable, migrated and open; its `close` also ends the embedded PostgreSQL. Refuses with one line: an
 * unwritable folder, an address that does not answer, a server that is too old. `gone` hears when the embedded one cannot be kept running.
 */
export async function openPlace(
  place: Place,
  log: Log,
  gone?: (fault: Fault) => void,
): Promise<OpenDatabase> {
  const { connection, stop } = await reachable(place, log, gone);
  try {
    const { applied, roles } = await migrate(connection);
    if (applied.length > 0) log.info(`The database was brought up to date: ${applied.join(', ')}`);
    const database = openDatabase(connection, roles, log);
    await checkRole(database).catch((error) => database.close().then(() => Promise.reject(error)));
    return { ...database, close: () => database.close().finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function reachable(place: Place, log: Log, gone?: (fault: Fault) => void) {
  if (place.kind === 'folder') return startEmbedded({ folder: usableFolder(place.folder), log, gone });
  const connection: Connection = { connectionString: place.url };
  const client = new pg.Client(settled(connection));
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    throw new Fault(`DATABASE_URL does not answer (${hidden(place.url)}): ${wordsOf(error)}.`);
  }
  return { connection, stop: async () => {} };
}

// A pooler between us and PostgreSQL may swallow the role that we ask for, and nothing would keep organisations apart any more.
async function checkRole({ app, roles }: OpenDatabase): Promise<void> {
  const { rows } = await app.query<{ role: string; passes: boolean }>(
    'select rolname as role, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  );
  if (rows[0]?.role === roles.app && !rows[0].passes) return;
  throw new Fault(
    `The database does not let Tandem work as ${roles.app}, which row-level security holds: let DATABASE_URL lead to PostgreSQL itself, not to a connection pooler.`,
  );
}

/** An address without its password. */
function hidden(url: string): string {
  const { username, host, pathname } = new URL(url);
  return `${username ? `${username}@` : ''}${host}${pathname}`;
}
