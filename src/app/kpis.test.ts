import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { makeKpi } from '../../test/make-okr.ts';

const minutes = { kind: 'duration', unit: 'minutes' } as const;
const hours = { kind: 'duration', unit: 'hours' } as const;

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

test('a unit changes while nothing is recorded; later only by name, because numbers keep their meaning', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const mia = app.as(acme.member);
  const kpi = await makeKpi(app, acme.member, { unit: hours });
  assert.equal((await mia('kpis.change', { kpi, unit: minutes })).version, 2);
  await mia('readings.record', { kpi, period: '2026-01', value: 240 });
  await assert.rejects(mia('kpis.change', { kpi, unit: hours }), {
    code: 'conflict',
    field: 'unit',
    message: /^The readings of CSAT are in minutes, and would be other numbers in hours\. Define a new KPI/,
  });
  const calls = await makeKpi(app, acme.member, { key: 'calls', unit: { kind: 'number' }, values: [1] });
  const named = await mia('kpis.change', { kpi: calls, unit: { kind: 'number', symbol: 'calls' } });
  assert.equal(named.version, 2);
  const floored = await makeKpi(app, acme.member, { key: 'floored', unit: hours });
  await mia('thresholds.record', { kpi: floored, from: '2026-01-01', floor: 4 });
  await assert.rejects(mia('kpis.change', { kpi: floored, unit: minutes }), /The thresholds of CSAT/);
});

test('a KPI that others are added up with keeps its unit', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const mia = app.as(acme.member);
  const kpi = await makeKpi(app, acme.member, { unit: hours });
  await mia('kpis.fanOut', { kpi, children: [{ key: 'one', name: 'One', owner: acme.member.id }] });
  for (const each of ['csat', 'one'])
    await assert.rejects(mia('kpis.change', { kpi: each, unit: minutes }), {
      code: 'conflict',
      field: 'unit',
    });
});
