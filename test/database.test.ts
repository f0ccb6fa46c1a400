import assert from 'node:assert/strict';
import test from 'node:test';
import pg from 'pg';
import { testDatabase, testServer } from './database.ts';

test('a test database is migrated, its application cannot pass over row-level security, and it is gone afterwards', async (t) => {
  const { owner, app, connection, drop } = await testDatabase(t);
  const tables = await owner.query('select name from migration');
  assert.ok(tables.rows.length > 0);
  const { rows } = await app.query(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  );
  assert.deepEqual(rows, [{ passes: false }]);
  await drop();
  const client = new pg.Client({ ...(await testServer()) });
  await client.connect();
  const left = await client.query('select from pg_database where datname = $1', [connection.database]);
  await client.end();
  assert.equal(left.rowCount, 0);
});

test('two test databases do not see each other', async (t) => {
  const [one, two] = await Promise.all([testDatabase(t), testDatabase(t)]);
  await one.owner.query('create table only_here ()');
  await assert.rejects(two.owner.query('select from only_here'), /does not exist/);
});
