import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';

const local = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };

test('the process lives, and is ready while its database answers and is as far as it knows', async (t) => {
  const app = await testApp(t);
  const ready = async () => (await app.server.request('/readyz')).status;
  assert.equal((await app.server.request('/healthz')).status, 200);
  assert.equal(await ready(), 200);
  await app.database.owner.query(
    "insert into migration (number, name, hash, granted_to) values (9999, '9999-later.sql', '', '')",
  );
  assert.equal(await ready(), 503);
  await app.database.owner.query('delete from migration where number = 9999');
  assert.equal(await ready(), 200);
  await app.database.drop();
  const answer = await app.server.request('/readyz');
  assert.equal(answer.status, 503);
  assert.deepEqual(await answer.json(), {
    ready: false,
    database: 'does not answer',
    migrations: 'unknown',
  });
  assert.equal((await app.server.request('/healthz')).status, 200);
});

test('the metrics count requests by operation and status, and the pools', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await app.as(acme.member)('people.me', {});
  await assert.rejects(app.as(acme.viewer)('organisations.change', { name: 'No' }));
  await app.server.request('/api/kpis-of-a-made-up-kind/1');
  const text = await (await app.server.request('/metrics', {}, local)).text();
  assert.match(text, /tandem_request_seconds_count\{operation="people.me",status="200"\} 1/);
  assert.match(text, /tandem_request_seconds_count\{operation="organisations.change",status="403"\} 1/);
  assert.match(text, /tandem_request_seconds_count\{operation="other",status="404"\} 1/);
  assert.match(text, /tandem_pool_connections\{pool="app"\} \d/);
});

test('the metrics are for this machine, or for who has the token', async (t) => {
  const app = await testApp(t);
  const remote = { incoming: { socket: { remoteAddress: '192.0.2.7' } } };
  assert.equal((await app.server.request('/metrics', {}, remote)).status, 404);
  const guarded = await testApp(t, { env: { METRICS_TOKEN: 'let me see' } });
  assert.equal((await guarded.server.request('/metrics', {}, local)).status, 404);
  const headers = { authorization: 'Bearer let me see' };
  assert.equal((await guarded.server.request('/metrics', { headers }, remote)).status, 200);
});

test('each request leaves one line in the log with its id, and a bug leaves what broke', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const answer = await app.server.request('/api/me', {
    headers: { authorization: `Bearer ${acme.viewer.tokens.read}` },
  });
  const [line] = app.logged;
  assert.equal(line?.request, answer.headers.get('x-request-id'));
  assert.deepEqual([line?.operation, line?.status], ['people.me', 200]);
  await app.database.owner.query('alter table team_member rename to gone');
  const broken = await app.server.request('/api/me', {
    headers: { authorization: `Bearer ${acme.viewer.tokens.read}` },
  });
  const text = await broken.text();
  assert.equal(broken.status, 500);
  assert.match(text, new RegExp(broken.headers.get('x-request-id')!));
  assert.doesNotMatch(text, /relation|team_member/);
  assert.match(String(app.logged.find(({ bug }) => bug)?.bug), /team_member/);
});

test('entries are sealed soon after they are written, also those that a killed process left', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const open = async () =>
    (await app.database.owner.query('select count(*)::int as open from audit where place is null')).rows[0]
      .open;
  assert.equal(await open(), 1);
  for (const each of app.background.slice(0, 1)) await each.start();
  t.after(() => app.background[0]!.stop());
  const emptied = async () => {
    for (let waited = 0; waited < 5_000; waited += 50) {
      if ((await open()) === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };
  assert.equal(await emptied(), true);
  await app.as(acme.admin)('organisations.change', { name: 'New' });
  assert.equal(await emptied(), true);
  assert.equal((await app.as(acme.admin)('audit.verify', {})).sound, true);
});
