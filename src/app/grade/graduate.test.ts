import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const january = '2026-01-02T09:00:00.000Z';
const april = '2026-04-02T09:00:00.000Z';
const before = Array.from({ length: 12 }, (_, index) => 80 + [0, 1, -1, 2, -2, 0][index % 6]!);

type Graduate = Input<'grades.record'>['graduate'];

/** A quarter in grading in which a KPI of Mia's rose from 80 to 88, and a number that she typed from 0 to 40. */
async function graded(app: TestApp) {
  app.clock.now = january;
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const kpi = await makeKpi(app, acme.member, { from: '2025-01-01', values: before });
  await mia('thresholds.record', { kpi, from: '2025-01-01', floor: 75, warningFloor: 78, desired: 88 });
  const cycle = await makeQuarter(app, acme);
  const { id: objective, keyResults } = await makeObjective(app, acme.member, cycle, {
    title: 'Customers are glad',
    keyResults: [
      moves('Raise CSAT', { kpi, measure: { kind: 'move', baseline: 80, target: 90 } }),
      moves('Answer by phone', { unit: { kind: 'duration', unit: 'hours' }, decimals: 1 }),
      { title: 'Certified', measure: { kind: 'done' } },
    ],
  });
  await admin('cycles.activate', { cycle });
  app.clock.now = april;
  await makeReadings(app, acme.member, kpi, { from: '2026-01-01', values: [85, 88, 86] });
  const [reads, typed, done] = keyResults as [string, string, string];
  for (const [day, value] of [
    ['2026-01-16', 12],
    ['2026-01-30', 20],
    ['2026-02-27', 31],
    ['2026-03-27', 40],
  ] as const)
    await mia('checkIns.record', { keyResult: typed, day, confidence: 5, report: { kind: 'value', value } });
  await mia('checkIns.record', { keyResult: done, confidence: 5, report: { kind: 'done', done: true } });
  await admin('cycles.startGrading', { cycle });
  const grade = (keyResult: string, graduate?: Graduate, score = 0.6) =>
    mia('grades.record', {
      ...{ keyResult, score, reason: 'as it is', fate: 'turn into a KPI', lesson: 'It stays.' },
      ...(graduate && { graduate }),
    });
  const rest = (...ids: string[]) =>
    Promise.all(
      ids.map((keyResult) =>
        mia('grades.record', { keyResult, score: 0.4, reason: 'x', fate: 'drop', lesson: 'x' }),
      ),
    );
  const close = () => admin('cycles.close', { cycle });
  return { acme, admin, mia, kpi, cycle, objective, reads, typed, done, grade, rest, close };
}

const phone = { key: 'phone-hours', name: 'Hours by phone', cadence: 'monthly' } as const;

test('the level reached becomes the floor of the KPI from the day after the cycle on', async (t) => {
  const app = await testApp(t, { now: january });
  const { mia, kpi, cycle, objective, reads, typed, done, grade, rest, close } = await graded(app);
  const [sheet] = (await mia('grades.list', { cycle })).objectives[0]!.keyResults;
  assert.deepEqual(sheet!.gain, {
    ...{
      level: 86,
      unit: { kind: 'number' },
      decimals: 2,
      direction: 'higher',
      line: 75,
      cadence: 'monthly',
    },
  });
  await grade(reads);
  await rest(typed, done);
  assert.equal((await mia('thresholds.list', { kpi })).length, 1, 'nothing before the close');
  await close();
  const newest = (await mia('thresholds.list', { kpi })).at(-1)!;
  assert.deepEqual(
    [newest.from, newest.floor, newest.warningFloor, newest.desired, newest.reason],
    ['2026-04-01', 86, null, 88, '"Raise CSAT" turned into this KPI.'],
  );
  const found = await mia('objectives.find', { objective });
  assert.deepEqual(found.keyResults[0]!.grade!.becameKpi, { id: kpi, key: 'csat', name: 'CSAT' });
  const links = (await mia('judgements.find', { kpi })).objectives.map(({ link }) => link);
  assert.deepEqual(links.sort(), ['became it', 'measured by']);
});

test('a floor is raised only: one that is as strict already stays', async (t) => {
  const app = await testApp(t, { now: january });
  const { mia, kpi, reads, typed, done, grade, rest, close } = await graded(app);
  await mia('thresholds.record', { kpi, from: '2026-03-01', floor: 87 });
  await grade(reads);
  await rest(typed, done);
  await close();
  const newest = (await mia('thresholds.list', { kpi })).at(-1)!;
  assert.equal(newest.floor, 87);
});

test('what was typed turns into a new KPI with its values as readings and the reached level as its floor', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, reads, typed, done, grade, rest, close } = await graded(app);
  await grade(typed, {
    kpi: {
      ...phone,
      definition: 'Hours in talks, by the month.',
      unit: { kind: 'duration', unit: 'minutes' },
    },
  });
  await rest(reads, done);
  await close();
  const kpi = await mia('kpis.find', { kpi: 'phone-hours' });
  assert.deepEqual(
    [kpi.name, kpi.unit, kpi.direction, kpi.cadence, kpi.owner, kpi.definition, kpi.purpose],
    [
      'Hours by phone',
      { kind: 'duration', unit: 'minutes' },
      'higher',
      'monthly',
      acme.member.id,
      'Hours in talks, by the month.',
      'What "Answer by phone" reached is not to be lost.',
    ],
  );
  const readings = await mia('readings.list', { kpi: kpi.id });
  assert.deepEqual(readings.map(({ period, value }) => [period, value]).sort(), [
    ['2026-01', 1200],
    ['2026-02', 1860],
    ['2026-03', 2400],
  ]);
  const [threshold] = await mia('thresholds.list', { kpi: kpi.id });
  assert.deepEqual([threshold!.from, threshold!.floor, threshold!.ceiling], ['2026-04-01', 2400, null]);
  const [link] = await mia('keyResults.list', { kpi: kpi.id });
  assert.deepEqual([link!.id, link!.relation], [typed, 'became']);
  assert.deepEqual((await mia('keyResults.find', { keyResult: typed })).grade!.becameKpi, {
    ...{ id: kpi.id, key: 'phone-hours', name: 'Hours by phone' },
  });
});

test('a key that was taken between the grade and the close gives way to a free one', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, reads, typed, done, grade, rest, close } = await graded(app);
  await grade(typed, { kpi: phone });
  await rest(reads, done);
  await makeKpi(app, acme.member, { key: 'phone-hours', name: 'Another' });
  await close();
  assert.equal((await mia('kpis.find', { kpi: 'phone-hours-2' })).name, 'Hours by phone');
});

test('a KPI does not tell the words of a private objective that it came of', async (t) => {
  const app = await testApp(t, { now: january });
  const { mia, objective, kpi, reads, typed, done, grade, rest, close } = await graded(app);
  await app.database.owner.query('update objective set private = true where id = $1', [objective]);
  await grade(reads);
  await grade(typed, { kpi: phone });
  await rest(done);
  await close();
  assert.equal((await mia('thresholds.list', { kpi })).at(-1)!.reason, 'A key result turned into this KPI.');
  assert.equal((await mia('kpis.find', { kpi: 'phone-hours' })).purpose, '');
});

test('what could not turn into a KPI at the close is refused when the fate is told', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, kpi, reads, typed, done, grade } = await graded(app);
  const refused = (wish: Promise<unknown>, code: string, field: string) =>
    assert.rejects(wish, { code, field });
  await refused(grade(done), 'invalid', 'fate');
  await refused(grade(reads, { kpi: phone }), 'invalid', 'graduate.kpi');
  await refused(grade(typed), 'invalid', 'graduate.kpi');
  await refused(grade(typed, { kpi: { ...phone, key: 'csat' } }), 'conflict', 'graduate.kpi.key');
  await refused(
    grade(typed, { kpi: { ...phone, unit: { kind: 'percent' } } }),
    'invalid',
    'graduate.kpi.unit',
  );
  await refused(grade(typed, { kpi: { ...phone, owner: acme.admin.id } }), 'forbidden', 'graduate.kpi.owner');
  await mia('thresholds.record', { kpi, from: '2026-01-01', floor: 75, ceiling: 85 });
  await refused(grade(reads), 'invalid', 'graduate.level');
  await mia('kpis.change', { kpi, owner: acme.admin.id });
  await refused(grade(reads), 'forbidden', 'fate');
  await refused(
    mia('grades.record', { keyResult: reads, score: 0.6, fate: 'drop', lesson: 'x', graduate: {} }),
    'invalid',
    'graduate',
  );
});
