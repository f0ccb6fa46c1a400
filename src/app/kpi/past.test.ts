import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const then = '2026-03-04T12:00:00.000Z';
const later = '2026-06-10T12:00:00.000Z';

async function setUp(t: Parameters<typeof testApp>[0], now = then) {
  const app: TestApp = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  return { app, acme, mia: app.as(acme.member), adam: app.as(acme.admin), vera: app.as(acme.viewer) };
}

const year = [80, 82, 79, 81, 80, 83, 78, 80, 82, 79, 81, 80];

test('the gap of a past day is told from its readings, threshold, weight, decision and odds, whatever came later', async (t) => {
  const { app, acme, mia, adam, vera } = await setUp(t);
  const cycle = await makeQuarter(app, acme);
  const kpi = await makeKpi(app, acme.member, { from: '2025-03-01', values: year });
  await mia('thresholds.record', { kpi, from: '2025-01-01', desired: 90, desiredBy: '2026-12-31' });
  await mia('gaps.decide', {
    kpi,
    kind: 'accept',
    until: '2026-05-31',
    reason: 'the new system comes first',
  });
  await makeObjective(app, acme.member, cycle, { title: 'Be loved', gapKpi: kpi });
  await adam('cycles.activate', { cycle });
  const before = await vera('gaps.find', { kpi });
  assert.equal(before.gap?.gap, 90 - 80.41666666666667);
  assert.equal(before.gap.unaided?.byIs, 'the day on which it is wanted');

  app.clock.now = later;
  await mia('readings.record', { kpi, period: '2025-09', value: 40, reason: 'counted wrongly' });
  await makeReadings(app, acme.member, kpi, { from: '2026-03-01', values: [95, 96, 97] });
  await mia('thresholds.record', { kpi, from: '2026-01-01', desired: 70, reason: 'less will do' });
  await mia('gaps.decide', { kpi, kind: 'quick fix', reason: 'another form' });
  await mia('kpis.change', { kpi, name: 'Satisfaction', weight: 9 });
  const [objective] = before.gap.objectives;
  await mia('objectives.drop', { objective: objective!.id, reason: 'no longer needed' });
  const now = await vera('gaps.find', { kpi });
  assert.notDeepEqual(now, before);
  assert.deepEqual(await vera('gaps.find', { kpi, asOf: then }), before);
  await mia('kpis.archive', { kpi });
  assert.deepEqual(await vera('gaps.find', { kpi, asOf: then }), before);
  assert.equal((await vera('gaps.find', { kpi, asOf: '2026-02-01T00:00:00Z' })).gap, null);
});

test('the driver tree of a past day has its links with their words, formulas and parts, each as it was judged', async (t) => {
  const { app, acme, mia, vera } = await setUp(t);
  const mrr = await makeKpi(app, acme.member, { key: 'mrr', from: '2025-03-01', values: year });
  await makeKpi(app, acme.member, { key: 'heads', from: '2025-03-01', values: year.map(() => 2) });
  await makeKpi(app, acme.member, { key: 'calls', from: '2025-03-01', values: year });
  const each = await makeKpi(app, acme.member, { key: 'each', name: 'MRR a head', formula: 'mrr / heads' });
  await mia('drivers.link', { kpi: 'mrr', input: 'calls', note: 'calls bring contracts' });
  await makeKpi(app, acme.member, { key: 'visits', addsUp: 'sum' });
  await mia('kpis.fanOut', {
    kpi: 'visits',
    children: [{ key: 'visits-north', name: 'North', owner: null }],
  });
  await makeReadings(app, acme.member, 'visits-north', { from: '2025-03-01', values: year });
  await mia('drivers.link', { kpi: 'mrr', input: 'visits', note: '' });
  const tree = async (asOf?: string) =>
    sorted(await vera('drivers.tree', { kpi: 'each', ...(asOf && { asOf }) }));
  const before = await tree();
  assert.deepEqual(before.nodes.map(({ key, step }) => [key, step]).sort(), [
    ['calls', -2],
    ['each', 0],
    ['heads', -1],
    ['mrr', -1],
    ['visits', -2],
    ['visits-north', -3],
  ]);

  app.clock.now = later;
  await makeReadings(app, acme.member, mrr, { from: '2026-03-01', values: [200, 210, 220] });
  await mia('readings.record', { kpi: 'calls', period: '2025-09', value: 10, reason: 'counted wrongly' });
  await mia('drivers.link', { kpi: 'mrr', input: 'calls', note: 'or so we thought' });
  await mia('drivers.unlink', { kpi: 'mrr', input: 'calls' });
  await mia('drivers.link', { kpi: 'mrr', input: 'calls', note: 'again' });
  await mia('drivers.unlink', { kpi: 'mrr', input: 'visits' });
  await makeKpi(app, acme.member, { key: 'leads', from: '2025-03-01', values: year });
  await mia('drivers.link', { kpi: 'mrr', input: 'leads', note: 'new' });
  await mia('kpis.change', { kpi: 'each', formula: 'calls / heads', name: 'Calls a head' });
  await mia('kpis.archive', { kpi: 'visits-north' });
  const now = await tree();
  assert.deepEqual(now.nodes.map(({ key }) => key).sort(), ['calls', 'each', 'heads', 'leads', 'mrr']);
  assert.deepEqual(await tree(then), { ...before, asOf: then });
  assert.equal(each, before.kpi);

  const { nodes, edges } = await tree('2026-01-01T00:00:00Z');
  assert.deepEqual(
    [nodes.map(({ key, value, status }) => [key, value, status]), edges],
    [[['each', null, 'no data']], []],
  );
});

function sorted<T extends { nodes: { id: string }[]; edges: { from: string; to: string; kind: string }[] }>(
  tree: T,
): T {
  const name = ({ from, to, kind }: T['edges'][number]) => `${from} ${to} ${kind}`;
  return {
    ...tree,
    nodes: tree.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    edges: tree.edges.toSorted((a, b) => (name(a) < name(b) ? -1 : 1)),
  };
}

test('a value that a formula gave is explained by what was known on a past day', async (t) => {
  const { app, acme, mia, vera } = await setUp(t);
  await makeKpi(app, acme.member, { key: 'mrr', from: '2025-03-01', values: year });
  await makeKpi(app, acme.member, { key: 'heads', from: '2025-03-01', values: year.map(() => 2) });
  await makeKpi(app, acme.member, { key: 'each', formula: 'mrr / heads' });
  const asked = { kpi: 'each', period: '2025-09' };
  const before = await vera('formulas.explain', asked);
  assert.equal(before.value, 39);
  app.clock.now = later;
  await mia('readings.record', { kpi: 'mrr', period: '2025-09', value: 90, reason: 'a slip' });
  await mia('kpis.change', { kpi: 'each', formula: 'mrr * heads', validFrom: '2025-01-01' });
  assert.equal((await vera('formulas.explain', asked)).value, 180);
  assert.deepEqual(await vera('formulas.explain', { ...asked, asOf: then }), before);
});

test('the parts of a KPI on a past day are those that there were, each judged by what was known', async (t) => {
  const { app, acme, mia, vera } = await setUp(t);
  await makeKpi(app, acme.member, { key: 'visits', addsUp: 'sum' });
  const child = (key: string) => ({ key, name: key, owner: acme.member.id });
  await mia('kpis.fanOut', { kpi: 'visits', children: ['north', 'south'].map(child) });
  for (const key of ['north', 'south'])
    await makeReadings(app, acme.member, key, { from: '2025-03-01', values: year });
  await mia('thresholds.record', { kpi: 'south', from: '2025-01-01', floor: 90 });
  const before = await vera('panel.list', { parent: 'visits' });
  app.clock.now = later;
  await mia('kpis.fanOut', { kpi: 'visits', children: [child('west')] });
  await mia('kpis.archive', { kpi: 'north' });
  await mia('thresholds.record', { kpi: 'south', from: '2025-01-01', floor: 10, reason: 'too strict' });
  await makeReadings(app, acme.member, 'south', { from: '2026-03-01', values: [1, 2, 3] });
  assert.deepEqual(await vera('panel.list', { parent: 'visits', asOf: then }), before);
  await assert.rejects(vera('panel.list', { asOf: then }), { code: 'invalid', field: 'parent' });
});

test('the fitness of a past day is measured from what was known, and says what is told as it is today', async (t) => {
  const { app, acme, mia, adam, vera } = await setUp(t, '2025-12-15T12:00:00.000Z');
  const team = await makeTeam(app, acme, { key: 'support', leads: [acme.admin], members: [acme.member] });
  await adam('cycles.create', { kind: 'quarter', starts: '2026-01-01' });
  const calls = await makeKpi(app, acme.member, { key: 'calls', from: '2025-01-01', values: year.slice(1) });
  const definition = 'Answers of 4 and 5, of all answers.';
  const facts = { definition, team, pillar: 'Service', counterMetrics: [calls] };
  const kpi = await makeKpi(app, acme.member, { ...facts, from: '2024-12-01', values: year });
  await mia('thresholds.record', { kpi, from: '2025-01-01', floor: 100 });
  for (const [day, from] of [
    ['2026-01-10', '2025-12-01'],
    ['2026-02-02', '2026-01-01'],
    ['2026-03-02', '2026-02-01'],
  ]) {
    app.clock.now = `${day}T12:00:00.000Z`;
    await makeReadings(app, acme.member, kpi, { from: from!, values: [80 + Number(day!.slice(-1))] });
  }
  app.clock.now = then;
  await adam('kpis.acknowledge', { kpi });
  const asked = async (asOf?: string) => {
    const { asOf: _, asToday, ...fitness } = await vera('fitness.find', { kpi, ...(asOf && { asOf }) });
    return { fitness, asToday };
  };
  const before = await asked();
  assert.deepEqual(before.asToday, []);
  assert.match(before.fitness.findings[3]!.sentence, /2 of 3 on time, none missing, 0 corrected/);

  app.clock.now = later;
  const pat = await makePerson(app, acme, { name: 'Pat Person' });
  await mia('readings.record', { kpi, period: '2026-01', value: 1, reason: 'counted wrongly' });
  await makeReadings(app, acme.member, kpi, { from: '2026-03-01', values: [180, 181, 182] });
  await mia('gaps.decide', { kpi, kind: 'quick fix', reason: 'a decision' });
  const cycle = await makeQuarter(app, acme);
  await makeObjective(app, acme.member, cycle, { keyResults: [moves('Lift it', { kpi })] });
  for (const key of ['a', 'b', 'c']) await makeKpi(app, acme.member, { key, name: key });
  await mia('kpis.change', {
    kpi,
    pillar: null,
    counterMetrics: [],
    purpose: 'why',
    definition: 'Otherwise.',
    graceDays: 30,
  });
  await adam('kpis.change', { kpi, owner: pat.id });
  await adam('kpis.change', { kpi: calls, owner: pat.id });
  await app.as(acme.owner)('organisations.change', { kpisPerOwner: 1 });
  assert.notDeepEqual((await asked()).fitness, before.fitness);
  const past = await asked(then);
  assert.deepEqual(past.fitness, before.fitness);
  assert.deepEqual(
    past.asToday.map((sentence) => /told (as it is today|by today’s links)/.test(sentence)),
    [true, true],
  );
  await assert.rejects(asked('2025-01-01T00:00:00Z'), {
    code: 'not_found',
    message: 'CSAT was not kept here yet: it is since 2025-12-15.',
  });
});

test('since when a KPI asked for a decision on a past day is found although it stopped asking later', async (t) => {
  const { app, acme, mia, vera } = await setUp(t, '2025-10-10T12:00:00.000Z');
  const kpi = await makeKpi(app, acme.member, { from: '2025-01-01', values: year.slice(0, 9) });
  await mia('thresholds.record', { kpi, from: '2025-01-01', floor: 90 });
  app.clock.now = then;
  const evidence = async (asOf?: string) =>
    (await vera('fitness.find', { kpi, ...(asOf && { asOf }) })).findings
      .flatMap((finding) => finding.evidence)
      .find(({ name }) => name === 'asks for a decision since')?.value;
  assert.equal(await evidence(), '2025-10-10');
  app.clock.now = later;
  await mia('thresholds.record', { kpi, from: '2025-01-01', floor: 10, reason: 'too strict' });
  assert.equal(await evidence(), 'not now');
  assert.equal(await evidence(then), '2025-10-10');
});

test('of what has not come nothing is known, and the end of today counts as today', async (t) => {
  const { app, acme, vera } = await setUp(t);
  const kpi = await makeKpi(app, acme.member, { from: '2025-03-01', values: year });
  const tonight = await vera('judgements.find', { kpi, asOf: '2026-03-04T23:59:59.999Z' });
  assert.equal(tonight.newest?.period, '2026-02');
  for (const ask of ['judgements.find', 'gaps.find', 'drivers.tree', 'fitness.find'] as const)
    await assert.rejects(vera(ask, { kpi, asOf: '9999-01-01T00:00:00Z' }), {
      code: 'invalid',
      field: 'asOf',
      message: '9999-01-01T00:00:00Z has not come yet: ask for an instant that has passed.',
    });
});

test('who owned a KPI and by which rules it was judged are those of the day', async (t) => {
  const { app, acme, mia, adam, vera } = await setUp(t);
  const kpi = await makeKpi(app, acme.member, { from: '2025-03-01', values: year });
  const before = await vera('judgements.find', { kpi });
  app.clock.now = later;
  await mia('kpis.change', { kpi, name: 'Satisfaction', graceDays: 200 });
  await adam('kpis.change', { kpi, owner: acme.admin.id });
  await app.as(acme.owner)('organisations.change', { ruleSet: 'nelson' });
  const past = await vera('judgements.find', { kpi, asOf: then });
  assert.deepEqual({ ...past, asOf: null }, before);
});
