import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const january = '2026-01-02T09:00:00.000Z';
const april = '2026-04-02T09:00:00.000Z';
const before = Array.from({ length: 12 }, (_, index) => 80 + [0, 1, -1, 2, -2, 0][index % 6]!);
const measure = { kind: 'move', baseline: 80, target: 90 } as const;

/** A quarter in which a KPI of Mia's rose from 80 to 90, in grading. */
async function risen(app: TestApp, { values = [85, 88, 91] } = {}) {
  app.clock.now = january;
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const kpi = await makeKpi(app, acme.member, { from: '2025-01-01', values: before });
  await mia('thresholds.record', { kpi, from: '2025-01-01', floor: 75, warningFloor: 78, desired: 88 });
  const cycle = await makeQuarter(app, acme);
  const { id: objective, keyResults } = await makeObjective(app, acme.member, cycle, {
    title: 'Customers are glad',
    keyResults: [moves('Raise CSAT', { kpi, measure })],
  });
  await admin('cycles.activate', { cycle });
  app.clock.now = april;
  await makeReadings(app, acme.member, kpi, { from: '2026-01-01', values });
  await admin('cycles.startGrading', { cycle });
  const keyResult = keyResults[0]!;
  const keep = (wish: Input<'grades.record'>['keep']) =>
    mia('grades.record', {
      keyResult,
      score: 1,
      fate: 'keep the gain',
      lesson: 'Answer sooner.',
      ...(wish && { keep: wish }),
    });
  const close = () => admin('cycles.close', { cycle });
  const record = (month: string, value: number) => {
    app.clock.now = `2026-${String(Number(month.slice(5)) + 1).padStart(2, '0')}-03T09:00:00.000Z`;
    return mia('readings.record', { kpi, period: month, value });
  };
  const watch = async () => (await mia('sustainWatches.list', { kpi }))[0]!;
  return { acme, admin, mia, kpi, cycle, objective, keyResult, keep, close, record, watch };
}

test('a kept gain is watched from the close on, and held when enough periods have shown it', async (t) => {
  const app = await testApp(t, { now: january });
  const { keep, close, record, watch, mia, objective } = await risen(app);
  await keep({ periods: 3 });
  assert.deepEqual(await mia('sustainWatches.list', {}), [], 'nothing begins before the close');
  await close();
  const begun = await watch();
  assert.deepEqual(
    [begun.level, begun.direction, begun.fromPeriod, begun.periods, begun.state, begun.seen],
    [90, 'higher', '2026-04', 3, 'watching', 0],
  );
  await record('2026-04', 89);
  await record('2026-05', 92);
  assert.deepEqual([(await watch()).state, (await watch()).seen], ['watching', 2]);
  await record('2026-06', 90);
  const held = await watch();
  assert.deepEqual([held.state, held.seen, held.good, held.decidedPeriod], ['held', 3, 3, '2026-06']);
  assert.deepEqual(
    held.values.map(({ value }) => value),
    [89, 92, 90],
  );
  const found = await mia('objectives.find', { objective });
  assert.deepEqual(
    found.sustainWatches.map(({ state, sentence }) => [state, sentence]),
    [['held', 'The gain has held for 3 periods.']],
  );
});

test('a gain that goes back beyond noise is lost, in the transaction of the reading that shows it', async (t) => {
  const app = await testApp(t, { now: january });
  const { keep, close, record, watch, acme } = await risen(app);
  await keep(undefined);
  await close();
  assert.equal((await watch()).periods, 6);
  await record('2026-04', 90);
  await record('2026-05', 79);
  const lost = await watch();
  assert.deepEqual([lost.state, lost.decidedPeriod, lost.seen, lost.good], ['lost', '2026-05', 2, 1]);
  assert.match(lost.sentence, /^The gain was lost in 2026-05: its value is beyond 83\.35, further/);
  const { rows } = await app.database.owner.query(
    'select kind from audit where organisation = $1 and subject = $2 order by at, id',
    [acme.id, lost.id],
  );
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['sustainWatch.begun', 'sustainWatch.lost'],
  );
  await record('2026-06', 95);
  assert.equal((await watch()).state, 'lost', 'what is decided stays');
});

test('a cycle that is closed late finds the periods that have passed meanwhile', async (t) => {
  const app = await testApp(t, { now: january });
  const { keep, close, record, watch } = await risen(app);
  await keep({ periods: 1, level: 87 });
  await record('2026-04', 88);
  await close();
  assert.deepEqual([(await watch()).state, (await watch()).level], ['held', 87]);
});

test('a kept gain raises the threshold from the first day after the cycle', async (t) => {
  const app = await testApp(t, { now: january });
  const { keep, close, mia, kpi } = await risen(app);
  await keep({ raise: 'threshold', threshold: 86 });
  assert.equal((await mia('thresholds.list', { kpi })).length, 1);
  await close();
  const newest = (await mia('thresholds.list', { kpi })).at(-1)!;
  assert.deepEqual(
    [newest.from, newest.floor, newest.warningFloor, newest.desired, newest.reason],
    ['2026-04-01', 86, null, 88, 'The gain of "Raise CSAT" is kept.'],
  );
});

test('a kept gain starts a new phase with the cycle, once', async (t) => {
  const app = await testApp(t, { now: january });
  const { keep, close, mia, kpi } = await risen(app);
  await keep({ raise: 'phase' });
  await close();
  const { startedPhases } = await mia('judgements.find', { kpi });
  assert.deepEqual(
    startedPhases.map(({ from, reason }) => [from, reason]),
    [['2026-01', 'The gain of "Raise CSAT" is kept.']],
  );
});

test('a wish that could not be carried out at the close is refused when it is made', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, admin, mia, kpi, cycle, keyResult, keep } = await risen(app);
  await mia('thresholds.record', { kpi, from: '2026-01-01', floor: 75, ceiling: 89 });
  await assert.rejects(keep({ raise: 'threshold' }), { code: 'invalid', field: 'keep.threshold' });
  await mia('kpis.change', { kpi, owner: acme.admin.id });
  await assert.rejects(keep({ raise: 'phase' }), { code: 'forbidden', field: 'keep.raise' });
  const carry = (carryInto: string) =>
    mia('grades.record', { keyResult, score: 1, fate: 'carry over', lesson: 'x', carryInto });
  const next = await makeQuarter(app, acme, '2026-05-01');
  await assert.rejects(carry(cycle), { code: 'invalid', field: 'carryInto' });
  await assert.rejects(carry('0190a000-0000-7000-8000-000000000000'), {
    code: 'not_found',
    field: 'carryInto',
  });
  const drop = { keyResult, score: 1, fate: 'drop', lesson: 'x' } as const;
  await assert.rejects(mia('grades.record', { ...drop, keep: {} }), { code: 'invalid', field: 'keep' });
  await assert.rejects(mia('grades.record', { ...drop, carryInto: next }), {
    code: 'invalid',
    field: 'carryInto',
  });
  await admin('cycles.activate', { cycle: next });
  await admin('cycles.startGrading', { cycle: next });
  await assert.rejects(carry(next), { code: 'conflict' });
});

test('what is carried over is written into the next cycle, counted from where it stands', async (t) => {
  const app = await testApp(t, { now: january });
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const cycle = await makeQuarter(app, acme);
  const next = await makeQuarter(app, acme, '2026-05-01');
  const year = (await admin('cycles.create', { kind: 'year' })).id;
  const above = await makeObjective(app, acme.admin, year, { title: 'Year' });
  const beside = await makeObjective(app, acme.admin, cycle, { title: 'Quarter' });
  const steps = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ];
  const { keyResults } = await makeObjective(app, acme.member, cycle, {
    title: 'Carried',
    why: 'because',
    privateTo: { people: [acme.admin.id], teams: [] },
    parents: [{ objective: above.id, weight: 2 }, { objective: beside.id }],
    keyResults: [
      moves('number', { weight: 2 }),
      { title: 'steps', measure: { kind: 'milestones', steps } },
      moves('reached'),
    ],
  });
  await admin('cycles.activate', { cycle });
  app.clock.now = april;
  const [number, milestones, reached] = keyResults as [string, string, string];
  const told = { day: '2026-03-31', confidence: 5 };
  await mia('checkIns.record', { keyResult: number, ...told, report: { kind: 'value', value: 40 } });
  await mia('checkIns.record', { keyResult: milestones, ...told, report: { kind: 'steps', done: ['a'] } });
  await mia('checkIns.record', { keyResult: reached, ...told, report: { kind: 'value', value: 100 } });
  await admin('cycles.startGrading', { cycle });
  const grade = { fate: 'carry over', carryInto: next, lesson: 'Go on.' } as const;
  await mia('grades.record', { keyResult: number, score: 0.4, ...grade });
  await mia('grades.record', { keyResult: milestones, score: 0.5, ...grade });
  await assert.rejects(mia('grades.record', { keyResult: reached, score: 1, ...grade }), {
    code: 'invalid',
    message: /keep the gain/,
  });
  await mia('grades.record', { keyResult: reached, score: 1, fate: 'keep the gain', lesson: 'It works.' });
  await admin('cycles.close', { cycle });

  const [carried, ...others] = await mia('objectives.list', { cycle: next });
  assert.deepEqual(others, []);
  const found = await mia('objectives.find', { objective: carried!.id });
  assert.deepEqual([found.title, found.why, found.state], ['Carried', 'because', 'draft']);
  assert.deepEqual(found.privateTo, { people: [acme.admin.id], teams: [] });
  assert.deepEqual(found.parents, [{ objective: above.id, kind: 'contributes to', weight: 2 }]);
  assert.deepEqual(
    found.keyResults.map(({ title, weight, deadline, measure: promised, frozen, progress }) => ({
      title,
      weight,
      deadline,
      promised,
      frozen,
      progress,
    })),
    [
      {
        title: 'number',
        weight: 2,
        deadline: '2026-06-30',
        promised: { kind: 'move', baseline: 40, target: 100 },
        frozen: false,
        progress: null,
      },
      {
        title: 'steps',
        weight: 1,
        deadline: '2026-06-30',
        promised: { kind: 'milestones', steps: [{ id: 'b', title: 'B', weight: 1 }] },
        frozen: false,
        progress: 0,
      },
    ],
  );
  await assert.rejects(app.as(acme.viewer)('objectives.find', { objective: carried!.id }), {
    code: 'not_found',
  });
});

test('a close is refused while a key result has no score, without naming one that is private', async (t) => {
  const app = await testApp(t, { now: january });
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  await makeObjective(app, acme.member, cycle, {
    keyResults: [moves('Secret number')],
    privateTo: { people: [], teams: [] },
  });
  await app.as(acme.admin)('cycles.activate', { cycle });
  await app.as(acme.admin)('cycles.startGrading', { cycle });
  await assert.rejects(app.as(acme.admin)('cycles.close', { cycle }), {
    code: 'conflict',
    message: /"a private key result" needs a score/,
  });
});
