import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import mysql from 'mysql2/promise';
import { daemon, folderFor, freePort, unprivileged } from './daemon.ts';

const program = '/usr/sbin/mariadbd';
const tables = ['mysql_system_tables.sql', 'mysql_system_tables_data.sql'].map((file) =>
  join('/usr/share/mysql', file),
);

/** A MariaDB of its own on the loopback, whose root has no password. */
export type MariadbServer = { port: number };

/** The program of Debian's MariaDB; undefined when it is not installed. */
export function findMariadb(): string | undefined {
  return [program, ...tables].every((file) => existsSync(file)) ? program : undefined;
}

/** A MariaDB for the length of a test; undefined when there is none, and then the test is reported as skipped with what to install. */
export async function mariadbServer(t: TestContext): Promise<MariadbServer | undefined> {
  if (!findMariadb()) return void t.skip('needs a MariaDB: install Debian’s package mariadb-server-core');
  const folder = folderFor('mariadb');
  const data = join(folder, 'data');
  const user = unprivileged();
  mkdirSync(data);
  if ('uid' in user) chownSync(data, user.uid, user.gid);
  const settings = ['--no-defaults', `--datadir=${data}`, '--innodb-log-file-size=8M', '--skip-log-bin'];
  // The tables of its own that mariadb-install-db would make; the script itself needs a package more.
  const sql = [
    'create database mysql;',
    'use mysql;',
    'set @auth_root_socket = null;',
    ...tables.map((file) => readFileSync(file, 'utf8')),
  ];
  execFileSync(program, [...settings, '--bootstrap'], {
    ...user,
    input: sql.join('\n'),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const port = await freePort();
  const here = ['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(folder, 'socket')}`];
  await daemon(t, [program, ...settings, ...here, '--skip-name-resolve'], {
    folder,
    stop: 'SIGKILL',
    answers: () => answers(port),
  });
  return { port };
}

async function answers(port: number): Promise<boolean> {
  return mysql.createConnection({ host: '127.0.0.1', port, user: 'root' }).then(
    (connection) => connection.end().then(() => true),
    () => false,
  );
}
