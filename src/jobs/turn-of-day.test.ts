import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { organisationsToTurn, turnDay } from '#app/reading/turn-of-day.ts';
import { type TestApp, testApp } from '../../test/app.ts';
import { type MadeOrganisation, makeOrganisation } from '../../test/make.ts';
import { jobs } from './jobs.ts';
import { turnOfDay } from './turn-of-day.ts';

const quick = { everySeconds: 0.5, retrySeconds: 1 };

/** A weekly KPI with values up to the week that ends on Sunday 1 March 2026; it is overdue from 12 March on. */
async function withKpi(app: TestApp, acme: MadeOrganisation): Promise<void> {
  const call = app.as(acme.admin);
  await call('kpis.create', { key: 'csat', name: 'Satisfaction', direction: 'higher', cadence: 'weekly' });
  await call('thresholds.record', { kpi: 'csat', from: '2026-01-01', floor: 4 });
  for (const week of ['W06', 'W07', 'W08', 'W09'])
    await call('readings.record', { kpi: 'csat', period: `2026-${week}`, value: 4.5 });
}

/** Waits until something is so, at most half a minute. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It is still not so after half a minute.');
    await sleep(100);
  }
}

const status = async (app: TestApp, acme: MadeOrganisation) =>
  (await app.as(acme.viewer)('panel.list', {})).find(({ key }) => key === 'csat')!.status;

const turns = async (app: TestApp) =>
  (
    await app.database.owner.query<{
      organisation: string;
      kind: string;
      person: string | null;
      detail: unknown;
    }>("select organisation, kind, person, detail from audit where operation = 'turnOfDay' order by id")
  ).rows;

test('a KPI whose period and grace have gone by is overdue once the day has turned, and the audit log says so once', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await withKpi(app, acme);
  assert.equal(await turnDay(app.tandem, acme.id, 'first'), true);
  assert.equal(await status(app, acme), 'healthy');
  app.clock.now = '2026-03-12T00:00:01.000Z';
  assert.deepEqual(await organisationsToTurn(app.tandem), [{ organisation: acme.id, day: '2026-03-12' }]);
  const done = await Promise.all(['a', 'b', 'c'].map((request) => turnDay(app.tandem, acme.id, request)));
  assert.deepEqual(done.toSorted(), [false, false, true]);
  assert.equal(await status(app, acme), 'overdue');
  assert.deepEqual(await turns(app), [
    {
      organisation: acme.id,
      kind: 'kpi.overdue',
      person: null,
      detail: { status: { before: 'healthy', after: 'overdue' } },
    },
  ]);
  assert.deepEqual(await organisationsToTurn(app.tandem), []);
});

test('a day turns in the time zone of the organisation', async (t) => {
  const app = await testApp(t, { now: '2026-03-04T12:00:00.000Z' });
  const auckland = await makeOrganisation(app, 'auckland', { timeZone: 'Pacific/Auckland' });
  const honolulu = await makeOrganisation(app, 'honolulu', { timeZone: 'Pacific/Honolulu' });
  const byDay = async () =>
    Object.fromEntries(
      (await organisationsToTurn(app.tandem)).map(({ organisation, day }) => [organisation, day]),
    );
  assert.deepEqual(await byDay(), { [auckland.id]: '2026-03-05', [honolulu.id]: '2026-03-04' });
  for (const { id } of [auckland, honolulu]) await turnDay(app.tandem, id, 'test');
  app.clock.now = '2026-03-05T09:59:00.000Z';
  assert.deepEqual(await byDay(), {});
  app.clock.now = '2026-03-05T11:00:00.000Z';
  assert.deepEqual(await byDay(), { [auckland.id]: '2026-03-06', [honolulu.id]: '2026-03-05' });
});

test('two processes share the jobs, and the day turns once', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await withKpi(app, acme);
  app.clock.now = '2026-03-12T00:00:01.000Z';
  const faults: unknown[] = [];
  const both = [1, 2].map(() =>
    jobs([turnOfDay(app.tandem)], app.database, (fault) => faults.push(fault), quick),
  );
  await Promise.all(both.map((each) => each.start()));
  await until(async () => (await status(app, acme)) === 'overdue');
  await sleep(1_500);
  await Promise.all(both.map((each) => each.stop()));
  assert.equal((await turns(app)).length, 1);
  assert.deepEqual(faults, []);
});

test('a turn that fails is tried again until it passes, and leaves nothing half-done before', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await withKpi(app, acme);
  app.clock.now = '2026-03-12T00:00:01.000Z';
  await app.database.owner.query('revoke insert on audit from tandem_app');
  const faults: unknown[] = [];
  const ours = jobs([turnOfDay(app.tandem)], app.database, (fault) => faults.push(fault), quick);
  await ours.start();
  await until(async () => faults.length > 0);
  assert.equal(await status(app, acme), 'healthy');
  assert.equal((await app.database.owner.query('select from turned_day')).rowCount, 0);
  await app.database.owner.query('grant insert on audit to tandem_app');
  await until(async () => (await status(app, acme)) === 'overdue');
  await ours.stop();
  assert.equal((await turns(app)).length, 1);
});
