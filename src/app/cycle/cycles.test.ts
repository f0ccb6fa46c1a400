import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

test('cycles are cut from the fiscal year and named by it; a custom one has days and a name of its own', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const acme = await makeOrganisation(app, 'acme', { yearStartsIn: 4 });
  const create = (input: object) => app.as(acme.admin)('cycles.create', input);
  const shape = async (input: object) => {
    const { name, starts, ends, state } = await create(input);
    return [name, starts, ends, state];
  };
  assert.deepEqual(await shape({}), ['2026 Q4', '2026-01-01', '2026-03-31', 'planning']);
  assert.deepEqual(await shape({ starts: '2026-04-30' }), [
    '2027 Q1',
    '2026-04-01',
    '2026-06-30',
    'planning',
  ]);
  assert.deepEqual(await shape({ kind: 'year' }), ['2026', '2025-04-01', '2026-03-31', 'planning']);
  assert.deepEqual(await shape({ kind: 'half-year', name: 'Winter' }), [
    'Winter',
    '2025-10-01',
    '2026-03-31',
    'planning',
  ]);
  const custom = { kind: 'custom', name: 'Sprint', starts: '2026-02-01', ends: '2026-03-15' };
  assert.deepEqual(await shape(custom), ['Sprint', '2026-02-01', '2026-03-15', 'planning']);
  await assert.rejects(create(custom), { code: 'conflict', field: 'name' });
  await assert.rejects(create({ ...custom, name: undefined }), { code: 'invalid', field: 'name' });
  await assert.rejects(create({ ...custom, name: 'X', ends: '2026-01-01' }), {
    code: 'invalid',
    field: 'ends',
  });
  await assert.rejects(create({ kind: 'custom', name: 'X' }), { code: 'invalid', field: 'starts' });
  await assert.rejects(create({ ends: '2026-03-31' }), { code: 'invalid', field: 'ends' });
  assert.deepEqual(
    (await app.as(acme.viewer)('cycles.list', {})).map(({ name }) => name),
    ['2027 Q1', 'Sprint', '2026 Q4', 'Winter', '2026'],
  );
});

test('a cycle goes from planning to active to grading to closed, one step at a time', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const cycle = await makeQuarter(app, acme);
  for (const verb of ['startGrading', 'close'] as const)
    await assert.rejects(admin(`cycles.${verb}`, { cycle }), { code: 'conflict' });
  const { id } = await makeObjective(app, acme.member, cycle, { keyResults: [moves()] });
  const active = await admin('cycles.activate', { cycle });
  assert.deepEqual([active.state, active.activatedAt], ['active', '2026-02-06T09:00:00Z']);
  const begun = await admin('objectives.find', { objective: id });
  assert.deepEqual([begun.state, begun.keyResults[0]!.frozen], ['active', true]);
  await assert.rejects(admin('cycles.activate', { cycle }), { code: 'conflict' });
  const draft = await makeObjective(app, acme.member, cycle, { title: 'A late thought' });
  await assert.rejects(admin('cycles.startGrading', { cycle }), {
    code: 'conflict',
    message: /"A late thought" is still a draft/,
  });
  await app.as(acme.member)('objectives.drop', { objective: draft.id, reason: 'too late' });
  assert.equal((await admin('cycles.startGrading', { cycle })).state, 'grading');
  await assert.rejects(admin('cycles.close', { cycle }), {
    code: 'conflict',
    message: /"Move the number" needs a score/,
  });
  assert.equal((await admin('cycles.find', { cycle })).state, 'grading');
});

test('the days of a custom cycle move while it is planned, its deadlines with it, and not afterwards', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const { id: cycle } = await admin('cycles.create', {
    kind: 'custom',
    name: 'Sprint',
    starts: '2026-02-01',
    ends: '2026-03-15',
  });
  const { keyResults } = await makeObjective(app, acme.member, cycle, {
    keyResults: [moves(), moves('early', { deadline: '2026-03-01' })],
  });
  assert.equal((await admin('cycles.change', { cycle, ends: '2026-03-31' })).ends, '2026-03-31');
  assert.equal((await admin('keyResults.find', { keyResult: keyResults[0]! })).deadline, '2026-03-31');
  assert.equal((await admin('keyResults.find', { keyResult: keyResults[1]! })).deadline, '2026-03-01');
  await assert.rejects(admin('cycles.change', { cycle, ends: '2026-02-20' }), {
    code: 'conflict',
    field: 'ends',
  });
  await admin('cycles.activate', { cycle });
  await assert.rejects(admin('cycles.change', { cycle, ends: '2026-04-01' }), {
    code: 'conflict',
    field: 'starts',
  });
  assert.equal((await admin('cycles.change', { cycle, name: 'Spring' })).name, 'Spring');
});

test('a closed cycle can only be read, and what arrives late is kept as late while everything else stands', async (t) => {
  const app = await testApp(t, { now: '2026-01-02T09:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const kpi = await makeKpi(app, acme.member);
  const cycle = await makeQuarter(app, acme);
  const year = (await admin('cycles.create', { kind: 'year' })).id;
  const above = await makeObjective(app, acme.admin, year, { title: 'Year' });
  const { id: objective, keyResults } = await makeObjective(app, acme.member, cycle, {
    parents: [{ objective: above.id }],
    keyResults: [moves('typed'), moves('read', { kpi })],
  });
  const [typed, read] = keyResults as [string, string];
  await admin('cycles.activate', { cycle });
  await admin('cycles.activate', { cycle: year });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  await mia('checkIns.record', {
    keyResult: typed,
    day: '2026-03-31',
    report: { kind: 'value', value: 40 },
    confidence: 4,
  });
  await mia('readings.record', { kpi, period: '2026-02', value: 80 });
  await admin('cycles.startGrading', { cycle });
  const grade = { fate: 'drop', lesson: 'Start earlier.' } as const;
  await mia('grades.record', { keyResult: typed, score: 0.4, ...grade });
  await mia('grades.record', { keyResult: read, score: 0.8, ...grade });
  await assert.rejects(mia('keyResults.change', { keyResult: typed, title: 'Y', reason: 'x' }), {
    code: 'conflict',
  });
  await admin('cycles.close', { cycle });
  app.clock.now = '2026-05-20T09:00:00.000Z';

  const before = await mia('objectives.find', { objective });
  assert.equal(before.state, 'closed');
  const closed = { code: 'closed' };
  await assert.rejects(admin('cycles.activate', { cycle }), closed);
  await assert.rejects(admin('cycles.close', { cycle }), closed);
  await assert.rejects(admin('cycles.change', { cycle, name: 'Old' }), closed);
  await assert.rejects(mia('objectives.create', { cycle, title: 'X' }), closed);
  await assert.rejects(mia('objectives.change', { objective, title: 'X' }), closed);
  await assert.rejects(mia('objectives.drop', { objective, reason: 'x' }), closed);
  await assert.rejects(mia('objectives.activate', { objective }), closed);
  await assert.rejects(mia('keyResults.create', { objective, ...moves() }), closed);
  await assert.rejects(mia('keyResults.change', { keyResult: typed, title: 'X', reason: 'x' }), closed);
  await assert.rejects(mia('keyResults.drop', { keyResult: typed, reason: 'x' }), closed);
  await assert.rejects(mia('grades.record', { keyResult: typed, score: 1, reason: 'x', ...grade }), closed);
  await assert.rejects(mia('objectives.create', { cycle: year, title: 'X', parents: [{ objective }] }), {
    ...closed,
    field: 'parents',
  });

  const late = await mia('checkIns.record', {
    keyResult: typed,
    day: '2026-03-30',
    report: { kind: 'value', value: 99 },
  });
  assert.deepEqual([late.late, late.confidence, late.progress], [true, null, null]);
  await mia('readings.record', { kpi, period: '2026-03', value: 100 });
  const { history, ...after } = await mia('objectives.find', { objective });
  const { history: earlier, ...same } = before;
  assert.deepEqual(after, same);
  assert.equal(history.length, earlier.length + 1);
  const found = await mia('keyResults.find', { keyResult: typed });
  assert.deepEqual([found.progress, found.facts.current, found.grade?.score], [0.4, 40, 0.4]);
  assert.deepEqual(
    found.checkIns.map(({ day, late: isLate }) => [day, isLate]),
    [
      ['2026-03-31', false],
      ['2026-03-30', true],
    ],
  );
  const follower = await mia('keyResults.find', { keyResult: read });
  assert.deepEqual(
    [follower.values.map((each) => each.value), follower.lateValues.map((each) => each.value)],
    [[80], [100]],
  );
  assert.deepEqual([follower.facts.current, follower.progress], [80, 0.8]);
  assert.equal((await mia('objectives.find', { objective: above.id })).progress, 0.6000000000000001);
});
