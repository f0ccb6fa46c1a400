import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { sent, soon } from '#db/pipeline.ts';
import type { Database } from '#db/schema.ts';
import { testDatabase } from '../../test/database.ts';
import { transact } from './transaction.ts';

async function table(t: Parameters<typeof testDatabase>[0]) {
  const { app, owner } = await testDatabase(t);
  await owner.query('create table kept (a int primary key); grant select, insert on kept to tandem_app');
  const rows = async () => (await owner.query('select a from kept order by a')).rows.map(({ a }) => a);
  const insert = (tx: Transaction<Database>, a: number) => sql`insert into kept values (${a})`.compile(tx);
  return { app, rows, insert };
}

test('statements that travel together are carried out in the order in which they were sent', async (t) => {
  const { app, rows, insert } = await table(t);
  const counts = await transact(app, {}, true, async (tx) => {
    const count = () => sent(tx, sql<{ n: number }>`select count(*)::int as n from kept`.compile(tx));
    const asked = [count()];
    soon(tx, insert(tx, 1));
    asked.push(count());
    soon(tx, insert(tx, 2));
    asked.push(count());
    return (await Promise.all(asked)).map(([row]) => row!.n);
  });
  assert.deepEqual(counts, [0, 1, 2]);
  assert.deepEqual(await rows(), [1, 2]);
});

test('a statement that nobody waited for undoes the transaction when it fails, and its fault is the one that is told', async (t) => {
  const { app, rows, insert } = await table(t);
  const twice = (andThen: (tx: Transaction<Database>) => Promise<unknown>) =>
    transact(app, {}, true, async (tx) => {
      soon(tx, insert(tx, 1));
      soon(tx, insert(tx, 1));
      await andThen(tx);
    });
  await assert.rejects(
    twice(async () => {}),
    { code: 'conflict' },
  );
  await assert.rejects(
    twice((tx) => sql`select ${1}::int`.execute(tx)),
    { code: 'conflict' },
  );
  await assert.rejects(
    twice((tx) => sql`select ${1}::int`.execute(tx).catch(() => 'caught')),
    { code: 'conflict' },
  );
  assert.deepEqual(await rows(), []);
});

test('a statement after the end of its transaction is refused: the connection may serve another organisation by then', async (t) => {
  const { app, insert } = await table(t);
  let kept: Transaction<Database> | undefined;
  await transact(app, {}, true, async (tx) => {
    kept = tx;
    await sql`select ${1}::int`.execute(tx);
  });
  await assert.rejects(sql`select ${1}::int`.execute(kept!), /after its transaction had ended/);
  await assert.rejects(sent(kept!, insert(kept!, 3)), /after its transaction had ended/);
});

test('connections come back from transactions that passed, failed and were only read', async (t) => {
  const { app, insert } = await table(t);
  for (let turn = 0; turn < 30; turn++) {
    await transact(app, {}, true, async (tx) => soon(tx, insert(tx, turn)));
    await transact(app, {}, false, async (tx) => sql`select ${1}::int`.execute(tx));
    await assert.rejects(
      transact(app, {}, true, async (tx) => soon(tx, insert(tx, turn))),
      { code: 'conflict' },
    );
    await assert.rejects(
      transact(app, {}, false, async () => Promise.reject(new Error('thrown'))),
      /thrown/,
    );
  }
  // A read gives its answer before its connection comes back.
  while (app.idleCount < app.totalCount) await setTimeout(5);
  assert.equal(app.waitingCount, 0);
});
