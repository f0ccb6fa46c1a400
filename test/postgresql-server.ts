import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { daemon, folderFor, freePort, unprivileged } from './daemon.ts';

/** A PostgreSQL that is not ours: `url` makes the address of a database of it, as a superuser or as another login. */
export type PostgresqlServer = { version: number; url(database: string, user?: string): string };

const needed =
  'needs a PostgreSQL from 15 on: install Debian’s package postgresql, or set TANDEM_TEST_DATABASE_URL';

/**
 * An external PostgreSQL for the length of a test: the one of TANDEM_TEST_DATABASE_URL (a superuser's, for it makes databases and
 * roles), else Debian's, started; undefined when there is none, and then the test is reported as skipped with what to install.
 */
export async function postgresqlServer(t: TestContext): Promise<PostgresqlServer | undefined> {
  const given = process.env.TANDEM_TEST_DATABASE_URL;
  if (given) return serverAt(given);
  const bin = debianBinaries();
  if (!bin) return void t.skip(needed);
  return serverAt(await temporaryServer(t, bin));
}

/** The folder of the programs of Debian's PostgreSQL, the newest first; undefined when none from 15 on is installed. */
export function debianBinaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = (existsSync(root) ? readdirSync(root) : []).map(Number).filter((version) => version >= 15);
  return versions
    .sort((a, b) => b - a)
    .map((version) => join(root, String(version), 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
}

async function serverAt(address: string): Promise<PostgresqlServer> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  );
  await client.end();
  const url = (database: string, user?: string) => {
    const at = new URL(address);
    at.pathname = `/${database}`;
    if (user) [at.username, at.password] = [user, user];
    return at.href;
  };
  return { version: rows[0]!.version, url };
}

async function temporaryServer(t: TestContext, bin: string): Promise<string> {
  const folder = folderFor('postgresql');
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...unprivileged(), cwd: folder, env },
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await daemon(t, [join(bin, 'postgres'), '-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    folder,
    env,
    stop: 'SIGINT',
    answers: () => answers(url),
  });
  return url;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}
