import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../test/make-okr.ts';
import { recorded } from '../../test/recordings/play.ts';
import { jobs } from './jobs.ts';
import { synchronising } from './synchronising.ts';

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It is still not so after half a minute.');
    await sleep(100);
  }
}

test('an issue that was linked just now does not wait for the next round, and two processes ask once', async (t) => {
  const app = await testApp(t);
  const { url, seen } = await recorded(t, 'github-issues');
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const goal = await makeObjective(app, acme.admin, await makeQuarter(app, acme), { keyResults: [moves()] });
  await admin('allowedHosts.add', { host: '127.0.0.1', reason: 'the test' });
  await admin('trackers.create', { kind: 'github', address: url, accessToken: 'ghp_s3cret' });
  const faults: unknown[] = [];
  const slow = { everySeconds: 20, retrySeconds: 1 };
  const both = [1, 2].map(() =>
    jobs([synchronising(app.tandem)], app.database, (fault) => faults.push(fault), slow),
  );
  const { changed } = app.tandem;
  app.tandem.changed = (organisation, events) => {
    changed(organisation, events);
    for (const each of both) each.changed(organisation, events);
  };
  await Promise.all(both.map((each) => each.start()));
  await sleep(1_000);
  const link = `${url}/acme/app/issues/3`;
  const { id: initiative } = await admin('initiatives.create', {
    keyResult: goal.keyResults[0]!,
    title: 'Work',
    link,
  });
  await until(async () => (await admin('initiatives.find', { initiative })).state === 'done');
  await sleep(1_000);
  await Promise.all(both.map((each) => each.stop()));
  assert.equal(seen.length, 1);
  assert.deepEqual(faults, []);
});
