import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Connection } from './embedded.ts';
import { prepareRoles } from './migrate-roles.ts';
import { type Roles, settled } from './open.ts';
import { Fault, wordsOf } from './place-fault.ts';

/** One numbered change of the database: its number, the file's name, its text, and the text's SHA-256. */
export type Migration = { number: number; name: string; text: string; hash: string };

/** What migrating did: the names it applied now, and the roles that the database grants its tables to. */
export type Migrated = { applied: string[]; roles: Roles };

const oldest = 150_000;
// Any number will do, as long as nothing else in the same database locks it.
const turn = 7_263_471;

/** The migrations of a folder, 0001 first; refuses a gap or a number used twice. */
export function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  return names.sort().map((name, index) => {
    const number = Number(name.slice(0, 4));
    if (number !== index + 1)
      throw new Fault(`${join(folder, name)} is number ${number}, but ${index + 1} comes next.`);
    // A checkout on Windows may end lines otherwise; that is no change.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Brings a database up to this build, one transaction a migration. Processes that start together take turns. Refuses a server before 15,
 * a database of a newer build, and one whose applied migrations are not the ones of this build.
 */
export async function migrate(
  connection: Connection,
  folder: string = join(import.meta.dirname, 'migrations'),
): Promise<Migrated> {
  const migrations = migrationsIn(folder);
  const client = new pg.Client(settled(connection));
  client.on('error', () => {});
  await client.connect();
  try {
    await checkVersion(client);
    await client.query('select pg_advisory_lock($1)', [turn]);
    return await migrateAlone(client, migrations);
  } finally {
    await client.end();
  }
}

async function migrateAlone(client: pg.Client, migrations: Migration[]): Promise<Migrated> {
  await client.query(`create table if not exists migration (
    number integer primary key, name text not null, hash text not null,
    granted_to text not null, applied_at timestamptz not null default now())`);
  const { rows: past } = await client.query<{
    number: number;
    name: string;
    hash: string;
    granted_to: string;
  }>('select number, name, hash, granted_to from migration order by number');
  checkPast(past, migrations);
  const roles = await prepareRoles(client, past[0]?.granted_to);
  const due = migrations.slice(past.length);
  for (const migration of due) await apply(client, migration, roles);
  return { applied: due.map(({ name }) => name), roles };
}

async function apply(
  client: pg.Client,
  { number, name, text, hash }: Migration,
  roles: Roles,
): Promise<void> {
  try {
    await client.query('begin');
    await client.query(grantedTo(roles, text));
    await client.query('insert into migration (number, name, hash, granted_to) values ($1, $2, $3, $4)', [
      number,
      name,
      hash,
      roles.app,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Fault(
      `The database could not be brought up to date (${name}${lineOf(error, text)}): ${wordsOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

function lineOf(error: unknown, text: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : 0;
  return position ? ` line ${text.slice(0, position).split('\n').length}` : '';
}

/** A migration's text with the names of Tandem's roles replaced by the names that stand for them in this database. */
function grantedTo(roles: Roles, text: string): string {
  return text
    .replaceAll(/\btandem_app\b/g, pg.escapeIdentifier(roles.app))
    .replaceAll(/\btandem_auth\b/g, pg.escapeIdentifier(roles.auth));
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; words: string }>(
    "select current_setting('server_version_num') number, current_setting('server_version') words",
  );
  if (Number(rows[0]!.number) < oldest) {
    throw new Fault(`The database is PostgreSQL ${rows[0]!.words}, but Tandem needs 15 or newer.`);
  }
}

function checkPast(past: Pick<Migration, 'number' | 'name' | 'hash'>[], migrations: Migration[]): void {
  const newest = past.at(-1);
  if (newest && newest.number > migrations.length) {
    throw new Fault(
      `The database was made by a newer Tandem (it has ${newest.name}; this build ends at ${migrations.at(-1)?.name ?? 'none'}): start the newer build.`,
    );
  }
  for (const [index, { name, hash }] of past.entries()) {
    if (migrations[index]!.hash === hash) continue;
    throw new Fault(
      `The database was made with another ${name} than this build's: a migration that has been applied must not be changed; use the build that made it, or an empty database.`,
    );
  }
}
