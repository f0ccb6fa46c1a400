import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from '#db/embedded.ts';
import { migrate, migrationsIn } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase, type Roles } from '#db/open.ts';
import { codeOf, type Log } from '#db/place-fault.ts';

/** An open, migrated database of a test's own, and how to be rid of it before the test file ends. */
export type TestDatabase = OpenDatabase & { drop(): Promise<void> };

/** A log that tests do not want to read. */
export const silent: Log = { info() {}, warn() {}, error() {} };

const roles: Roles = { app: 'tandem_app', auth: 'tandem_auth' };
const migrations = join(import.meta.dirname, '..', 'src', 'db', 'migrations');

/** A new migrated database, copied from a template in about 50 ms; dropped after the test, or after the file when no test is given. */
export async function testDatabase(t?: TestContext): Promise<TestDatabase> {
  const server = await testServer();
  migrated ??= template(server);
  const { connection, drop } = await created(server, await migrated);
  const database = openDatabase(connection, roles, silent);
  let dropped: Promise<void> | undefined;
  const dropOnce = () => (dropped ??= database.close().then(drop));
  (t ? t.after.bind(t) : after)(dropOnce);
  return { ...database, drop: dropOnce };
}

/** A new database without any table, for what migrates by itself; dropped after the test. */
export async function emptyDatabase(t: TestContext): Promise<Connection> {
  const { connection, drop } = await created(await testServer(), 'template1');
  t.after(drop);
  return connection;
}

async function created(server: Connection, from: string) {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  // Files are copied as they are; the default sends a thousand mostly empty ones through the log page by page.
  const create = `create database ${name} template ${from} strategy file_copy`;
  await asked(server, (client) => client.query(create));
  const drop = () => asked(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  return { connection: { ...server, database: name }, drop: () => drop().then(() => {}) };
}

let migrated: Promise<string> | undefined;

// Keyed by the migrations' text: whoever edits one gets a new template, and does not disturb those who run the old.
async function template(server: Connection): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of migrationsIn(migrations)) hash.update(migration.name + migration.hash);
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await asked(server, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('template'))");
    const { rows } = await client.query('select from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    await migrate({ ...server, database: unfinished }, migrations);
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

async function asked<T>(server: Connection, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server);
  client.on('error', () => {});
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

let found: Promise<Connection> | undefined;

/** The PostgreSQL that all test files share, as its superuser, in the database `postgres`; started when there is none. */
export function testServer(): Promise<Connection> {
  found ??= findServer();
  return found;
}

async function findServer(): Promise<Connection> {
  const folder = process.env.TANDEM_TEST_FOLDER ?? join(tmpdir(), `tandem-test-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(join(folder, 'fault.txt'), { force: true });
  for (let waited = 0; waited < 60_000; waited += 50) {
    const server = running(folder);
    if (server && (await answers(server))) return server;
    const fault = textOf(join(folder, 'fault.txt'));
    if (fault) throw new Error(`The tests' database server did not start: ${fault}`);
    // Again and again, because the one that is there may just be ending; those too many end by themselves.
    if (waited % 2000 === 0) startServer(folder);
    await sleep(50);
  }
  throw new Error(
    `The tests' database server did not answer within a minute (see ${folder}/data/postgres.log).`,
  );
}

function startServer(folder: string): void {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const script = join(import.meta.dirname, 'database-server.ts');
  spawn(process.execPath, [script, folder], { env, detached: true, stdio: 'ignore' }).unref();
}

function running(folder: string): Connection | undefined {
  const { connection } = JSON.parse(textOf(join(folder, 'ready.json')) || '{}') as {
    connection?: Connection;
  };
  return connection && { ...connection, database: 'postgres' };
}

function answers(server: Connection): Promise<boolean> {
  return asked(server, (client) => client.query('select')).then(
    () => true,
    () => false,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
