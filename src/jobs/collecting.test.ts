import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { collecting } from './collecting.ts';
import { jobs } from './jobs.ts';

const quick = { everySeconds: 0.5, retrySeconds: 1 };

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It is still not so after half a minute.');
    await sleep(100);
  }
}

test('two processes share the connectors that are due, and each runs once', async (t) => {
  const app = await testApp(t);
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    asked.set(request.url!, (asked.get(request.url!) ?? 0) + 1);
    response.end(JSON.stringify([{ month: '2026-02', n: asked.size }]));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const count = 20;
  for (const name of ['acme', 'other']) {
    const { admin } = await makeOrganisation(app, name);
    const call = app.as(admin);
    await call('allowedHosts.add', { host, reason: 'the test' });
    for (let index = 0; index < count; index++) {
      const kpi = `k${index}`;
      await call('kpis.create', { key: kpi, name: kpi, direction: 'higher', cadence: 'monthly' });
      await call('connectors.create', {
        kpi,
        config: { kind: 'http-json', url: `http://${host}/${name}/${index}`, period: 'month', value: 'n' },
        schedule: { every: 'hour', minute: 0 },
      });
    }
  }
  app.clock.now = '2026-03-04T13:00:00.000Z';
  const faults: unknown[] = [];
  const both = [1, 2].map(() =>
    jobs([collecting(app.tandem)], app.database, (fault) => faults.push(fault), quick),
  );
  await Promise.all(both.map((each) => each.start()));
  const ended = async () =>
    Number(
      (
        await app.database.owner.query(
          "select count(*) from connector_run where state = 'done' and attempt = 1",
        )
      ).rows[0].count,
    );
  await until(async () => (await ended()) === 2 * count);
  await sleep(1_500);
  await Promise.all(both.map((each) => each.stop()));
  const { rows } = await app.database.owner.query(
    'select (select count(*)::int from connector_run) as runs, (select count(*)::int from reading) as readings',
  );
  assert.deepEqual(rows, [{ runs: 2 * count, readings: 2 * count }]);
  assert.deepEqual([...new Set(asked.values())], [1]);
  assert.equal(asked.size, 2 * count);
  assert.deepEqual(faults, []);
});

test('a run that somebody asks for does not wait for the next round', async (t) => {
  const app = await testApp(t);
  const server = createServer((_, response) => response.end(JSON.stringify([{ month: '2026-02', n: 1 }])));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { admin } = await makeOrganisation(app);
  const call = app.as(admin);
  await call('allowedHosts.add', { host, reason: 'the test' });
  await call('kpis.create', { key: 'k', name: 'K', direction: 'higher', cadence: 'monthly' });
  const { id: connector } = await call('connectors.create', {
    kpi: 'k',
    config: { kind: 'http-json', url: `http://${host}/`, period: 'month', value: 'n' },
  });
  const faults: unknown[] = [];
  const running = jobs([collecting(app.tandem)], app.database, (fault) => faults.push(fault), {
    ...quick,
    everySeconds: 20,
  });
  const { changed } = app.tandem;
  app.tandem.changed = (organisation, events) => {
    changed(organisation, events);
    running.changed(organisation, events);
  };
  await running.start();
  await sleep(1_000);
  await call('connectors.run', { connector });
  await until(async () => (await call('connectors.runs', { connector }))[0]!.state === 'done');
  await running.stop();
  assert.deepEqual(faults, []);
});
