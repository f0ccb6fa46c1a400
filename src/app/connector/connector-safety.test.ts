import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson } from '../../../test/make.ts';
import { collect } from './collect.ts';
import { waitingRuns } from './due-runs.ts';
import type { SealingKeys } from './sealed.ts';

type Config = Input<'connectors.create'>['config'];

const token = 'hunter2-and-nobody-may-see-it';
const refused =
  (code: string, words = /./) =>
  (fault: unknown) =>
    fault instanceof Refused && fault.code === code && words.test(fault.message);

/** A server that notes what it is sent, and repeats it where a careless product would log it. */
async function mirror(t: { after(end: () => void): void }) {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response
      .writeHead(request.url === '/broken' ? 500 : 200)
      .end(`{"said": "${request.headers.authorization}"}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  return { seen, place: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const asking = (url: string): Config => ({
  ...{ kind: 'http-json', url, value: 'said', headers: [{ name: 'authorization', secret: true }] },
});
const secrets = { 'header authorization': token };

async function connected(t: Parameters<typeof testApp>[0] & { after(end: () => void): void }) {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { seen, place } = await mirror(t);
  const admin = app.as(acme.admin);
  await admin('allowedHosts.add', { host: place, reason: 'the test' });
  await admin('kpis.create', {
    ...{ key: 'k', name: 'K', direction: 'higher', cadence: 'monthly', owner: acme.member.id },
  });
  const { id: connector } = await admin('connectors.create', {
    kpi: 'k',
    config: asking(`http://${place}/`),
    secrets,
  });
  const run = async () => {
    await admin('connectors.run', { connector });
    for (const each of await waitingRuns(app.tandem)) await collect(app.tandem, each, 'test');
  };
  return { app, acme, seen, place, admin, mia: app.as(acme.member), connector, run };
}

test('a secret is in no answer, no audit entry, no log and no table, even when its server repeats it', async (t) => {
  const { app, acme, seen, place, admin, connector, run } = await connected(t);
  await run();
  await admin('connectors.change', { connector, config: asking(`http://${place}/broken`), secrets });
  await run();
  assert.deepEqual(seen, [token, token]);
  const answers = [
    await admin('connectors.find', { connector }),
    await admin('connectors.list', {}),
    await admin('connectors.runs', { connector }),
    await admin('connectors.test', { kpi: 'k', config: asking(`http://${place}/broken`), secrets }),
    await admin('connectors.test', { kpi: 'k', config: asking(`http://${place}/`) }),
    await admin('audit.list', {}),
    app.logged,
  ];
  for (const answer of answers) assert.ok(!JSON.stringify(answer).includes(token), JSON.stringify(answer));
  const { rows: tables } = await app.database.owner.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'jobs')",
  );
  assert.ok(tables.length > 30);
  for (const { name } of tables) {
    const { rows } = await app.database.owner.query(`select from ${name} t where t::text like $1`, [
      `%${token}%`,
    ]);
    assert.equal(rows.length, 0, name);
  }
  const events = (await app.as(acme.admin)('audit.list', { subject: connector })).entries;
  assert.match(JSON.stringify(events), /header authorization/, 'that one was given is said');
});

test('a member asks only with a secret of their own, and another host asks for it again', async (t) => {
  const { seen, place, mia, connector, app, acme } = await connected(t);
  const other = await mirror(t);
  await app.as(acme.admin)('allowedHosts.add', { host: other.place, reason: 'the test' });
  const elsewhere = asking(`http://${other.place}/`);
  await mia('connectors.test', { kpi: 'k', config: elsewhere });
  await mia('connectors.test', { kpi: 'k', config: asking(`http://${place}/what-else-there-is`) });
  assert.deepEqual([...seen, ...other.seen], []);
  const moved = await mia('connectors.change', { connector, config: elsewhere });
  assert.deepEqual([moved.secrets, moved.missing], [[], ['header authorization']]);
  const back = await mia('connectors.change', { connector, config: asking(`http://${place}/`) });
  assert.deepEqual(back.secrets, [], 'what was forgotten does not come back');
  const given = await mia('connectors.change', { connector, secrets: { 'header authorization': 'of Mia' } });
  assert.deepEqual(given.secrets, ['header authorization']);
  await mia('connectors.test', { kpi: 'k', config: asking(`http://${place}/mine`) });
  assert.deepEqual(seen, ['of Mia']);
});

test('who may write a KPI connects it, databases are for admins, and nobody else sees what feeds it', async (t) => {
  const { app, acme, mia, connector } = await connected(t);
  const pat = app.as(await makePerson(app, acme));
  const vera = app.as(acme.viewer);
  const sql: Config = {
    ...{
      kind: 'sql',
      engine: 'postgresql',
      host: 'db.example.org',
      database: 'd',
      user: 'u',
      query: 'select 1',
    },
  };
  for (const call of [pat, vera]) {
    await assert.rejects(call('connectors.find', { connector }), refused('forbidden'));
    await assert.rejects(call('connectors.runs', { connector }), refused('forbidden'));
    const [line] = await call('connectors.list', { kpi: 'k' });
    assert.deepEqual([line!.id, line!.mayChange, line!.fault], [connector, false, null]);
  }
  await assert.rejects(pat('connectors.run', { connector }), refused('forbidden'));
  await assert.rejects(
    pat('connectors.test', { kpi: 'k', config: asking('https://example.org') }),
    refused('forbidden'),
  );
  await assert.rejects(mia('connectors.test', { kpi: 'k', config: sql }), refused('forbidden', /admins/));
  await assert.rejects(mia('connectors.change', { connector, config: sql }), refused('forbidden', /admins/));
  await app.as(acme.admin)('connectors.change', { connector, config: sql });
  await assert.rejects(
    mia('connectors.change', { connector, active: false }),
    refused('forbidden', /admins/),
  );
  await assert.rejects(mia('connectors.remove', { connector }), refused('forbidden', /admins/));
  assert.equal((await mia('connectors.find', { connector })).mayChange, false);
});

test('a question that holds a password, or secrets that nothing asks for, is refused with what would be right', async (t) => {
  const { mia, admin } = await connected(t);
  await mia('connectors.list', {});
  await admin('kpis.create', { key: 'other', name: 'Other', direction: 'higher', cadence: 'monthly' });
  const create = (config: Config, more = {}) => admin('connectors.create', { kpi: 'other', config, ...more });
  await assert.rejects(
    create(asking('https://ada:secret@example.org/')),
    refused('invalid', /secret header/),
  );
  await assert.rejects(create(asking('ftp://example.org/')), refused('invalid', /https:\/\/example.org/));
  await assert.rejects(
    create(asking('https://example.org/'), { secrets: { password: 'x' } }),
    refused('invalid', /needs "header authorization"/),
  );
  await assert.rejects(
    create({ kind: 'csv', url: 'https://example.org/', period: 'Month' }),
    refused('invalid', /where the value stands/),
  );
  await assert.rejects(
    create({ kind: 'csv', url: 'https://example.org/', period: 'Month', numerator: 'a' }),
    refused('invalid', /both/),
  );
  await assert.rejects(
    admin('connectors.create', { kpi: 'k', config: asking('https://example.org/') }),
    refused('conflict', /connected already/),
  );
  for (const host of ['nonsense host', '10.0.0.0/99', 'http://x', '999.1.1.1'])
    await assert.rejects(
      admin('allowedHosts.add', { host, reason: 'x' }),
      refused('invalid', /grafana\.lan/),
    );
  await assert.rejects(mia('allowedHosts.list', {}), refused('forbidden'));
});

test('under a new key secrets are sealed anew as they are used; without the old one they have to be given again', async (t) => {
  const { app, admin, connector, run } = await connected(t);
  const stored = async () =>
    (await app.database.owner.query('select secrets from connector')).rows[0].secrets as string;
  const [older] = app.tandem.ports.sealingKeys;
  const newer = 'ce'.repeat(32);
  const before = await stored();
  app.tandem.ports.sealingKeys = [newer, older];
  await run();
  assert.notEqual((await stored()).split('.')[1], before.split('.')[1]);
  app.tandem.ports.sealingKeys = [newer] satisfies SealingKeys;
  assert.deepEqual((await admin('connectors.find', { connector })).secrets, ['header authorization']);
  app.tandem.ports.sealingKeys = [older];
  await run();
  const [last] = await admin('connectors.runs', { connector });
  assert.match(last!.sentence!, /give them again/);
  assert.deepEqual((await admin('connectors.find', { connector })).missing, ['header authorization']);
});
