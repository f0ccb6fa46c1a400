import assert from 'node:assert/strict';
import { test } from 'node:test';
import { client } from '#client/client.ts';
import { type Name, operations } from '#contract/index.ts';
import { pathFields } from '#contract/operation.ts';
import type { Refused } from '#contract/refused.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { edges } from '../../../test/edges.ts';
import { steps } from '../../../test/examples/walk.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { refusedAs } from '../../../test/refused-as.ts';

/** An organisation with two KPIs of Mia's, and a push token for the first. */
async function pushing(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  for (const key of ['calls', 'other'])
    await app.as(acme.admin)('kpis.create', {
      ...{ key, name: key, direction: 'higher', cadence: 'monthly', owner: acme.member.id },
    });
  const made = await app.as(acme.member)('tokens.create', {
    ...{ name: 'exchange', scope: 'push', kpis: ['calls'] },
  });
  return { app, acme, made, push: by(app, made.text) };
}

const by = (app: TestApp, token: string) => client({ fetch: (request) => app.server.fetch(request), token });

test('a push token brings readings of its own KPIs, as its person, from outside', async (t) => {
  const { app, acme, push } = await pushing(t);
  const reading = await push('readings.record', { kpi: 'calls', period: '2026-01', value: 3 });
  assert.deepEqual([reading.source, reading.author], ['api', acme.member.id]);
  const counts = await push('readings.recordMany', {
    readings: [{ kpi: 'calls', period: '2026-02', value: 4 }],
  });
  assert.equal(counts.created, 1);
  assert.equal((await app.as(acme.viewer)('readings.list', { kpi: 'calls' })).length, 2);
});

test('a push token does nothing else, whatever is asked, at any edge', async (t) => {
  const { app, made } = await pushing(t);
  const pushed: Name[] = ['readings.record', 'readings.recordMany'];
  assert.deepEqual(
    [...operations.values()].flatMap(({ name, pushes }) => (pushes ? name : [])),
    pushed,
  );
  const scene = new Proxy({}, { get: () => '01900000-0000-7000-8000-000000000000' });
  const inputs = new Map(steps.map((step) => [step.name, step.input(scene)]));
  let tried = 0;
  for (const [name, { access, path }] of operations) {
    if (access === 'anyone' || pushed.includes(name)) continue;
    for (const [edge, ask] of edges) {
      const outcome = await ask(
        app,
        made.text,
        name,
        inputs.get(name) ?? Object.fromEntries(pathFields(path).map((field) => [field, 'x'])),
      );
      const code = 'refused' in outcome ? outcome.refused.code : 'done';
      assert.equal(code, 'forbidden', `${name} by ${edge}`);
    }
    tried++;
  }
  assert.ok(tried > 80, `only ${tried} operations were tried`);
  const live = await app.server.request('/api/live', { headers: { authorization: `Bearer ${made.text}` } });
  assert.equal(live.status, 403);
});

test('a push token cannot tell a KPI that is not its own from one that does not exist, and reads nothing by writing', async (t) => {
  const { app, acme, push } = await pushing(t);
  await app.as(acme.member)('readings.record', {
    kpi: 'calls',
    period: '2026-01',
    value: 41,
    note: 'confidential',
  });
  for (const kpi of ['other', 'nothing'])
    await assert.rejects(
      push('readings.record', { kpi, period: '2026-01', value: 3 }),
      refusedAs('not_found', new RegExp(`^There is no KPI ${kpi} that this token brings readings of\\.$`)),
    );
  await assert.rejects(
    push('readings.recordMany', {
      readings: [
        { kpi: 'calls', period: '2026-02', value: 3 },
        { kpi: 'other', period: '2026-02', value: 3 },
      ],
    }),
    refusedAs('not_found'),
  );
  await assert.rejects(push('readings.record', { kpi: 'calls', period: '2026-01', value: 3 }), (fault) => {
    assert.ok(refusedAs('conflict')(fault));
    assert.doesNotMatch((fault as Refused).message, /41/);
    return true;
  });
  const same = await push('readings.record', { kpi: 'calls', period: '2026-01', value: 41 });
  assert.deepEqual([same.note, same.author], [null, null]);
});

test('a push token is made by who may write its KPIs, ends with that right, and is for KPIs that take readings', async (t) => {
  const { app, acme, push } = await pushing(t);
  const create = (
    who: keyof typeof acme & ('viewer' | 'member'),
    kpis: string[],
    scope: 'push' | 'write' = 'push',
  ) => app.as(acme[who])('tokens.create', { name: 'x', scope, kpis });
  await assert.rejects(create('viewer', ['calls']), refusedAs('forbidden'));
  await assert.rejects(create('member', []), refusedAs('invalid', /name them/));
  await assert.rejects(create('member', ['calls'], 'write'), refusedAs('invalid', /only a push token/));
  await assert.rejects(create('member', ['nothing']), refusedAs('not_found'));
  await app.as(acme.admin)('kpis.change', { kpi: 'calls', owner: acme.admin.id });
  await assert.rejects(
    push('readings.record', { kpi: 'calls', period: '2026-02', value: 3 }),
    refusedAs('forbidden'),
  );
  await app.as(acme.admin)('kpis.archive', { kpi: 'other' });
  await assert.rejects(
    app.as(acme.admin)('tokens.create', { name: 'x', scope: 'push', kpis: ['other'] }),
    refusedAs('closed'),
  );
  const [listed] = (await app.as(acme.member)('tokens.list', {})).filter(({ scope }) => scope === 'push');
  assert.equal(listed!.kpis.length, 1);
});
