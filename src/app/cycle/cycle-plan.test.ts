import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation, makeTeam } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const january = '2026-01-02T09:00:00.000Z';
const april = '2026-04-02T09:00:00.000Z';
const before = Array.from({ length: 12 }, (_, index) => 80 + [0, 1, -1, 2, -2, 0][index % 6]!);

/** A quarter that was closed, with a kept gain, something carried over and something dropped, and the next one in planning. */
async function closed(app: TestApp) {
  app.clock.now = january;
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const team = await makeTeam(app, acme, { members: [acme.member] });
  const kpi = await makeKpi(app, acme.member, { from: '2025-01-01', values: before });
  await mia('thresholds.record', { kpi, from: '2025-01-01', floor: 85 });
  const cycle = await makeQuarter(app, acme);
  const next = await makeQuarter(app, acme, '2026-05-01');
  const { id: glad, keyResults } = await makeObjective(app, acme.member, cycle, {
    title: 'Customers are glad',
    team,
    gapKpi: kpi,
    keyResults: [
      moves('Raise CSAT from 80 to 100', { kpi, measure: { kind: 'move', baseline: 80, target: 100 } }),
      moves('Answers'),
      moves('Talks'),
    ],
  });
  const secret = await makeObjective(app, acme.member, cycle, {
    title: 'Secret',
    keyResults: [moves('Hidden')],
    privateTo: { people: [], teams: [] },
  });
  await admin('cycles.activate', { cycle });
  app.clock.now = april;
  await makeReadings(app, acme.member, kpi, { from: '2026-01-01', values: [84, 85, 86] });
  await mia('checkIns.record', {
    ...{ keyResult: keyResults[1]!, day: '2026-03-31', confidence: 5, report: { kind: 'value', value: 40 } },
  });
  await admin('cycles.startGrading', { cycle });
  const grade = { reason: 'as seen', lesson: 'Ask sooner.' };
  await mia('grades.record', { keyResult: keyResults[0]!, score: 1, fate: 'keep the gain', ...grade });
  await mia('grades.record', {
    ...{ keyResult: keyResults[1]!, score: 0.4, fate: 'carry over', carryInto: next, ...grade },
  });
  await mia('grades.record', { keyResult: keyResults[2]!, score: 0, fate: 'carry over', ...grade });
  await mia('grades.record', { keyResult: secret.keyResults[0]!, score: 0, fate: 'drop', ...grade });
  await admin('cycles.close', { cycle });
  return { acme, admin, mia, team, kpi, cycle, next, glad, keyResults, secret: secret.id };
}

test('a cycle is planned from lessons, gaps, gains, and what is carried over and drafted', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, team, mia, kpi, cycle, next, glad, keyResults } = await closed(app);
  await makeObjective(app, acme.member, next, { title: 'New', team });
  const plan = await mia('cycles.plan', { cycle: next });
  assert.equal(plan.last?.id, cycle);
  const lesson = plan.lessons.find(({ id }) => id === glad)!;
  assert.deepEqual([lesson.title, lesson.mayCopy, lesson.keyResults.length], ['Customers are glad', true, 3]);
  assert.deepEqual(
    lesson.keyResults.map(({ title, score, fate, lesson: words }) => [title, score, fate, words]),
    [
      ['Raise CSAT from 80 to 100', 1, 'keep the gain', 'Ask sooner.'],
      ['Answers', 0.4, 'carry over', 'Ask sooner.'],
      ['Talks', 0, 'carry over', 'Ask sooner.'],
    ],
  );
  assert.equal(lesson.keyResults[1]!.carriedTo?.cycle.id, next);
  assert.deepEqual(
    plan.undecided.map(({ id, objective }) => [id, objective.id]),
    [[keyResults[2], glad]],
  );
  assert.deepEqual(
    plan.gaps.map((gap) => gap.kpi),
    [kpi],
  );
  assert.deepEqual(
    plan.gains.map(({ keyResult, state }) => [keyResult.id, state]),
    [[keyResults[0], 'watching']],
  );
  assert.deepEqual(
    plan.drafted.map(({ title, keyResults: count, carriedFrom, gapKpi }) => [
      title,
      count,
      carriedFrom,
      gapKpi?.key,
    ]),
    [
      ['Customers are glad', 1, '2026 Q1', 'csat'],
      ['New', 0, null, undefined],
    ],
  );
});

test('capacity counts what each team and person has drafted, beside what was reached last time', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, team, mia, next } = await closed(app);
  for (const title of ['A', 'B', 'C', 'D', 'E'])
    await makeObjective(app, acme.member, next, { title, team, keyResults: [moves(), moves()] });
  const { teams, people } = await mia('cycles.plan', { cycle: next });
  const load = teams.find((each) => each.team === team)!;
  assert.deepEqual(
    [load.objectives, load.keyResults, load.thin, load.crowded, load.last],
    [6, 11, 1, 0, { objectives: 1, keyResults: 3, graded: 3, reached: 1 }],
  );
  assert.deepEqual(
    load.advice.map((each) => each.slice(0, 30)),
    ['6 objectives, where 3 to 5 are', '1 objective with fewer than 2 ', 'Last time 1 of 3 key results w'],
  );
  const mine = people.find(({ person }) => person === acme.member.id)!;
  assert.deepEqual([mine.objectives, mine.keyResults, mine.teams], [6, 11, 1]);
  assert.match(mine.advice[0]!, /^Answers for 11 key results: about 10/);
});

test('what is private to others is in no part of a plan', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, team, mia, next, secret } = await closed(app);
  const hidden = await makeObjective(app, acme.member, next, {
    ...{ title: 'Hidden plan', keyResults: [moves()], privateTo: { people: [], teams: [] } },
  });
  const own = await mia('cycles.plan', { cycle: next });
  assert.ok(own.lessons.some(({ id }) => id === secret));
  const seen = await app.as(acme.viewer)('cycles.plan', { cycle: next });
  assert.ok(!JSON.stringify(seen).includes(secret) && !JSON.stringify(seen).includes(hidden.id));
  assert.deepEqual(
    seen.teams.map((load) => [load.team, load.objectives, load.last.keyResults]),
    [[team, 1, 3]],
    'and it is not counted',
  );
  assert.ok(seen.lessons.every(({ mayCopy }) => !mayCopy));
});

test('a plan can be asked for one team, and may learn from a cycle of choice', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, admin, cycle, next } = await closed(app);
  const other = await admin('teams.create', { key: 'other', name: 'Other' });
  const plan = await mia('cycles.plan', { cycle: next, team: other.id });
  assert.deepEqual([plan.lessons, plan.drafted], [[], []]);
  const first = await makeQuarter(app, acme, '2027-01-01');
  assert.equal(
    (await mia('cycles.plan', { cycle: first })).last?.id,
    cycle,
    'a cycle in planning teaches nothing',
  );
  assert.equal((await mia('cycles.plan', { cycle: first, last: next })).last?.id, next);
});

test('objectives are copied as drafts with key results, owners and links, and what reads a KPI starts at its level', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, team, mia, kpi, glad } = await closed(app);
  const target = await makeQuarter(app, acme, '2026-08-01');
  const answer = await mia('cycles.copy', { cycle: target, objectives: [{ objective: glad }] });
  assert.deepEqual(answer.leftOut, []);
  const copy = await mia('objectives.find', { objective: answer.objectives[0]!.id });
  assert.deepEqual(
    [copy.title, copy.state, copy.team, copy.owner, copy.gapKpi?.id, copy.score],
    ['Customers are glad', 'draft', team, acme.member.id, kpi, null],
  );
  const [first, ...others] = copy.keyResults;
  const { level } = await mia('judgements.find', { kpi });
  const now = Number(level!.toFixed(2));
  assert.deepEqual(first!.measure, { kind: 'move', baseline: now, target: 100 });
  assert.equal(first!.title, `Raise CSAT from ${now} to 100`);
  assert.deepEqual(
    others.map(({ title, measure, progress, grade, confidence }) => [
      title,
      measure,
      progress,
      grade,
      confidence,
    ]),
    [
      ['Answers', { kind: 'move', baseline: 0, target: 100 }, null, null, null],
      ['Talks', { kind: 'move', baseline: 0, target: 100 }, null, null, null],
    ],
  );
});

test('chosen key results are copied, and what is there already is left out with the reason', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, kpi, next, keyResults, glad } = await closed(app);
  const easy = await makeObjective(app, acme.member, next, {
    title: 'Easy',
    keyResults: [moves('Reach 50', { kpi, measure: { kind: 'move', baseline: 40, target: 50 } })],
  });
  const target = await makeQuarter(app, acme, '2026-08-01');
  const answer = await mia('cycles.copy', {
    cycle: target,
    objectives: [{ objective: glad, keyResults: [keyResults[2]!], title: 'Gladder' }, { objective: easy.id }],
  });
  assert.deepEqual(
    answer.objectives.map(({ title, from, keyResults: count }) => [title, from, count]),
    [
      ['Gladder', glad, 1],
      ['Easy', easy.id, 0],
    ],
  );
  assert.deepEqual(
    answer.leftOut.map(({ keyResult, because }) => [keyResult, /50\.00 was the target/.test(because)]),
    [[easy.keyResults[0], true]],
  );
});

test('links among what is copied together go with it', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, next } = await closed(app);
  const top = await makeObjective(app, acme.member, next, { title: 'Top' });
  const below = await makeObjective(app, acme.member, next, {
    title: 'Below',
    parents: [{ objective: top.id, weight: 3 }],
  });
  const target = await makeQuarter(app, acme, '2026-08-01');
  const { objectives } = await mia('cycles.copy', {
    cycle: target,
    objectives: [{ objective: below.id }, { objective: top.id }],
  });
  const copy = await mia('objectives.find', { objective: objectives[0]!.id });
  assert.deepEqual(copy.parents, [{ objective: objectives[1]!.id, kind: 'contributes to', weight: 3 }]);
});

test('what is not yours, not there, closed or there already is not copied', async (t) => {
  const app = await testApp(t, { now: january });
  const { acme, mia, admin, cycle, next, glad, secret } = await closed(app);
  const copy = (objective: string, into = next) =>
    mia('cycles.copy', { cycle: into, objectives: [{ objective }] });
  await assert.rejects(copy(glad), { code: 'conflict', field: 'objectives.0.title' });
  await assert.rejects(copy(glad, cycle), { code: 'closed' });
  const others = await makeObjective(app, acme.admin, next, { title: 'Theirs' });
  await assert.rejects(copy(others.id), { code: 'forbidden', field: 'objectives.0.objective' });
  await assert.rejects(
    app.as(acme.viewer)('cycles.copy', { cycle: next, objectives: [{ objective: glad }] }),
    { code: 'forbidden' },
  );
  const target = await makeQuarter(app, acme, '2026-08-01');
  await assert.rejects(
    mia('cycles.copy', { cycle: target, objectives: [{ objective: glad }, { objective: glad }] }),
    { code: 'invalid' },
  );
  await assert.rejects(
    mia('cycles.copy', { cycle: target, objectives: [{ objective: glad, keyResults: [others.id] }] }),
    { code: 'not_found', field: 'objectives.0.keyResults' },
  );
  assert.ok(
    await admin('cycles.copy', { cycle: target, objectives: [{ objective: secret }] }).then(
      () => false,
      () => true,
    ),
  );
  assert.deepEqual(await mia('objectives.list', { cycle: target }), [], 'all or nothing');
});
