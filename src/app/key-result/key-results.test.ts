import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';

async function setUp(app: TestApp) {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const { id: objective } = await makeObjective(app, acme.member, cycle);
  const mia = app.as(acme.member);
  const create = (more: object) => mia('keyResults.create', { objective, ...moves('X'), ...more });
  const activate = () => app.as(acme.admin)('cycles.activate', { cycle });
  return { acme, cycle, objective, mia, create, activate };
}

test('a key result is refused with a sentence when it cannot be measured', async (t) => {
  const app = await testApp(t, { now });
  const { acme, create } = await setUp(app);
  await makeKpi(app, acme.member, { key: 'csat' });
  await makeKpi(app, acme.member, {
    key: 'response',
    unit: { kind: 'duration', unit: 'hours' },
    direction: 'lower',
  });
  const hold = { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' };
  const cases: [object, { code?: string; field?: string; message?: RegExp }][] = [
    [
      { measure: { kind: 'move', baseline: 50, target: 50 } },
      { field: 'measure', message: /That holds a level: use hold/ },
    ],
    [{ measure: { kind: 'move', baseline: 50 } }, { field: 'measure.target' }],
    [{ measure: { kind: 'move', baseline: 'much', target: 5 } }, { field: 'measure.baseline' }],
    [{ measure: { ...hold, run: 4 } }, { field: 'measure', message: /The cycle has 3 periods/ }],
    [{ measure: { ...hold, run: 0 } }, { field: 'measure.run' }],
    [
      { measure: { kind: 'hit rate', planned: 13, cadence: 'weekly', level: 2 } },
      { field: 'measure', message: /at least/ },
    ],
    [{ measure: { kind: 'milestones', steps: [] } }, { field: 'measure.steps' }],
    [
      { measure: { kind: 'milestones', steps: [{ id: 'a', title: 'A', weight: 0 }] } },
      { field: 'measure', message: /All weights are zero/ },
    ],
    [{ deadline: '2026-04-01' }, { field: 'deadline' }],
    [{ deadline: '2026-02-30' }, { field: 'deadline' }],
    [
      {
        plan: [
          { day: '2026-02-01', expected: 0.5 },
          { day: '2026-03-01', expected: 0.4 },
        ],
      },
      { field: 'plan' },
    ],
    [{ weight: -1 }, { field: 'weight' }],
    [
      { kpi: 'csat', measure: { kind: 'done' } },
      { field: 'kpi', message: /not read from a KPI/ },
    ],
    [
      { kpi: 'csat', measure: { ...hold, cadence: 'weekly' } },
      { field: 'kpi', message: /monthly/ },
    ],
    [{ kpi: 'csat', measure: { kind: 'hit rate', planned: 3, cadence: 'monthly' } }, { field: 'kpi' }],
    [
      { kpi: 'response', unit: { kind: 'percent' } },
      { field: 'unit', message: /cannot be read as percent/ },
    ],
    [{ kpi: 'nowhere' }, { code: 'not_found', field: 'kpi' }],
    [{ guardrails: ['nowhere'] }, { code: 'not_found', field: 'guardrails' }],
  ];
  for (const [more, { code = 'invalid', field, message = /./ }] of cases)
    await assert.rejects(create(more), { code, field, message }, JSON.stringify(more));
  assert.equal(cases.length, 18);
});

test('a key result that reads a KPI follows its readings in another unit, through corrections and withdrawals', async (t) => {
  const app = await testApp(t, { now: '2026-01-02T09:00:00.000Z' });
  const { acme, objective, create, activate, mia } = await setUp(app);
  const kpi = await makeKpi(app, acme.member, {
    key: 'response',
    unit: { kind: 'duration', unit: 'hours' },
    direction: 'lower',
    cadence: 'weekly',
    from: '2025-12-15',
    values: [4, 4],
  });
  const { id } = await create({
    measure: { kind: 'move', baseline: 240, target: 45 },
    unit: { kind: 'duration', unit: 'minutes' },
    kpi: 'response',
  });
  await activate();
  const standing = async () => {
    const found = await mia('keyResults.find', { keyResult: id });
    return [found.current, found.currentDay, found.progress];
  };
  assert.deepEqual(await standing(), [null, null, null], 'what came before the cycle tells nothing of it');
  app.clock.now = '2026-02-06T09:00:00.000Z';
  await mia('readings.record', { kpi, period: '2026-W05', value: 2.375 });
  assert.deepEqual(await standing(), [142.5, '2026-02-01', 0.5]);
  await mia('readings.record', { kpi, period: '2026-W06', value: 0.75 });
  assert.deepEqual(
    await standing(),
    [142.5, '2026-02-01', 0.5],
    'a period that has not ended counts in nothing',
  );
  await mia('readings.record', { kpi, period: '2026-W05', value: 0.75, reason: 'typed wrongly' });
  assert.deepEqual(await standing(), [45, '2026-02-01', 1]);
  assert.equal((await mia('objectives.find', { objective })).progress, 1);
  await mia('readings.withdraw', { kpi, period: '2026-W05', reason: 'never happened' });
  assert.deepEqual(await standing(), [null, null, null]);
  assert.equal((await mia('objectives.find', { objective })).progress, null);
  await assert.rejects(
    mia('checkIns.record', { keyResult: id, report: { kind: 'value', value: 3 }, confidence: 5 }),
    { code: 'invalid', field: 'report', message: /read from/ },
  );
});

test('a key result that is made while its KPI has readings knows them at once', async (t) => {
  const app = await testApp(t, { now });
  const { acme, create } = await setUp(app);
  await makeKpi(app, acme.member, { values: [4.8, 1] });
  const made = await create({
    kpi: 'csat',
    measure: { kind: 'hold', bound: 'at least', level: 4.7, run: 2, cadence: 'monthly' },
  });
  assert.deepEqual(
    [made.current, made.currentDay, made.progress, made.kpi?.key],
    [4.8, '2026-01-31', 0.5, 'csat'],
  );
});

test('readings and key results that are made at the same moment find each other', async (t) => {
  const app = await testApp(t, { now });
  const { acme, create, mia } = await setUp(app);
  const kpis = await Promise.all(
    Array.from({ length: 12 }, (_, index) => makeKpi(app, acme.member, { key: `k${index}` })),
  );
  const made = await Promise.all(
    kpis.flatMap((kpi) => [
      create({ kpi }),
      mia('readings.record', { kpi, period: '2026-01', value: 50 }).then(() => undefined),
    ]),
  );
  for (const keyResult of made.filter((each) => each !== undefined))
    assert.equal((await mia('keyResults.find', { keyResult: keyResult.id })).progress, 0.5);
});

test('once frozen, words, baseline, target, weight and deadline move only with a reason, and each is kept', async (t) => {
  const app = await testApp(t, { now });
  const { create, activate, mia } = await setUp(app);
  const { id } = await create({ measure: { kind: 'move', baseline: 0, target: 100 } });
  await mia('keyResults.change', { keyResult: id, title: 'Better words' });
  assert.deepEqual((await mia('keyResults.find', { keyResult: id })).movedGoalposts, []);
  await activate();
  const change = {
    keyResult: id,
    title: 'Other words',
    measure: { kind: 'move', baseline: 10, target: 50 },
    weight: 2,
    deadline: '2026-03-15',
  } as const;
  await assert.rejects(mia('keyResults.change', change), {
    code: 'invalid',
    field: 'reason',
    message: /wording, .*, weight, deadline were frozen/,
  });
  assert.equal((await mia('keyResults.find', { keyResult: id })).title, 'Better words');
  await mia('keyResults.change', { ...change, reason: 'the market moved' });
  const { movedGoalposts } = await mia('keyResults.find', { keyResult: id });
  assert.deepEqual(movedGoalposts.map(({ field, before, after }) => [field, before, after]).sort(), [
    ['baseline', 0, 10],
    ['deadline', '2026-03-31', '2026-03-15'],
    ['target', 100, 50],
    ['weight', 1, 2],
    ['wording', 'Better words', 'Other words'],
  ]);
  assert.ok(movedGoalposts.every(({ reason }) => reason === 'the market moved'));
  await mia('keyResults.change', {
    keyResult: id,
    guardrails: [],
    plan: [{ day: '2026-03-01', expected: 1 }],
  });
  assert.equal((await mia('keyResults.find', { keyResult: id })).movedGoalposts.length, 5);
});

test('a changed target changes the progress of the objective, and a unit does not change under typed values', async (t) => {
  const app = await testApp(t, { now });
  const { create, activate, mia, objective } = await setUp(app);
  const { id } = await create({ unit: { kind: 'duration', unit: 'hours' } });
  await activate();
  await mia('checkIns.record', { keyResult: id, report: { kind: 'value', value: 40 }, confidence: 5 });
  const changed = await mia('keyResults.change', {
    keyResult: id,
    measure: { kind: 'move', baseline: 0, target: 80 },
    reason: 'agreed with finance',
  });
  assert.equal(changed.progress, 0.5);
  assert.equal((await mia('objectives.find', { objective })).progress, 0.5);
  await assert.rejects(
    mia('keyResults.change', { keyResult: id, unit: { kind: 'duration', unit: 'minutes' }, reason: 'finer' }),
    { code: 'conflict', field: 'unit' },
  );
});

test('key results are listed by the KPI that they read or that guards them, and by who answers for them', async (t) => {
  const app = await testApp(t, { now });
  const { acme, create, mia, cycle } = await setUp(app);
  await makeKpi(app, acme.member, { key: 'csat' });
  await makeKpi(app, acme.member, { key: 'cost', name: 'Cost' });
  await create({ title: 'reads', kpi: 'csat', guardrails: ['cost'] });
  await create({ title: 'is typed', guardrails: ['csat'], owner: acme.admin.id });
  const relations = (await mia('keyResults.list', { kpi: 'csat' })).map(({ title, relation }) => [
    title,
    relation,
  ]);
  assert.deepEqual(relations.sort(), [
    ['is typed', 'guards'],
    ['reads', 'reads'],
  ]);
  assert.deepEqual(
    (await mia('keyResults.list', { owner: acme.admin.id, cycle })).map(({ title }) => title),
    ['is typed'],
  );
  assert.deepEqual(
    (await mia('keyResults.list', {})).map(({ title }) => title),
    ['reads'],
    'mine when nothing is said',
  );
  assert.deepEqual(await mia('objectives.list', { kpi: 'csat' }), []);
});
