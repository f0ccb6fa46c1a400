import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { transact } from '#app/transaction.ts';
import { testDatabase } from '../../test/database.ts';

test('a statement is prepared once on a connection, and its text without parameters never', async (t) => {
  const { app } = await testDatabase(t);
  const client = await app.connect();
  for (const id of [1, 2, 3]) await client.query('select $1::int as id', [id]);
  await client.query('select 1');
  const { rows } = await client.query('select statement from pg_prepared_statements');
  client.release();
  assert.deepEqual(rows, [{ statement: 'select $1::int as id' }]);
});

test('a transaction whose plans are of before a migration is run again', async (t) => {
  const { owner, app } = await testDatabase(t);
  await owner.query('create table changing (a int); grant select on changing to tandem_app');
  const read = () =>
    transact(
      app,
      {},
      false,
      async (tx) => (await sql`select * from changing where a is distinct from ${7}`.execute(tx)).rows,
    );
  assert.deepEqual(await read(), []);
  await owner.query("alter table changing add column b text default 'new'; insert into changing values (1)");
  assert.deepEqual(await read(), [{ a: 1, b: 'new' }]);
});
