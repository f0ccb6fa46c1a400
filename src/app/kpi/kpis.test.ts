import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi } from '../../../test/make-okr.ts';

const minutes = { kind: 'duration', unit: 'minutes' } as const;

test('another formula or direction makes a version from a day on; a name, or the same again, makes none', async (t) => {
  const app = await testApp(t, { now: '2026-03-10T09:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const mia = app.as(acme.member);
  const kpi = await makeKpi(app, acme.member, { definition: 'Fours and fives over all.', unit: minutes });
  assert.equal((await mia('kpis.change', { kpi, name: 'Satisfaction' })).version, 1);
  const same = { definition: 'Fours and fives over all.', unit: minutes, direction: 'higher' } as const;
  assert.equal((await mia('kpis.change', { kpi, ...same })).version, 1);
  app.clock.now = '2026-03-11T09:00:00.000Z';
  const second = await mia('kpis.change', { kpi, definition: 'Fives over all.', validFrom: '2026-03-01' });
  assert.equal(second.version, 2);
  app.clock.now = '2026-03-12T09:00:00.000Z';
  await mia('kpis.change', { kpi, direction: 'lower' });
  const versions = await mia('kpis.versions', { kpi: 'csat' });
  assert.deepEqual(
    versions.map(({ version, validFrom, definition, direction }) => [
      version,
      validFrom,
      definition,
      direction,
    ]),
    [
      [3, '2026-03-12', 'Fives over all.', 'lower'],
      [2, '2026-03-01', 'Fives over all.', 'higher'],
      [1, '2026-03-10', 'Fours and fives over all.', 'higher'],
    ],
  );
});

test('a definition does not hold from a day to come', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const kpi = await makeKpi(app, acme.member);
  const change = app.as(acme.member)('kpis.change', { kpi, direction: 'lower', validFrom: '2027-01-01' });
  await assert.rejects(change, { code: 'invalid', field: 'validFrom' });
  assert.equal((await app.as(acme.member)('kpis.find', { kpi })).direction, 'higher');
});

test('the judgement as of an instant goes by the definition of that time', async (t) => {
  const app = await testApp(t, { now: '2026-08-10T09:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const mia = app.as(acme.member);
  const kpi = await makeKpi(app, acme.member, { values: [5, 5, 6, 5, 6, 5, 30] });
  const asOf = '2026-08-11T00:00:00.000Z';
  app.clock.now = '2026-08-12T09:00:00.000Z';
  await mia('kpis.change', { kpi, direction: 'lower' });
  const now = await mia('judgements.find', { kpi });
  const then = await mia('judgements.find', { kpi, asOf });
  assert.deepEqual([now.speaking?.sense, now.kpi.version], ['deterioration', 2]);
  assert.deepEqual([then.speaking?.sense, then.kpi.version], ['improvement', 1]);
});
