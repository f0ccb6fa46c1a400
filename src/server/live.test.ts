import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { allNouns } from '#contract/stale.ts';
import { type TestApp, testApp } from '../../test/app.ts';
import { type MadePerson, makeOrganisation } from '../../test/make.ts';
import { type Assembled, assemble } from './assemble.ts';
import type { Carried } from './rest.ts';
import { securityOf } from './security.ts';

/** Another Tandem over the same database, as a second process would be. */
function second(app: TestApp): Assembled {
  return assemble({
    database: app.database,
    secrets: {
      session: 'a session key that only tests use',
      sealing: ['5e'.repeat(32)],
      audit: 'an audit key that only tests use',
    },
    security: securityOf({ RATE_LIMIT: '0' }),
    clock: () => app.clock.now,
    log: (entry) => app.logged.push(entry),
  });
}

async function started(
  t: TestContext,
  ...all: Pick<Assembled, 'background'>[]
): Promise<() => Promise<void>> {
  const background = all.flatMap((each) => each.background);
  for (const each of background) await each.start();
  const stop = async () => {
    for (const each of background) each.drain?.();
    for (const each of background) await each.stop();
  };
  t.after(stop);
  return stop;
}

type Page = { next(within?: number): Promise<string[] | undefined>; close(): Promise<void> };

async function page(server: Hono<Carried>, person: MadePerson, query = ''): Promise<Page> {
  const answer = await server.request(`/api/live${query}`, {
    headers: { authorization: `Bearer ${person.tokens.read}` },
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let reading = reader.read();
  return {
    async next(within = 3_000) {
      const deadline = sleep(within, undefined, { ref: false });
      for (;;) {
        const read = await Promise.race([reading, deadline]);
        if (!read || read.done) return undefined;
        reading = reader.read();
        const [, data] = /^data: (.*)$/m.exec(read.value) ?? [];
        if (data) return (JSON.parse(data) as { stale: string[] }).stale;
      }
    },
    close: () => reader.cancel(),
  };
}

const team = { key: 'sales', name: 'Sales' };

test('a page hears what happens in its organisation on another process, and nothing of other organisations', async (t) => {
  const one = await testApp(t);
  const two = second(one);
  await started(t, one, two);
  const [acme, other] = [await makeOrganisation(one), await makeOrganisation(one, 'other')];
  const [ours, same, theirs] = [
    await page(two.app, acme.viewer),
    await page(one.server, acme.member),
    await page(two.app, other.owner),
  ];
  await one.as(acme.admin)('teams.create', team);
  assert.ok((await ours.next())?.includes('teams'));
  assert.ok((await same.next())?.includes('teams'));
  assert.equal(await theirs.next(300), undefined);
});

test('what happens at once is told at once, and a refused write is not told', async (t) => {
  const app = await testApp(t);
  await started(t, app);
  const acme = await makeOrganisation(app);
  const ours = await page(app.server, acme.viewer);
  for (const kind of ['team.created', 'team.changed', 'team.removed'])
    app.tandem.changed(acme.id, [{ kind, subject: acme.id }]);
  assert.ok((await ours.next())?.includes('teams'));
  await assert.rejects(app.as(acme.viewer)('teams.create', team));
  assert.equal(await ours.next(300), undefined);
});

test('a page that was slow to listen hears first what became stale since it began to load', async (t) => {
  const app = await testApp(t);
  await started(t, app);
  const [acme, other] = [await makeOrganisation(app), await makeOrganisation(app, 'other')];
  const early = await page(app.server, acme.viewer);
  await app.as(acme.admin)('teams.create', team);
  assert.ok((await early.next())?.includes('teams'));
  assert.ok((await (await page(app.server, acme.viewer, '?ago=60000')).next())?.includes('teams'));
  for (const late of [
    await page(app.server, acme.viewer),
    await page(app.server, acme.viewer, '?ago=rubbish'),
    await page(app.server, other.viewer, '?ago=60000'),
  ])
    assert.equal(await late.next(300), undefined);
});

test('when the connection to the database is lost it comes back, and pages are told that everything may be stale', async (t) => {
  const app = await testApp(t);
  await started(t, app);
  const acme = await makeOrganisation(app);
  const ours = await page(app.server, acme.viewer);
  await app.database.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query = 'listen tandem_live'`,
  );
  assert.deepEqual(await ours.next(10_000), [...allNouns]);
  await app.as(acme.admin)('teams.create', team);
  assert.ok((await ours.next())?.includes('teams'));
});

test('nobody listens without being signed in, and streams end when the server drains', async (t) => {
  const app = await testApp(t);
  const stop = await started(t, app);
  const acme = await makeOrganisation(app);
  assert.equal((await app.server.request('/api/live')).status, 401);
  const wrong = await app.server.request('/api/live', { headers: { authorization: 'Bearer nonsense' } });
  assert.equal(wrong.status, 401);
  const ours = await page(app.server, acme.viewer);
  await stop();
  assert.equal(await ours.next(1_000), undefined);
});
