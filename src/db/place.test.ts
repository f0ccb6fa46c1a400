import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test from 'node:test';
import pg from 'pg';
import { silent } from '../../test/database.ts';
import { postgresqlServer } from '../../test/postgresql-server.ts';
import { openPlace, placeOf, usableFolder } from './place.ts';
import { Fault } from './place-fault.ts';

test('the place is DATABASE_URL, else TANDEM_DATA, else ./data', () => {
  const url = 'postgres://user:secret@host/db';
  assert.deepEqual(placeOf({ DATABASE_URL: url, TANDEM_DATA: '/srv/tandem' }), { kind: 'server', url });
  assert.deepEqual(placeOf({ TANDEM_DATA: '/srv/tandem' }), { kind: 'folder', folder: '/srv/tandem' });
  assert.deepEqual(placeOf({ DATABASE_URL: ' ' }), { kind: 'folder', folder: resolve('data') });
  assert.throws(() => placeOf({ DATABASE_URL: 'mysql://host/db' }), /not an address of the form postgres:/);
});

test('a folder that cannot be made or written is one line that says what to do', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-place-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  const fault =
    /^Fault: The data folder .*file\/data cannot be written \(ENOTDIR\): make it writable, or set TANDEM_DATA to another folder\.$/;
  assert.throws(() => usableFolder(join(folder, 'file', 'data')), fault);
  assert.throws(() => usableFolder(join(folder, 'file')), /file cannot be written \(ENOTDIR\)/);
  assert.throws(() => usableFolder('/proc/tandem'), /The data folder \/proc\/tandem cannot be written/);
  assert.match(usableFolder(join(folder, 'new', 'data')), /new\/data$/);
});

test('an address that does not answer is one line without the password', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => closed.once('listening', done));
  const { port } = closed.address() as { port: number };
  await new Promise((done) => closed.close(done));
  const place = placeOf({ DATABASE_URL: `postgres://user:secret@127.0.0.1:${port}/db` });
  await assert.rejects(openPlace(place, silent), (error) => {
    assert.ok(error instanceof Fault);
    assert.match(
      error.message,
      /^DATABASE_URL does not answer \(user@127\.0\.0\.1:\d+\/db\): .*ECONNREFUSED.*\.$/,
    );
    return true;
  });
});

test('a folder is opened, migrated, and closed with its PostgreSQL', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-place-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const _ of ['first', 'again']) {
    const { app, close } = await openPlace({ kind: 'folder', folder }, silent);
    const { rows } = await app.query(
      "select current_user as role, 9007199254740993 as large, 1.10::numeric as sum, date '2026-01-31' as day, timestamptz '2026-01-31 12:00+02' as instant",
    );
    await close();
    assert.deepEqual(rows, [
      {
        role: 'tandem_app',
        large: '9007199254740993',
        sum: 1.1,
        day: '2026-01-31',
        instant: '2026-01-31T10:00:00Z',
      },
    ]);
  }
});

test('an external server is opened by its address, options in it included', async (t) => {
  const server = await postgresqlServer(t);
  if (!server) return;
  await asked(server.url('postgres'), 'drop database if exists of_place');
  await asked(server.url('postgres'), 'create database of_place');
  const url = `${server.url('of_place')}?options=-c%20work_mem%3D5MB`;
  const { app, close } = await openPlace(placeOf({ DATABASE_URL: url }), silent);
  const { rows } = await app.query(
    "select current_user as role, current_setting('work_mem') as memory, current_setting('timezone') as zone",
  );
  await close();
  await asked(server.url('postgres'), 'drop database of_place');
  assert.deepEqual(rows, [{ role: 'tandem_app', memory: '5MB', zone: 'UTC' }]);
});

async function asked(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
