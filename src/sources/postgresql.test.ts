import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { SqlConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly } from '../../test/ask-source.ts';
import { postgresqlServer } from '../../test/postgresql-server.ts';

test('PostgreSQL', async (t) => {
  const server = await postgresqlServer(t);
  if (!server) return;
  const owner = new pg.Client(server.url('postgres'));
  await owner.connect();
  await owner.query(`
    drop schema if exists shop cascade; create schema shop;
    create table shop.sale (at timestamptz, amount numeric(12, 2), good int);
    insert into shop.sale values
      ('2025-12-31 22:59:59Z', 1000, 1), ('2025-12-31 23:00:00Z', 10.10, 1), ('2026-01-15', 5, 0),
      ('2026-02-10', 7.25, 1), ('2026-03-31 21:59:59Z', 3, 1), ('2026-03-31 22:00:00Z', 2000, 1);
    create function shop.writes() returns int language plpgsql volatile as
      $$ begin insert into shop.sale values (now(), 1, 1); return 1; end $$;
    create function shop.opens() returns int language plpgsql volatile as
      $$ begin perform set_config('transaction_read_only', 'off', true);
         insert into shop.sale values (now(), 1, 1); return 1; end $$`);
  const { hostname, port, username } = new URL(server.url('postgres'));
  const config = (query: string, more: Partial<SqlConfig> = {}): SqlConfig => ({
    kind: 'sql',
    engine: 'postgresql',
    host: hostname,
    port: Number(port),
    database: 'postgres',
    user: username,
    tls: 'off',
    result: 'rows',
    query,
    ...more,
  });
  const count = async () =>
    (await owner.query('select count(*)::int as n from shop.sale')).rows[0].n as number;
  const sessions = async () =>
    (await owner.query("select count(*)::int as n from pg_stat_activity where application_name = 'Tandem'"))
      .rows[0].n as number;

  await t.test('gives many rows, cut at midnight in the organisation’s time zone', async () => {
    const rows = await asked(
      config(`select to_char(at, 'YYYY-MM') as period, sum(amount) as value, 'from ' || :from || '; not :to' as note
        from shop.sale where at >= :from and at < :until::date group by 1 order by 1 desc; -- the end`),
    );
    assert.deepEqual(rows, [
      { at: 'row 3', period: '2026-01', value: 15.1, note: 'from 2026-01-01; not :to' },
      { at: 'row 2', period: '2026-02', value: 7.25, note: 'from 2026-01-01; not :to' },
      { at: 'row 1', period: '2026-03', value: 3, note: 'from 2026-01-01; not :to' },
    ]);
  });

  await t.test('gives one row a period, a lone column whatever it is called', async () => {
    const single = { result: 'single' } as const;
    const text = 'select count(*) from shop.sale where at between :start and :end';
    assert.deepEqual(shortly(await asked(config(text, single))), [
      '2026-01 = 2',
      '2026-02 = 1',
      '2026-03 = 2',
    ]);
    const ratio =
      'select sum(good) as numerator, count(*) as denominator from shop.sale where at >= :from and at < :until';
    assert.deepEqual(shortly(await asked(config(ratio, single))), [
      '2026-01 = 1/2',
      '2026-02 = 1/1',
      '2026-03 = 1/1',
    ]);
    await refusedWith(
      /more than one row for 2026-01/,
      config('select amount from shop.sale where at > :from', single),
    );
    assert.deepEqual(
      shortly(await asked(config('select sum(amount) from shop.sale where false and :to > :from', single))),
      [],
    );
  });

  await t.test('reads instants, dates and decimals as they are written', async () => {
    const rows = await asked(
      config(`select '2026-01-31 23:30:00Z'::timestamptz as period, 12345678901.123::numeric as value
        union all select '2026-03-31 21:30:00Z', 'NaN' union all select '2026-02-20', 5 union all select '2026-01-05', 0.1 + 0.2`),
    );
    // In Berlin the first of them is in February.
    assert.deepEqual(shortly(rows), [
      '2026-01 = 0.3',
      'row 1: There is another value for 2026-02, in row 3.',
      'row 2: "NaN" is not a number that can be stored.',
      'row 3: There is another value for 2026-02, in row 1.',
    ]);
    const [row] = await asked(
      config("select '2026-01-31'::date as period, 12345678901.123::numeric as value"),
    );
    assert.deepEqual(row, { at: 'row 1', period: '2026-01', value: 12345678901.123 });
  });

  await t.test('refuses everything that is not one query that reads, and nothing is written', async () => {
    const before = await count();
    const writes = [
      'insert into shop.sale values (now(), 1, 1) returning 1 as value',
      'delete from shop.sale',
      'with gone as (delete from shop.sale returning 1) select * from gone',
      "select '2026-01' as period, shop.writes() as value",
      "select '2026-01' as period, shop.opens() as value",
      "select '2026-01' as period, 1 as value into shop.copy",
      "select '2026-01' as period, 1 as value; delete from shop.sale",
      "select '2026-01' as period, 1 as value); delete from shop.sale; select (1",
      'set transaction read write',
      'commit',
      "do $$ begin execute 'commit'; delete from shop.sale; end $$",
      'call shop.writes()',
      "copy shop.sale to program 'touch /tmp/tandem-was-here'",
      "with a as (select set_config('transaction_read_only', 'off', true)), b as (delete from shop.sale returning 1) select 1 as value from a, b",
      'select 1 as value, at as period from shop.sale for update',
      'lock table shop.sale',
      'explain analyze delete from shop.sale',
      "prepare transaction 'a'",
    ];
    for (const query of writes) await refusedWith(/./, config(query));
    assert.equal(await count(), before);
    assert.ok(!existsSync('/tmp/tandem-was-here'));
    await refusedWith(/may only read: cannot execute INSERT in a read-only transaction/, config(writes[3]!));
    await refusedWith(/read-write mode must be set before any query/, config(writes[4]!));
    await refusedWith(/begin with select or with/, config(writes[0]!));
    await refusedWith(/without a semicolon inside/, config(writes[6]!));
  });

  await t.test(
    'says what the database says, what columns are missing, and how many rows are too many',
    async () => {
      await refusedWith(
        /PostgreSQL says: relation "shop.nothing" does not exist/,
        config('select * from shop.nothing'),
      );
      await refusedWith(
        /gives the columns day, total: name them period and value/,
        config("select '2026-01' as day, 1 as total"),
      );
      await refusedWith(
        /more than 50 rows/,
        config('select 1 as value, n::text as period from generate_series(1, 51) as n'),
        { limits: { rows: 50 } },
      );
      await refusedWith(
        /more than 100 KB/,
        config("select '2026-01' as period, repeat('a', 1000) as value from generate_series(1, 1000)"),
        { limits: { answerBytes: 102_400 } },
      );
      const nobody = await refusedWith(
        /role "nobody-here" does not exist/,
        config('select 1', { user: 'nobody-here' }),
      );
      assert.equal(nobody.retry, false);
      await refusedWith(
        /does not speak TLS/,
        config("select '2026-01' as period, 1 as value", { tls: 'verify' }),
      );
    },
  );

  await t.test(
    'ends a query that takes too long, or that is called off, and leaves no session behind',
    async () => {
      const late = await refusedWith(
        /took longer than 1 s|did not answer in time/,
        config("select '2026-01' as period, pg_sleep(20)::text as value"),
        { limits: { requestSeconds: 1 } },
      );
      assert.equal(late.retry, true);
      const stop = new AbortController();
      const stopped = refusedWith(
        /pull was stopped/,
        config("select '2026-01' as period, pg_sleep(20)::text as value"),
        { signal: stop.signal },
      );
      for (let tries = 0; (await sessions()) === 0 && tries < 500; tries++) await sleep(20);
      stop.abort();
      await stopped;
      // The server looks every two seconds whether somebody still waits.
      for (let tries = 0; (await sessions()) > 0 && tries < 100; tries++) await sleep(100);
      assert.equal(await sessions(), 0);
    },
  );

  await t.test('is refused at a private address that nobody has allowed', async () => {
    await refusedWith(/127\.0\.0\.1 is this machine itself/, config('select 1'), { allowed: [] });
    await refusedWith(/localhost leads to/, config('select 1', { host: 'localhost' }), {
      allowed: ['127.0.0.1:1'],
    });
    const rows = asked(config("select '2026-01' as period, 1 as value", { host: 'localhost' }), {
      allowed: ['localhost'],
    });
    assert.deepEqual(
      shortly(await rows),
      ['2026-01 = 1'],
      'it listens at one of the two addresses of localhost',
    );
    await refusedWith(/not the name of a host/, config('select 1', { host: 'fe80::1%lo' }));
  });
  await owner.end();
});
