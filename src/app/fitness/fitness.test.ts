import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause } from '#domain/fitness/cause.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { type MadeOrganisation, makeOrganisation, makeTeam } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const now = '2026-03-04T12:00:00.000Z';
const definition = 'Answers of 4 and 5, of all answers.';

async function setUp(t: Parameters<typeof testApp>[0], at = now) {
  const app = await testApp(t, { now: at });
  const acme = await makeOrganisation(app);
  return { app, acme, call: app.as(acme.member) };
}

async function verdicts(app: TestApp, { viewer }: MadeOrganisation, kpi: string) {
  const { findings, ...rest } = await app.as(viewer)('fitness.find', { kpi });
  const of = (cause: Cause) => findings.find((each) => each.cause === cause)!;
  return { ...rest, findings, of };
}

test('a new KPI says what it needs to be fit, and becomes fit by it', async (t) => {
  const { app, acme, call } = await setUp(t, '2025-12-15T12:00:00.000Z');
  const csat = await makeKpi(app, acme.member, {});
  const before = await verdicts(app, acme, csat);
  assert.equal(
    before.sentence,
    '0 of 5: it is not said how it is counted; it is tied to no pillar and no objective; it has no counter-metric; 2 cannot be said yet.',
  );
  const calls = await makeKpi(app, acme.member, { key: 'calls' });
  await call('kpis.change', { kpi: csat, definition, pillar: 'Service', counterMetrics: [calls] });
  for (const [day, values] of [
    ['2026-01-31', [80]],
    ['2026-02-01', [81]],
    ['2026-03-02', [82]],
  ] as const) {
    app.clock.now = `${day}T12:00:00.000Z`;
    const from = { '2026-01-31': '2025-12-01', '2026-02-01': '2026-01-01', '2026-03-02': '2026-02-01' }[day];
    await makeReadings(app, acme.member, csat, { from, values });
  }
  const after = await verdicts(app, acme, 'csat');
  // December came in on the last day of January, and one slip is forgiven.
  assert.equal(
    after.of('reliable').sentence,
    'The last 3 periods: 2 of 3 on time, none missing, 0 corrected.',
  );
  assert.equal(after.sentence, '5 of 5: fit for use.');
});

test('a definition is understood by who acknowledged or wrote its present version', async (t) => {
  const { app, acme, call } = await setUp(t);
  const { admin, member, viewer, owner } = acme;
  const team = await makeTeam(app, acme, { key: 'support', leads: [admin], members: [member, viewer] });
  await app.as(admin)('kpis.create', {
    ...{ key: 'csat', name: 'CSAT', direction: 'higher', cadence: 'monthly', definition },
    ...{ owner: member.id, team },
  });
  // Adam wrote it, so he knows it; Mia owns it.
  const sentence = async () => (await verdicts(app, acme, 'csat')).of('understood').sentence;
  assert.equal(
    await sentence(),
    'The owner has not acknowledged the definition. 1 of 2 in its team have acknowledged the definition.',
  );
  const given = await call('kpis.acknowledge', { kpi: 'csat' });
  app.clock.now = '2026-03-05T12:00:00.000Z';
  assert.deepEqual(await call('kpis.acknowledge', { kpi: 'csat', version: 1 }), given);
  await app.as(viewer)('kpis.acknowledge', { kpi: 'csat', version: 1 });
  await app.as(owner)('kpis.acknowledge', { kpi: 'csat' });
  assert.equal(await sentence(), 'Acknowledged by the owner and 2 of 2 others.');

  await app.as(admin)('kpis.change', { kpi: 'csat', definition: 'Answers of 5, of all answers.' });
  await assert.rejects(call('kpis.acknowledge', { kpi: 'csat', version: 1 }), {
    code: 'conflict',
    message: 'The definition of CSAT is at version 2 now, and you read version 1: read it again.',
  });
  const { version, isMine, readers } = await call('kpis.acknowledgements', { kpi: 'csat' });
  assert.deepEqual([version, isMine], [2, true]);
  assert.deepEqual(
    readers.map(({ name, as, version, present }) => [name, as, version, present]),
    [
      ['Mia Member', 'owner', 1, false],
      ['Adam Admin', 'lead', 2, true],
      ['Vera Viewer', 'member', 1, false],
    ],
  );
  assert.equal((await app.as(owner)('kpis.acknowledgements', { kpi: 'csat' })).isMine, false);
});

test('what says nothing, or is archived, cannot be acknowledged', async (t) => {
  const { app, acme, call } = await setUp(t);
  await makeKpi(app, acme.member, {});
  await assert.rejects(call('kpis.acknowledge', { kpi: 'csat' }), /has no definition yet/);
  await call('kpis.change', { kpi: 'csat', definition });
  await call('kpis.archive', { kpi: 'csat' });
  await assert.rejects(call('kpis.acknowledge', { kpi: 'csat' }), /is archived/);
});

test('readings are told late, missing, corrected and from before by when they came in', async (t) => {
  const { app, acme, call } = await setUp(t, '2025-09-10T12:00:00.000Z');
  const csat = await makeKpi(app, acme.member, { from: '2025-05-01', values: [70, 71, 72, 73] });
  const give = async (day: string, period: string, value: number, reason?: string) => {
    app.clock.now = `${day}T12:00:00.000Z`;
    await call('readings.record', { kpi: csat, period, value, ...(reason && { reason }) });
  };
  await give('2025-10-03', '2025-09', 75);
  await give('2025-11-04', '2025-10', 76);
  await give('2025-11-05', '2025-10', 77, 'a slip');
  await give('2025-11-06', '2025-10', 77, 'said again');
  await give('2026-01-31', '2025-12', 79);
  await give('2026-02-01', '2026-01', 80);
  await give('2026-02-20', '2026-02', 81);
  app.clock.now = now;
  const { of } = await verdicts(app, acme, csat);
  const { sentence, evidence } = of('reliable');
  // September came on the last day of its grace, October a day after it, November never.
  assert.equal(
    sentence,
    '1 of the last 10 periods has no value: 2025-11. 2 of 6 values came after their grace time.',
  );
  assert.deepEqual(
    evidence.map(({ name, value }) => `${name}: ${value}`),
    [
      'periods looked at: 10',
      'on time: 3 of 6',
      'without a value: 1',
      'corrected afterwards: 1 of 9',
      'equal values at the end: 1',
    ],
  );
});

test('a sum has come in when no child is missing, and counts no correction until then', async (t) => {
  const { app, acme, call } = await setUp(t, '2025-12-31T12:00:00.000Z');
  await makeKpi(app, acme.member, { key: 'calls', addsUp: 'sum', values: [] });
  await call('kpis.fanOut', {
    kpi: 'calls',
    children: ['north', 'south'].map((key) => ({ key, name: key, owner: acme.member.id })),
  });
  const give = (kpi: string, period: string, value: number, reason = 'counted again') =>
    call('readings.record', { kpi, period, value, reason });
  for (const [month, next] of [
    ['01', '02'],
    ['02', '03'],
  ]) {
    app.clock.now = `2026-${next}-02T12:00:00.000Z`;
    await give('north', `2026-${month}`, 10);
    app.clock.now = month === '01' ? '2026-02-03T12:00:00.000Z' : '2026-03-10T12:00:00.000Z';
    await give('south', `2026-${month}`, 5);
  }
  const reliable = async () => (await verdicts(app, acme, 'calls')).of('reliable').evidence;
  const value = async (name: string) => (await reliable()).find((each) => each.name === name)!.value;
  assert.deepEqual([await value('on time'), await value('corrected afterwards')], ['1 of 2', '0 of 2']);
  await give('north', '2026-01', 11);
  assert.equal(await value('corrected afterwards'), '1 of 2');
});

test('a KPI is aligned by objectives of cycles that are planned or under way, as far as one may see them', async (t) => {
  const { app, acme, call } = await setUp(t);
  const { admin, member } = acme;
  const [csat] = [await makeKpi(app, member, {}), await makeKpi(app, member, { key: 'other' })];
  const cycle = await makeQuarter(app, acme);
  const tied = async (kpi: string) => (await verdicts(app, acme, kpi)).of('aligned').sentence;
  const none = 'It is tied to no pillar and to no objective that is planned or under way.';
  assert.equal(await tied('csat'), none);
  const { id } = await makeObjective(app, member, cycle, { improves: [csat] });
  assert.equal(await tied('csat'), 'Tied by 1 objective to improve it.');
  await makeObjective(app, member, cycle, { keyResults: [moves('guarded', { guardrails: [csat] })] });
  assert.equal(await tied('csat'), 'Tied by 1 objective to improve it, 1 key result that must not harm it.');
  await call('objectives.drop', { objective: id, reason: 'no' });
  assert.equal(await tied('csat'), 'Tied by 1 key result that must not harm it.');
  await makeObjective(app, admin, cycle, {
    owner: admin.id,
    improves: [(await call('kpis.find', { kpi: 'other' })).id],
    privateTo: { people: [], teams: [] },
  });
  assert.equal(await tied('other'), none);
});

test('what to mend is listed by urgency, narrowed by cause, owner and team, and who carries too many is told once', async (t) => {
  const { app, acme, call } = await setUp(t);
  const { admin, member, viewer } = acme;
  const team = await makeTeam(app, acme, { members: [viewer] });
  const fit = { definition, pillar: 'Service' };
  const one = await makeKpi(app, member, { key: 'one', name: 'One', ...fit, weight: 3 });
  await makeKpi(app, member, { key: 'two', name: 'Two', counterMetrics: [one], pillar: 'Service' });
  await app.as(admin)('kpis.create', {
    ...{
      key: 'three',
      name: 'Three',
      direction: 'lower',
      cadence: 'daily',
      counterMetrics: [one],
      ...fit,
      team,
    },
  });
  const list = (wishes = {}) => call('fitness.list', wishes);
  const all = await list();
  assert.deepEqual(
    all.lines.map(({ key, cause, urgency }) => [key, cause, urgency]),
    [
      ['one', 'balanced', 6],
      ['three', 'defined', 4],
      ['two', 'defined', 4],
      ['three', 'understood', 3],
    ],
  );
  assert.deepEqual([all.total, all.kpis, all.fit], [4, 3, 0]);
  assert.deepEqual(all.causes[0], { cause: 'defined', fit: 1, toMend: 2, cannotSay: 0 });
  assert.deepEqual(all.causes[3], { cause: 'reliable', fit: 0, toMend: 0, cannotSay: 3 });
  const keys = async (wishes: object) => (await list(wishes)).lines.map(({ key }) => key);
  assert.deepEqual(await keys({ cause: 'defined' }), ['three', 'two']);
  assert.deepEqual(await keys({ owner: member.id }), ['one', 'two']);
  assert.deepEqual(await keys({ team }), ['three', 'three']);
  assert.deepEqual((await list({ limit: 1 })).total, 4);
  assert.deepEqual(all.owners, [{ owner: member.id, kpis: 2, toMend: 2, isTooMany: false }]);

  await app.as(admin)('organisations.change', { kpisPerOwner: 1 });
  const many = await list();
  assert.deepEqual(many.owners, [{ owner: member.id, kpis: 2, toMend: 2, isTooMany: true }]);
  assert.deepEqual(many.lines, all.lines);
  const { sentence } = (await verdicts(app, acme, 'two')).of('balanced');
  assert.equal(sentence, 'Its owner carries 2 KPIs; more than 1 are too many to know.');
});

test('a part that lacks the same as the whole is told with it, and who knows the whole knows the part', async (t) => {
  const { app, acme, call } = await setUp(t);
  const { admin, member, viewer } = acme;
  const team = await makeTeam(app, acme, { members: [viewer] });
  await app.as(admin)('kpis.create', {
    ...{ key: 'calls', name: 'Calls', direction: 'higher', cadence: 'monthly', addsUp: 'sum', definition },
    ...{ owner: member.id, team },
  });
  const parts = [
    { key: 'north', name: 'North', owner: member.id, team },
    { key: 'south', name: 'South', owner: member.id, team },
    { key: 'west', name: 'West', owner: viewer.id, team },
  ];
  await app.as(admin)('kpis.fanOut', { kpi: 'calls', children: parts });
  const lines = async (cause: 'understood' | 'aligned') =>
    (await call('fitness.list', { cause })).lines.map(({ key, below }) => [key, below]);
  assert.deepEqual(await lines('aligned'), [
    ['calls', 2],
    ['west', 0],
  ]);
  assert.deepEqual((await lines('understood'))[0], ['calls', 2]);
  await call('kpis.acknowledge', { kpi: 'calls' });
  await app.as(viewer)('kpis.acknowledge', { kpi: 'calls' });
  // Mia is no reader of what Vera owns.
  assert.deepEqual(await lines('understood'), []);
});

test('a breach that nobody decided about for a quarter is told, with since when', async (t) => {
  const { app, acme, call } = await setUp(t, '2025-11-20T12:00:00.000Z');
  const csat = await makeKpi(app, acme.member, { from: '2025-09-01', values: [80, 81] });
  await call('thresholds.record', { kpi: csat, from: '2025-01-01', floor: 90 });
  app.clock.now = '2026-01-10T12:00:00.000Z';
  await makeReadings(app, acme.member, csat, { from: '2025-11-01', values: [80, 82] });
  const undecided = async () => (await call('fitness.list', {})).undecided;
  assert.deepEqual(await undecided(), []);
  app.clock.now = now;
  await makeReadings(app, acme.member, csat, { from: '2026-01-01', values: [80, 82] });
  assert.deepEqual(await undecided(), [
    { kpi: csat, key: 'csat', name: 'CSAT', asks: 'breach', since: '2025-11-20' },
  ]);
  await call('gaps.decide', { kpi: csat, kind: 'quick fix', reason: 'a new script' });
  assert.deepEqual(await undecided(), []);
});
