import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { type PostgresqlServer, postgresqlServer } from '../postgresql-server.ts';
import { clone, type Running, startTandem, temporaryFolder, until } from './tandem.ts';
import { makeTree, recomputed, writeAtOnce } from './tree.ts';
import { firstVisit, listens, owner, visitor } from './visitor.ts';

const secret = 'a secret that both processes are given';

test('two processes over one PostgreSQL server are one Tandem', { timeout: 240_000 }, async (t) => {
  const server = await postgresqlServer(t);
  if (!server) return;
  const database = await ownDatabase(t, server);
  const start = (own: TestContext = t) =>
    startTandem(own, { ...database.env, TANDEM_SECRET: secret, TANDEM_DATA: temporaryFolder() });
  // Together on an empty database: one of them migrates it and the other waits.
  const [one, two] = await Promise.all([start(), start()]);
  assert.ok(one.address && two.address, one.said() + two.said());
  t.diagnostic(`PostgreSQL ${server.version}`);
  const here = await firstVisit(one.address);
  const there = visitor(two.address, here.cookies);
  const { text: token } = await here.call('tokens.create', { name: 'command line', scope: 'write' });

  await t.test('who signed in on one is signed in on the other, and out on both', async () => {
    const me = await there.call('people.me', {});
    assert.equal(me.email, owner.email);
    const phone = visitor(two.address);
    const { email, password } = owner;
    assert.equal((await phone.ask('/api/auth/sign-in/email', { email, password })).status, 200);
    const kept = new Map(phone.cookies);
    assert.equal((await visitor(one.address, kept).ask('/api/me')).status, 200);
    assert.equal((await phone.ask('/api/auth/sign-out', {})).status, 200);
    assert.equal((await visitor(one.address, kept).ask('/api/me')).status, 401);
    assert.equal((await here.ask('/api/me')).status, 200);
  });

  await t.test(
    'a reading written through one is seen by the other, whose open pages hear of it',
    async () => {
      await here.call('kpis.create', { key: 'csat', name: 'CSAT', direction: 'higher', cadence: 'monthly' });
      const page = await listens(there);
      const before = performance.now();
      await here.call('readings.record', { kpi: 'csat', period: '2025-03', value: 4.6 });
      const seen = await there.call('readings.list', { kpi: 'csat' });
      assert.deepEqual(
        seen.map(({ period, value }) => ({ period, value })),
        [{ period: '2025-03', value: 4.6 }],
      );
      await until('the other process tells of readings', () => page.heard.has('readings'), 10);
      t.diagnostic(`heard after ${Math.round(performance.now() - before)} ms`);
      page.close();
    },
  );

  await t.test('50 writers spread over both leave parents and objectives right', async () => {
    const tree = await makeTree(here.call);
    const answered = await writeAtOnce([here.call, there.call], tree, 50);
    assert.deepEqual(answered.refused, []);
    assert.equal(answered.done, 150);
    for (const page of [here, there]) {
      const { found, expected, compared } = await recomputed(page.call, tree);
      assert.ok(compared > 40, `only ${compared} numbers were compared`);
      assert.deepEqual(found, expected);
    }
  });

  await t.test('wrong passwords count for both processes together', async () => {
    const guess = (address: string) =>
      visitor(address).ask('/api/auth/sign-in/email', { email: 'nobody@example.org', password: 'wrong' });
    const statuses = [];
    for (let turn = 0; turn < 12; turn++)
      statuses.push((await guess(turn % 2 === 0 ? one.address : two.address)).status);
    assert.deepEqual(statuses, [...Array(10).fill(401), 429, 429]);
  });

  await t.test('npx tandem audit verify finds all sound after that', () => {
    const verified = tandem(['audit', 'verify', '--json'], two, token);
    assert.equal(verified.status, 0, verified.stderr);
    const { sound, faults, entries } = JSON.parse(verified.stdout);
    assert.deepEqual({ sound, faults }, { sound: true, faults: [] });
    assert.ok(entries > 150, `${entries} entries`);
    assert.match(tandem(['audit', 'verify'], one, token).stdout, /sound/);
  });

  await t.test('one goes on when the other is killed', async () => {
    two.child.kill('SIGKILL');
    await two.ended;
    await here.call('readings.record', { kpi: 'csat', period: '2025-04', value: 4.7 });
    assert.equal((await here.ask('/readyz')).status, 200);
    one.child.kill('SIGTERM');
    assert.equal(await one.ended, 0, one.said());
  });

  await t.test('a day that turned while none ran is turned once when two start', async (own) => {
    await database.ask('delete from turned_day');
    const { rowCount } = await database.ask(
      "update kpi_state set status = 'healthy', stale_from = current_date - 1 where kpi in (select id from kpi where key = 'csat')",
    );
    assert.equal(rowCount, 1);
    const both = await Promise.all([start(own), start(own)]);
    const turns = async () =>
      (
        await database.ask(
          "select kind, count(*)::int as times from audit where operation = 'turnOfDay' group by kind",
        )
      ).rows;
    await until('the day has turned', async () => (await turns()).length > 0, 60);
    // Long enough for the other one to look for jobs as well.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    assert.deepEqual(await turns(), [{ kind: 'kpi.overdue', times: 1 }]);
    const verified = tandem(['audit', 'verify', '--json'], both[1], token);
    assert.equal(JSON.parse(verified.stdout).sound, true);
  });
});

function tandem(words: string[], { address }: Running, token: string) {
  return spawnSync(process.execPath, [join(clone, 'bin', 'tandem.mjs'), ...words], {
    env: { PATH: process.env.PATH, HOME: temporaryFolder(), TANDEM_SERVER: address, TANDEM_TOKEN: token },
    encoding: 'utf8',
  });
}

/** A database on somebody's server, whose login may make roles but is no superuser; `ask` is a superuser's. */
async function ownDatabase(t: TestContext, server: PostgresqlServer) {
  const name = `running_${process.pid}`;
  const asked = async (database: string, text: string) => {
    const client = new pg.Client(server.url(database));
    await client.connect();
    return client.query(text).finally(() => client.end());
  };
  await asked('postgres', `create role ${name} login password '${name}' createrole`);
  await asked('postgres', `create database ${name} owner ${name}`);
  t.after(async () => {
    // A server that was started for this test has ended with all its databases by now.
    await asked('postgres', `drop database ${name} with (force)`).catch(() => {});
    await asked('postgres', `drop role ${name}`).catch(() => {});
  });
  return { ask: (text: string) => asked(name, text), env: { DATABASE_URL: server.url(name, name) } };
}
