import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { type MadeOrganisation, makeOrganisation } from '../../../test/make.ts';
import { collect } from './collect.ts';
import { waitingRuns } from './due-runs.ts';

/** A source that answers months with values, as the test sets them; `fault` is sent with its status instead. */
export type Feed = {
  url: string;
  values: Record<string, number>;
  fault: { status: number; headers?: Record<string, string> } | undefined;
  asked: { url: string; authorization: string | undefined }[];
  /** Called while a request waits for its answer. */
  meanwhile: () => Promise<void>;
};

async function feed(t: { after(end: () => void): void }): Promise<Feed> {
  const made: Feed = { url: '', values: {}, fault: undefined, asked: [], meanwhile: async () => {} };
  const server: Server = createServer(async (request, response) => {
    made.asked.push({ url: request.url!, authorization: request.headers.authorization });
    await made.meanwhile();
    if (made.fault) response.writeHead(made.fault.status, made.fault.headers).end();
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(Object.entries(made.values).map(([month, n]) => ({ month, n }))));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sales`;
  t.after(() => server.close());
  return made;
}

const daily = { every: 'day', at: '06:00' } as const;
const config = ({ url }: Feed) =>
  ({
    kind: 'http-json',
    url,
    period: 'month',
    value: 'n',
    headers: [{ name: 'authorization', secret: true }],
  }) satisfies Input<'connectors.create'>['config'];
const secrets = { 'header authorization': 'Bearer hunter2' };

/** An organisation with a monthly KPI of Mia's, whose feed on loopback is allowed. */
async function connected(t: { after(end: () => void): void }): Promise<{
  app: TestApp;
  acme: MadeOrganisation;
  source: Feed;
  connector: string;
}> {
  const app = await testApp(t as never);
  const acme = await makeOrganisation(app);
  const source = await feed(t);
  const admin = app.as(acme.admin);
  await admin('allowedHosts.add', { host: new URL(source.url).host, reason: 'our own feed' });
  await admin('kpis.create', {
    ...{ key: 'sales', name: 'Sales', direction: 'higher', cadence: 'monthly', owner: acme.member.id },
  });
  const { id } = await app.as(acme.member)('connectors.create', {
    ...{ kpi: 'sales', config: config(source), secrets, schedule: daily },
  });
  return { app, acme, source, connector: id };
}

/** What the job does: makes runs of what is due, and collects each. */
async function round(app: TestApp): Promise<number> {
  const waiting = await waitingRuns(app.tandem);
  await Promise.all(waiting.map((run) => collect(app.tandem, run, 'test')));
  return waiting.length;
}

const values = async (app: TestApp, acme: MadeOrganisation) =>
  (await app.as(acme.viewer)('readings.list', { kpi: 'sales' })).map(
    ({ period, value, source, author, reason }) => ({ period, value, source, author, reason }),
  );

test('a connector records what its source says when its schedule is due, in the name of nobody', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  source.values = { '2025-11': 9, '2025-12': 10, '2026-01': 11, '2026-02': 12, '2026-03': 1 };
  assert.equal(await round(app), 0);
  app.clock.now = '2026-03-05T06:00:00.000Z';
  assert.equal(await round(app), 1);
  const by = { source: 'connector', author: null, reason: null };
  // Three complete months: neither the one before nor the one under way was asked for.
  assert.deepEqual(await values(app, acme), [
    { period: '2025-12', value: 10, ...by },
    { period: '2026-01', value: 11, ...by },
    { period: '2026-02', value: 12, ...by },
  ]);
  assert.deepEqual(
    source.asked.map(({ authorization }) => authorization),
    ['Bearer hunter2'],
  );
  const [run] = await app.as(acme.member)('connectors.runs', { connector });
  assert.equal(run!.state, 'done');
  assert.equal(run!.sentence, '3 new.');
  assert.deepEqual([run!.from, run!.to, run!.attempt, run!.trigger], ['2025-12', '2026-02', 1, 'schedule']);
  const runsBy = async (asOf: string) => app.as(acme.member)('connectors.runs', { connector, asOf });
  assert.deepEqual(await runsBy('2026-03-05T05:59:59Z'), []);
  assert.deepEqual(await runsBy(app.clock.now), [run]);
  assert.equal(await round(app), 0);
  const found = await app.as(acme.member)('connectors.find', { connector });
  assert.equal(found.nextDue, '2026-03-06T06:00:00Z');
  assert.equal(found.lastSuccess, '2026-03-05T06:00:00Z');
});

test('what a person recorded, corrected or withdrew stays, is listed, and can be replaced with a reason', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  const mia = app.as(acme.member);
  await mia('readings.record', { kpi: 'sales', period: '2025-12', value: 41 });
  await mia('readings.record', { kpi: 'sales', period: '2026-01', value: 5 });
  await mia('readings.withdraw', { kpi: 'sales', period: '2026-01', reason: 'not ours' });
  source.values = { '2025-12': 43, '2026-01': 11, '2026-02': 12 };
  await mia('connectors.run', { connector });
  await round(app);
  assert.deepEqual(
    (await values(app, acme)).map(({ value }) => value),
    [41, null, 12],
  );
  const [run] = await mia('connectors.runs', { connector });
  assert.equal(
    run!.sentence,
    '1 new, 2 kept against the source. 2025-12: sent 41.00 stays, the source says 43.00. 2026-01: it was withdrawn, the source says 11.00.',
  );
  const kept = [
    { period: '2026-01', stands: null, source: 'api', says: 11 },
    { period: '2025-12', stands: 41, source: 'api', says: 43 },
  ] as const;
  assert.deepEqual((await mia('connectors.find', { connector })).kept, kept);
  const taken = await mia('connectors.take', { connector, period: '2025-12', reason: 'a slip of mine' });
  assert.deepEqual(
    [taken.value, taken.source, taken.author, taken.reason],
    [43, 'connector', acme.member.id, 'a slip of mine'],
  );
  assert.deepEqual((await mia('connectors.find', { connector })).kept, [kept[0]]);
  await assert.rejects(
    mia('connectors.take', { connector, period: '2025-12', reason: 'again' }),
    (fault) => fault instanceof Refused && fault.code === 'not_found',
  );
});

test('a source that corrects itself corrects its own readings, with the reason', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  source.values = { '2026-01': 11, '2026-02': 12 };
  app.clock.now = '2026-03-05T06:00:00.000Z';
  await round(app);
  source.values = { '2026-01': 11, '2026-02': 14 };
  app.clock.now = '2026-03-06T06:00:00.000Z';
  await round(app);
  assert.deepEqual((await values(app, acme)).at(-1), {
    ...{ period: '2026-02', value: 14, source: 'connector', author: null },
    reason: 'The source says otherwise now.',
  });
  const [run] = await app.as(acme.member)('connectors.runs', { connector });
  assert.equal(run!.sentence, '1 corrected, 1 as before. Nothing about 2025-12.');
});

test('what was missed while nothing ran is asked for once it runs again', async (t) => {
  const { app, acme, source } = await connected(t);
  source.values = { '2026-02': 12 };
  app.clock.now = '2026-03-05T06:00:00.000Z';
  await round(app);
  for (const [index, month] of ['03', '04', '05', '06', '07', '08'].entries())
    source.values[`2026-${month}`] = index;
  app.clock.now = '2026-09-01T12:00:00.000Z';
  assert.equal(await round(app), 1);
  assert.equal((await values(app, acme)).length, 7);
});

test('a failing source is tried again later each time, then its connector says so, and nothing is overwritten', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  const mia = app.as(acme.member);
  source.values = { '2026-02': 12 };
  app.clock.now = '2026-03-05T06:00:00.000Z';
  await round(app);
  source.fault = { status: 503 };
  app.clock.now = '2026-03-06T06:00:00.000Z';
  const tries: (string | null)[] = [];
  for (let count = 0; count < 5; count++) {
    assert.equal(await round(app), 1, `try ${count}`);
    const [run] = await mia('connectors.runs', { connector });
    tries.push(run!.nextTry);
    if (run!.nextTry) app.clock.now = run!.nextTry;
  }
  assert.deepEqual(tries, [
    '2026-03-06T06:01:00Z',
    '2026-03-06T06:06:00Z',
    '2026-03-06T06:21:00Z',
    '2026-03-06T07:21:00Z',
    null,
  ]);
  const [line] = await mia('connectors.list', { kpi: 'sales' });
  assert.equal(line!.failingSince, app.clock.now);
  assert.match(line!.fault!, /503/);
  assert.equal((await app.as(acme.viewer)('connectors.list', {}))[0]!.fault, null);
  assert.equal((await values(app, acme))[0]!.value, 12);
  source.fault = undefined;
  app.clock.now = '2026-03-07T06:00:00.000Z';
  await round(app);
  assert.equal((await mia('connectors.find', { connector })).failingSince, null);
  const { entries } = await app.as(acme.admin)('audit.list', { subject: connector });
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['connector.recovered', 'connector.failed', 'connector.created'],
  );
});

test('a source that asks for a pause is not asked before it is over, and one that refuses is not asked again', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  const mia = app.as(acme.member);
  source.fault = { status: 429, headers: { 'retry-after': '600' } };
  await mia('connectors.run', { connector });
  await round(app);
  const [waiting] = await mia('connectors.runs', { connector });
  assert.equal(waiting!.nextTry, '2026-03-04T12:10:00Z');
  source.fault = { status: 401 };
  app.clock.now = waiting!.nextTry!;
  await round(app);
  const [failed] = await mia('connectors.runs', { connector });
  assert.deepEqual([failed!.state, failed!.nextTry], ['failed', null]);
});

test('a past range is filled in, and a second run waits for the first', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  const mia = app.as(acme.member);
  source.values = { '2024-12': 1, '2025-01': 2, '2025-02': 3, '2025-03': 4 };
  await mia('connectors.backfill', { connector, from: '2025-01', to: '2025-02' });
  await round(app);
  assert.deepEqual(
    (await values(app, acme)).map(({ period, value }) => [period, value]),
    [
      ['2025-01', 2],
      ['2025-02', 3],
    ],
  );
  for (const [span, words] of [
    [{ from: '2025-02', to: '2025-01' }, /before it begins/],
    [{ from: '2025-W01', to: '2025-W02' }, /not a period/],
    [{ from: '1900-01', to: '2026-01' }, /at most 1000/],
    [{ from: '2026-01', to: '2026-04' }, /not begun/],
  ] as const)
    await assert.rejects(mia('connectors.backfill', { connector, ...span }), words);
});

test('a connector that is changed or removed while it runs records nothing', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  const mia = app.as(acme.member);
  source.values = { '2026-02': 12 };
  source.meanwhile = async () => {
    await mia('connectors.change', { connector, lookBack: 1 });
  };
  await mia('connectors.run', { connector });
  await round(app);
  assert.deepEqual(await values(app, acme), []);
  assert.match((await mia('connectors.runs', { connector }))[0]!.sentence!, /was changed while it ran/);
  source.meanwhile = async () => {
    await mia('connectors.remove', { connector });
  };
  await mia('connectors.run', { connector });
  await round(app);
  assert.deepEqual(await values(app, acme), []);
  assert.deepEqual(await mia('connectors.list', {}), []);
});

test('a run whose process died is taken up by another one, and the dead one cannot record any more', async (t) => {
  const { app, acme, source, connector } = await connected(t);
  source.values = { '2026-02': 12 };
  await app.as(acme.member)('connectors.run', { connector });
  let rounds = 0;
  source.meanwhile = async () => {
    source.meanwhile = async () => {};
    assert.equal(await round(app), 0, 'it is held');
    app.clock.now = '2026-03-04T12:03:00.000Z';
    source.values = { '2026-02': 13 };
    rounds = await round(app);
  };
  await round(app);
  assert.equal(rounds, 1);
  assert.deepEqual(
    (await app.as(acme.viewer)('readings.revisions', { kpi: 'sales', period: '2026-02' })).map(
      ({ value }) => value,
    ),
    [13],
  );
  const runs = await app.as(acme.member)('connectors.runs', { connector });
  assert.deepEqual(
    runs.map(({ state, attempt, created }) => [state, attempt, created]),
    [['done', 2, 1]],
  );
});

test('trying a source shows what would be recorded and stores nothing', async (t) => {
  const { app, acme, source } = await connected(t);
  const mia = app.as(acme.member);
  await mia('readings.record', { kpi: 'sales', period: '2025-12', value: 41 });
  source.values = { '2025-12': 43, '2026-02': 12 };
  const before = await values(app, acme);
  const preview = await mia('connectors.test', { kpi: 'sales', config: config(source) });
  assert.deepEqual(
    preview.rows.map(({ period, value, stands, would }) => [period, value, stands, would]),
    [
      ['2025-12', 43, 41, 'keep'],
      ['2026-02', 12, null, 'create'],
    ],
  );
  assert.deepEqual(
    [preview.from, preview.to, preview.fault, preview.silent],
    ['2025-12', '2026-02', null, ['2026-01']],
  );
  assert.deepEqual(await values(app, acme), before);
  assert.equal(source.asked[0]!.authorization, 'Bearer hunter2', 'the kept secret is asked with');
  source.fault = { status: 404 };
  assert.match((await mia('connectors.test', { kpi: 'sales', config: config(source) })).fault!, /404/);
  await app
    .as(acme.admin)('allowedHosts.list', {})
    .then(([first]) => app.as(acme.admin)('allowedHosts.remove', { allowedHost: first!.id }));
  const asked = source.asked.length;
  assert.match(
    (await mia('connectors.test', { kpi: 'sales', config: config(source) })).fault!,
    /127\.0\.0\.1/,
  );
  assert.equal(source.asked.length, asked);
});
