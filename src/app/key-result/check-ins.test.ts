import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

type Drafts = NonNullable<Parameters<typeof makeObjective>[3]>['keyResults'];

async function setUp(app: TestApp, keyResults: Drafts = [moves()]) {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const made = await makeObjective(app, acme.member, cycle, { keyResults });
  await app.as(acme.admin)('cycles.activate', { cycle });
  return {
    acme,
    cycle,
    mia: app.as(acme.member),
    objective: made.id,
    keyResults: made.keyResults,
    first: made.keyResults[0]!,
  };
}

const value = (number: number) => ({ kind: 'value' as const, value: number });

test('a back-dated check-in sorts by the day that it is about and does not become the latest', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const { mia, first, objective } = await setUp(app);
  await mia('checkIns.record', { keyResult: first, report: value(60), confidence: 7 });
  const late = await mia('checkIns.record', {
    keyResult: first,
    day: '2026-01-23',
    report: value(20),
    confidence: 3,
  });
  assert.equal(late.progress, 0.2);
  const found = await mia('keyResults.find', { keyResult: first });
  assert.deepEqual(
    [found.current, found.currentDay, found.progress, found.confidence],
    [60, '2026-02-06', 0.6, 7],
  );
  assert.deepEqual(
    found.checkIns.map(({ day }) => day),
    ['2026-02-06', '2026-01-23'],
  );
  await mia('checkIns.record', { keyResult: first, report: value(50), confidence: 6 });
  assert.equal(
    (await mia('objectives.find', { objective })).progress,
    0.5,
    'of two about one day the later one stands',
  );
});

test('steps, yes or no, good periods and counts are reported, and everything else is refused with what would be right', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const steps = [
    { id: 'a', title: 'A', weight: 3 },
    { id: 'b', title: 'B' },
  ];
  const { mia, keyResults, first } = await setUp(app, [
    moves(),
    { title: 'steps', measure: { kind: 'milestones', steps } },
    { title: 'done', measure: { kind: 'done' } },
    { title: 'fridays', measure: { kind: 'hit rate', planned: 13, cadence: 'weekly' } },
    { title: 'hold', measure: { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'weekly' } },
  ]);
  const [, milestones, done, fridays, hold] = keyResults as [string, string, string, string, string];
  const report = (keyResult: string, about: object, day?: string) =>
    mia('checkIns.record', { keyResult, report: about as never, confidence: 5, ...(day && { day }) });
  assert.equal((await report(milestones, { kind: 'steps', done: ['a'] })).progress, 0.75);
  assert.equal((await report(done, { kind: 'done', done: true })).progress, 1);
  assert.equal((await report(fridays, { kind: 'hits', hits: 4 }, '2026-01-30')).progress, 4 / 13);
  assert.equal((await report(fridays, { kind: 'good', good: true })).progress, 5 / 13);
  for (const [day, held] of [
    ['2026-01-16', 4.8],
    ['2026-01-23', 4.7],
    ['2026-01-30', 4.6],
  ] as const)
    await report(hold, value(held), day);
  const found = await mia('keyResults.find', { keyResult: hold });
  assert.equal(found.progress, 2 / 3);
  assert.equal(found.why, 'best run of good periods 2 / required run 3 = 0.67');
  assert.deepEqual(
    found.facts.periods.map(({ period, good }) => [period, good]),
    [
      ['2026-W03', true],
      ['2026-W04', true],
      ['2026-W05', false],
    ],
  );
  for (const [keyResult, about] of [
    [first, { kind: 'done', done: true }],
    [first, { kind: 'value', value: 3, period: '2026-W05' }],
    [milestones, { kind: 'steps', done: ['z'] }],
    [fridays, { kind: 'hits', hits: 14 }],
    [fridays, value(3)],
    [hold, { kind: 'value', value: 5, period: '2026-02' }],
    [hold, { kind: 'value', value: 5, period: '2025-W40' }],
  ] as const)
    await assert.rejects(
      report(keyResult, about),
      { code: 'invalid', field: 'report' },
      JSON.stringify(about),
    );
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, '5'])
    await assert.rejects(report(first, { kind: 'value', value: wrong }), { code: 'invalid' });
});

test('a check-in is refused without confidence, for a day to come, and before the cycle began', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const { mia, first } = await setUp(app);
  const record = (more: object) => mia('checkIns.record', { keyResult: first, report: value(3), ...more });
  await assert.rejects(record({}), { code: 'invalid', field: 'confidence' });
  for (const confidence of [11, -1, 5.5])
    await assert.rejects(record({ confidence }), { code: 'invalid', field: 'confidence' });
  await assert.rejects(record({ confidence: 5, day: '2026-02-07' }), { code: 'invalid', field: 'day' });
  await assert.rejects(record({ confidence: 5, day: '2025-12-31' }), { code: 'invalid', field: 'day' });
  assert.deepEqual(await mia('checkIns.list', { keyResult: first }), []);
});

test('one screen saves all, or nothing when one of them is wrong', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const { mia, objective, keyResults } = await setUp(app, [moves('a'), moves('b')]);
  const [a, b] = keyResults as [string, string];
  const both = (other: object) =>
    mia('checkIns.recordMany', {
      checkIns: [
        { keyResult: a, report: value(40), confidence: 5 },
        { keyResult: b, report: value(20), confidence: 5, ...other },
      ],
    });
  await assert.rejects(both({ confidence: 12 }), { code: 'invalid', field: 'checkIns.1.confidence' });
  await assert.rejects(both({ report: { kind: 'done', done: true } }), { code: 'invalid' });
  await assert.rejects(both({ keyResult: a }), { code: 'invalid', field: 'checkIns' });
  assert.equal((await mia('objectives.find', { objective })).progress, null);
  assert.equal((await both({})).length, 2);
  assert.ok(Math.abs((await mia('objectives.find', { objective })).progress! - 0.3) < 1e-12);
});

test('all of mine are listed with what a check-in needs, and become outdated after the grace days', async (t) => {
  const app = await testApp(t, { now: '2026-01-02T09:00:00.000Z' });
  const { acme, mia, first, objective } = await setUp(app);
  const kpi = await makeKpi(app, acme.member, { key: 'csat', cadence: 'weekly' });
  await mia('keyResults.create', { objective, ...moves('reads'), kpi });
  await mia('keyResults.create', { objective, ...moves('of another'), owner: acme.admin.id });
  const due = async (day: string) => {
    app.clock.now = `${day}T09:00:00.000Z`;
    const list = await mia('checkIns.due', {});
    assert.deepEqual(list.map(({ title }) => title).sort(), ['Move the number', 'reads']);
    return list.find(({ keyResult }) => keyResult === first)!;
  };
  const monday = await due('2026-01-05');
  assert.deepEqual(
    [monday.due, monday.isDue, monday.previous, monday.asksValue],
    ['2026-01-09', false, null, true],
  );
  assert.equal((await due('2026-01-09')).isDue, true);
  assert.deepEqual([(await due('2026-01-11')).outdated, (await due('2026-01-12')).outdated], [false, true]);
  assert.equal((await mia('objectives.find', { objective })).health, 'outdated');
  await mia('checkIns.record', {
    keyResult: first,
    report: value(12),
    confidence: 8,
    changed: 'a first step',
  });
  const after = await due('2026-01-12');
  assert.deepEqual(
    [after.due, after.outdated, after.previous?.confidence, after.previous?.changed],
    ['2026-01-16', false, 8, 'a first step'],
  );
  assert.equal((await mia('checkIns.due', {})).find(({ title }) => title === 'reads')!.asksValue, false);
  assert.deepEqual(await app.as(acme.viewer)('checkIns.due', {}), []);
  await app.as(acme.admin)('organisations.change', { checkInEvery: 'monthly' });
  assert.equal(
    (await mia('checkIns.due', {})).find(({ keyResult }) => keyResult === first)!.due,
    '2026-02-06',
  );
});

test('health speaks by the factors of the organisation, and not in the first tenth of the cycle', async (t) => {
  const app = await testApp(t, { now: '2026-01-02T09:00:00.000Z' });
  const { acme, mia, first } = await setUp(app);
  const at = async (day: string, number: number) => {
    app.clock.now = `${day}T09:00:00.000Z`;
    await mia('checkIns.record', { keyResult: first, report: value(number), confidence: 5 });
    return (await mia('keyResults.find', { keyResult: first })).health;
  };
  assert.equal(await at('2026-01-08', 0), null);
  // 2026-02-15 is 45 of 89 days after the first: half of the way and a little is expected.
  assert.deepEqual(
    [await at('2026-02-15', 46), await at('2026-02-15', 45), await at('2026-02-15', 35)],
    ['on track', 'behind', 'off track'],
  );
  await app.as(acme.admin)('organisations.change', { onTrackFrom: 0.6, behindFrom: 0.5 });
  assert.equal((await mia('keyResults.find', { keyResult: first })).health, 'on track');
  await mia('keyResults.change', { keyResult: first, plan: [{ day: '2026-03-15', expected: 1 }] });
  assert.equal((await mia('keyResults.find', { keyResult: first })).expected, 0);
});

test('of several check-ins the one that is refused is named by its place, and none is kept', async (t) => {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const { mia, keyResults } = await setUp(app, [moves(), moves()]);
  const [first, second] = keyResults as [string, string];
  const good = { keyResult: first, report: value(10), confidence: 5 };
  const strange = '00000000-0000-7000-8000-000000000000';
  for (const [bad, field] of [
    [{ keyResult: second, report: value(10) }, 'checkIns.1.confidence'],
    [
      { keyResult: second, report: { kind: 'done' as const, done: true }, confidence: 5 },
      'checkIns.1.report',
    ],
    [{ keyResult: second, report: value(1), confidence: 5, day: '2026-03-01' }, 'checkIns.1.day'],
    [{ keyResult: strange, report: value(1), confidence: 5 }, 'checkIns.1.keyResult'],
  ] as const)
    await assert.rejects(mia('checkIns.recordMany', { checkIns: [good, bad] }), { field });
  await assert.rejects(mia('checkIns.record', { keyResult: second, report: value(1) }), {
    field: 'confidence',
  });
  assert.deepEqual(await mia('checkIns.list', { keyResult: first }), []);
});
