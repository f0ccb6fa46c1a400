import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import pg from 'pg';
import { emptyDatabase, silent } from '../../test/database.ts';
import { type PostgresqlServer, postgresqlServer } from '../../test/postgresql-server.ts';
import type { Connection } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const first = `create table thing (organisation text);
alter table thing enable row level security;
alter table thing force row level security;
create policy tenant on thing using (organisation = current_setting('tandem.organisation', true));
grant select, insert on thing to tandem_app;
create schema auth;
grant usage on schema auth to tandem_auth;`;

test('each migration is applied once, in order, and only what is new the next time', async (t) => {
  const connection = await emptyDatabase(t);
  const folder = migrations(t, {
    '0001-first.sql': first,
    '0002-second.sql': 'alter table thing add note text;',
  });
  assert.deepEqual((await migrate(connection, folder)).applied, ['0001-first.sql', '0002-second.sql']);
  assert.deepEqual((await migrate(connection, folder)).applied, []);
  writeFileSync(join(folder, '0003-third.sql'), 'alter table thing add sum integer;');
  assert.deepEqual((await migrate(connection, folder)).applied, ['0003-third.sql']);
});

test('eight processes that start together apply every migration exactly once', async (t) => {
  const connection = await emptyDatabase(t);
  const folder = migrations(t, {
    '0001-first.sql': `${first} select pg_sleep(0.2);`,
    '0002-second.sql': 'create table other ();',
  });
  const done = await Promise.all(Array.from({ length: 8 }, () => migrate(connection, folder)));
  assert.deepEqual(done.flatMap(({ applied }) => applied).sort(), ['0001-first.sql', '0002-second.sql']);
});

test('a migration that fails leaves nothing of itself, keeps the ones before, and names its line', async (t) => {
  const connection = await emptyDatabase(t);
  const folder = migrations(t, {
    '0001-first.sql': first,
    '0002-second.sql': 'create table half ();\ncreate tabel other ();',
  });
  await assert.rejects(
    migrate(connection, folder),
    /\(0002-second\.sql line 2\): syntax error at or near "tabel"/,
  );
  assert.deepEqual(
    await asked(connection, "select to_regclass('thing')::text as thing, to_regclass('half')::text as half"),
    [{ thing: 'thing', half: null }],
  );
});

test('a changed migration, a database of a newer build and a missing number are refused', async (t) => {
  const connection = await emptyDatabase(t);
  const folder = migrations(t, { '0001-first.sql': first, '0002-second.sql': 'create table other ();' });
  await migrate(connection, folder);
  await assert.rejects(
    migrate(connection, migrations(t, { '0001-first.sql': first })),
    /made by a newer Tandem \(it has 0002-second\.sql; this build ends at 0001-first\.sql\)/,
  );
  writeFileSync(join(folder, '0002-second.sql'), 'create table another ();');
  await assert.rejects(migrate(connection, folder), /made with another 0002-second\.sql than this build's/);
  const gap = migrations(t, { '0001-first.sql': first, '0003-third.sql': 'select 1;' });
  await assert.rejects(migrate(connection, gap), /0003-third\.sql is number 3, but 2 comes next/);
});

test('a line ending of Windows is no change', async (t) => {
  const connection = await emptyDatabase(t);
  await migrate(connection, migrations(t, { '0001-first.sql': first }));
  const folder = migrations(t, { '0001-first.sql': first.replaceAll('\n', '\r\n') });
  assert.deepEqual((await migrate(connection, folder)).applied, []);
});

test("Tandem's own migrations run on an external PostgreSQL, and on a login that may not make roles", async (t) => {
  const server = await postgresqlServer(t);
  if (!server) return;
  t.diagnostic(`PostgreSQL ${server.version}`);
  await t.test('a superuser works as the two roles', async (t) => {
    const connection = { connectionString: await databaseOf(t, server, 'by_superuser', 'superuser') };
    assert.deepEqual((await migrate(connection)).roles, { app: 'tandem_app', auth: 'tandem_auth' });
  });
  await t.test('a login that may make roles works as them too', async (t) => {
    // The roles are there already, made by another: up to 15 it may take them, from 16 on only their maker may give them.
    const connection = { connectionString: await databaseOf(t, server, 'by_maker', 'createrole') };
    const { roles } = await migrate(connection);
    assert.equal(roles.app, server.version < 16 ? 'tandem_app' : 'by_maker');
    await seesNothing(connection, roles);
  });
  await t.test('a login that may not is held by row-level security itself, also the next time', async (t) => {
    const connection = { connectionString: await databaseOf(t, server, 'by_login', 'nocreaterole') };
    const { roles } = await migrate(connection);
    assert.deepEqual(roles, { app: 'by_login', auth: 'by_login' });
    assert.deepEqual(await migrate(connection), { applied: [], roles });
    await seesNothing(connection, roles);
  });
  await t.test('a login that would pass over row-level security is refused', async (t) => {
    const connection = { connectionString: await databaseOf(t, server, 'by_passer', 'bypassrls') };
    await assert.rejects(migrate(connection), /The login by_passer passes over row-level security/);
  });
});

async function seesNothing(connection: Connection, roles: { app: string; auth: string }): Promise<void> {
  const { app, auth, close } = openDatabase(connection, roles, silent);
  try {
    const organisation =
      "insert into organisation (id, name, time_zone, created_at) values (gen_random_uuid(), 'One', 'UTC', now())";
    await assert.rejects(app.query(organisation), /row-level security/);
    assert.deepEqual((await app.query('select * from organisation')).rows, []);
    assert.deepEqual((await auth.query('select current_schema() as schema')).rows, [{ schema: 'auth' }]);
  } finally {
    await close();
  }
}

async function databaseOf(
  t: TestContext,
  server: PostgresqlServer,
  name: string,
  rights: string,
): Promise<string> {
  const admin = { connectionString: server.url('postgres') };
  const remove = async () => {
    await asked(admin, `drop database if exists ${name} with (force)`);
    await asked(admin, `drop role if exists ${name}`);
  };
  await remove();
  t.after(remove);
  await asked(admin, `create role ${name} login password '${name}' ${rights}`);
  await asked(admin, `create database ${name} owner ${name}`);
  return server.url(name, name);
}

async function asked(connection: Connection, text: string) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function migrations(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-migrations-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
