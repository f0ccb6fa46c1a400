import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import type { SqlConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly } from '../../test/ask-source.ts';
import { mariadbServer } from '../../test/mariadb-server.ts';

const password = 'pa$$:w@rd/1';

test('MySQL', async (t) => {
  const server = await mariadbServer(t);
  if (!server) return;
  const owner = await mysql.createConnection({
    host: '127.0.0.1',
    port: server.port,
    user: 'root',
    multipleStatements: true,
  });
  await owner.query(`
    create database shop; use shop;
    create table sale (at datetime, amount decimal(20, 4), good int);
    insert into sale values ('2025-12-31 23:59:59', 1000, 1), ('2026-01-01 00:00:00', 10.1, 1), ('2026-01-15', 5, 0),
      ('2026-02-10', 7.25, 1), ('2026-03-31 23:59:59', 3, 1), ('2026-04-01', 2000, 1);
    create function writes() returns int begin insert into sale values (now(), 1, 1); return 1; end;
    create user reader@'127.0.0.1' identified by '${password}'; grant all on *.* to reader@'127.0.0.1'`);
  const config = (query: string, more: Partial<SqlConfig> = {}): SqlConfig => ({
    kind: 'sql',
    engine: 'mysql',
    host: '127.0.0.1',
    port: server.port,
    database: 'shop',
    user: 'reader',
    tls: 'off',
    result: 'rows',
    query,
    ...more,
  });
  const secrets = { password };
  const count = async () =>
    (await owner.query<mysql.RowDataPacket[]>('select count(*) as n from sale'))[0][0]?.n;
  const sessions = async () =>
    Number(
      (
        await owner.query<mysql.RowDataPacket[]>(
          "select count(*) as n from information_schema.processlist where user = 'reader'",
        )
      )[0][0]?.n,
    );

  await t.test('gives many rows between bound days', async () => {
    const rows = await asked(
      config(`select date_format(at, '%Y-%m') as period, sum(amount) as value, concat('it\\'s ', :from, '; :to') as note # :to
        from sale where at >= :from and at < :until group by 1 order by 1 desc; -- the end`),
      { secrets },
    );
    assert.deepEqual(rows, [
      { at: 'row 3', period: '2026-01', value: 15.1, note: "it's 2026-01-01; :to" },
      { at: 'row 2', period: '2026-02', value: 7.25, note: "it's 2026-01-01; :to" },
      { at: 'row 1', period: '2026-03', value: 3, note: "it's 2026-01-01; :to" },
    ]);
  });

  await t.test('gives one row a period, and the types as they are written', async () => {
    const single = { result: 'single' } as const;
    assert.deepEqual(
      shortly(
        await asked(config('select count(*) from sale where date(at) between :from and :to', single), {
          secrets,
        }),
      ),
      ['2026-01 = 2', '2026-02 = 1', '2026-03 = 1'],
    );
    const ratio =
      'select sum(good) as numerator, count(*) as denominator from sale where at >= :from and at < :until';
    assert.deepEqual(shortly(await asked(config(ratio, single), { secrets })), [
      '2026-01 = 1/2',
      '2026-02 = 1/1',
      '2026-03 = 1/1',
    ]);
    const dates =
      "select cast('2026-01-31 23:30:00' as datetime) as period, cast(12345678901.125 as decimal(30, 3)) as value union all select cast('2026-02-28' as date), 1.5e0";
    assert.deepEqual(shortly(await asked(config(dates), { secrets })), [
      '2026-01 = 12345678901.125',
      '2026-02 = 1.5',
    ]);
  });

  await t.test('refuses everything that is not one query that reads, and nothing is written', async () => {
    const before = await count();
    const writes = [
      'insert into sale values (now(), 1, 1)',
      "select '2026-01' as period, writes() as value",
      'delete from sale',
      "select '2026-01' as period, 1 as value; delete from sale",
      "select '2026-01' as period, 1 as value into outfile '/tmp/tandem-was-here'",
      "select '2026-01' as period, 1) as a into outfile '/tmp/tandem-was-here' -- ",
      "select '2026-01' as period, 1 as value) as a; delete from sale; select * from (select 1",
      'begin not atomic commit; delete from sale; end',
      'execute immediate "delete from sale"',
      '/*!50000 delete from sale */',
      '/*M! delete from sale */',
      "select '2026-01' as period, 1 as value /*! into outfile '/tmp/tandem-was-here' */",
      'set session transaction read write',
      'call writes()',
      'create table other (a int)',
      'drop table sale',
      'load data infile "/etc/passwd" into table sale',
      'handler sale open',
    ];
    for (const query of writes) await refusedWith(/./, config(query), { secrets });
    assert.equal(await count(), before);
    assert.ok(!existsSync('/tmp/tandem-was-here'));
    await refusedWith(/may only read: .*READ ONLY transaction/, config(writes[1]!), { secrets });
    await refusedWith(/begin with select or with/, config(writes[0]!), { secrets });
    await refusedWith(/without a semicolon inside and without comments that are run/, config(writes[9]!), {
      secrets,
    });
  });

  await t.test('says what the database says, without the password', async () => {
    await refusedWith(
      /The database says: Table 'shop.nothing' doesn't exist/,
      config('select * from nothing'),
      { secrets },
    );
    const wrong = await refusedWith(/Access denied for user 'reader'/, config('select 1'), {
      secrets: { password: 'wr0ng-one' },
    });
    assert.doesNotMatch(wrong.message, /wr0ng-one/);
    await refusedWith(/Access denied/, config('select 1'));
    await refusedWith(
      /more than 50 rows/,
      config("select '2026-01' as period, seq as value from seq_1_to_51"),
      { secrets, limits: { rows: 50 } },
    );
    await refusedWith(
      /more than 100 KB/,
      config("select '2026-01' as period, repeat('a', 1000) as value from seq_1_to_1000"),
      { secrets, limits: { answerBytes: 102_400 } },
    );
    await refusedWith(/does not speak TLS/, config('select 1', { tls: 'verify' }), { secrets });
  });

  await t.test(
    'ends a query that takes too long, or that is called off, and leaves no session behind',
    async () => {
      const slow = config("select '2026-01' as period, sleep(20) as value");
      await refusedWith(/took longer than 1 s/, slow, { secrets, limits: { requestSeconds: 1 } });
      const stop = new AbortController();
      const stopped = refusedWith(/pull was stopped/, slow, { secrets, signal: stop.signal });
      for (let tries = 0; (await sessions()) === 0 && tries < 500; tries++) await sleep(20);
      stop.abort();
      await stopped;
      for (let tries = 0; (await sessions()) > 0 && tries < 300; tries++) await sleep(100);
      assert.equal(await sessions(), 0);
    },
  );

  await t.test('is refused at a private address that nobody has allowed', async () => {
    await refusedWith(/127\.0\.0\.1 is this machine itself/, config('select 1'), { secrets, allowed: [] });
    const local = config("select '2026-01' as period, 1 as value", { host: 'localhost' });
    await refusedWith(/localhost leads to/, local, { secrets, allowed: ['127.0.0.1:1'] });
    assert.deepEqual(shortly(await asked(local, { secrets, allowed: ['localhost'] })), ['2026-01 = 1']);
  });

  await owner.end();
});
