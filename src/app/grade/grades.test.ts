import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

type Objective = Parameters<typeof makeObjective>[3];

async function graded(app: TestApp, objective: Objective, values: readonly (number | null)[]) {
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const cycle = await makeQuarter(app, acme);
  const guard = await makeKpi(app, acme.member, { key: 'quality', name: 'Quality' });
  await mia('thresholds.record', { kpi: guard, from: '2025-01-01', floor: 95 });
  const { id, keyResults } = await makeObjective(app, acme.member, cycle, objective);
  await admin('cycles.activate', { cycle });
  app.clock.now = '2026-03-30T09:00:00.000Z';
  for (const [index, value] of values.entries())
    if (value !== null)
      await mia('checkIns.record', {
        keyResult: keyResults[index]!,
        day: '2026-03-30',
        report: { kind: 'value', value },
        confidence: 8,
      });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  await makeReadings(app, acme.member, guard, { from: '2026-01-01', values: [97, 93, 96] });
  await admin('cycles.startGrading', { cycle });
  const record = (
    index: number,
    more: Omit<Input<'grades.record'>, 'keyResult' | 'fate' | 'lesson'> & Partial<Input<'grades.record'>>,
  ) =>
    mia('grades.record', { keyResult: keyResults[index]!, fate: 'drop', lesson: 'Begin sooner.', ...more });
  return { acme, admin, mia, cycle, id, keyResults, record };
}

const january = '2026-01-02T09:00:00.000Z';

test('the suggested score is what was measured; another one, and a score where nothing was, need a reason', async (t) => {
  const app = await testApp(t, { now: january });
  const { mia, cycle, id, record } = await graded(
    app,
    { keyResults: [moves('a'), moves('b', { weight: 3 }), moves('c')] },
    [44.6, -20, null],
  );
  const sheet = (await mia('grades.list', { cycle })).objectives[0]!.keyResults;
  assert.deepEqual(
    sheet.map(({ suggested }) => suggested),
    [0.45, 0, null],
  );
  const first = await record(0, { score: 0.45 });
  assert.deepEqual(
    [first.grade.score, first.grade.band, first.grade.success, first.objectiveScore],
    [0.45, 'below 0.7', false, null],
  );
  await assert.rejects(record(1, { score: 0.5 }), {
    code: 'invalid',
    field: 'reason',
    message: /differs from the suggested 0.00/,
  });
  await assert.rejects(record(1, { score: 0.5, reason: '  ' }), { code: 'invalid', field: 'reason' });
  await record(1, { score: 0.5, reason: 'the baseline was measured wrongly' });
  await assert.rejects(record(2, { score: 0 }), {
    code: 'invalid',
    field: 'reason',
    message: /Nothing was measured/,
  });
  const last = await record(2, { score: 1, reason: 'done, seen by the board' });
  assert.equal(last.objectiveScore, 0.59, '(0.45 + 3 × 0.5 + 1) / 5');
  assert.equal((await mia('objectives.find', { objective: id })).score, 0.59);
  for (const score of [1.2, -0.1, Number.NaN])
    await assert.rejects(record(0, { score, reason: 'x' }), { code: 'invalid', field: 'score' });
  await assert.rejects(record(0, { score: 0.45, lesson: ' ' }), { code: 'invalid', field: 'lesson' });
  const again = await record(0, { score: 0.5, reason: 'on second thought' });
  assert.equal(again.objectiveScore, 0.6);
});

test('a committed miss asks for an explanation, an aspirational one succeeds at 0.7, and learning has no threshold', async (t) => {
  for (const [commitment, score, success] of [
    ['committed', 1, true],
    ['committed', 0.9, false],
    ['aspirational', 0.7, true],
    ['aspirational', 0.6, false],
    ['learning', 0.3, null],
  ] as const) {
    const app = await testApp(t, { now: january });
    const { record, mia, cycle } = await graded(app, { commitment, keyResults: [moves()] }, [score * 100]);
    const isMiss = commitment === 'committed' && score < 1;
    const asks = (await mia('grades.list', { cycle })).objectives[0]!.keyResults[0]!.asks;
    assert.deepEqual(asks, isMiss ? ['explanation'] : commitment === 'learning' ? ['learnt'] : []);
    if (isMiss) await assert.rejects(record(0, { score }), { code: 'invalid', field: 'explanation' });
    const { grade } = await record(0, { score, ...(isMiss && { explanation: 'A supplier failed.' }) });
    assert.equal(grade.success, success, `${commitment} at ${score}`);
  }
});

test('moved goalposts and breached guardrails lie beside the score, and cap it when the organisation says so', async (t) => {
  const app = await testApp(t, { now: january });
  const { admin, mia, cycle, keyResults, record } = await graded(
    app,
    { keyResults: [moves('a', { guardrails: ['quality'] }), moves('b')] },
    [90, 90],
  );
  const sheets = async () => (await mia('grades.list', { cycle })).objectives[0]!.keyResults;
  const [a, b] = await sheets();
  assert.deepEqual(a!.guardrails[0]!.breaches, [
    { period: '2026-02', value: 93, side: 'floor', threshold: 95 },
  ]);
  assert.deepEqual([a!.suggested, a!.cap, b!.guardrails], [0.9, null, []]);
  assert.equal((await record(0, { score: 0.9 })).grade.capped, false);
  await admin('organisations.change', { guardrailCapsScore: true });
  assert.deepEqual(
    (await sheets()).map(({ suggested, cap }) => [suggested, cap]),
    [
      [0.69, 0.69],
      [0.9, null],
    ],
  );
  const { grade } = await record(0, { score: 0.9 });
  assert.deepEqual([grade.score, grade.suggested, grade.capped, grade.band], [0.69, 0.69, true, 'below 0.7']);
  assert.equal((await record(1, { score: 0.9 })).grade.capped, false);
  assert.equal((await mia('keyResults.find', { keyResult: keyResults[0]! })).grade?.score, 0.69);
  const { calibration } = await mia('grades.list', { cycle });
  assert.deepEqual(
    calibration.map(({ keyResults: count, brier }) => [count, Math.round(brier * 100)]),
    [[2, 64]],
  );
});

test('what a KPI has signalled since the start of the cycle lies beside the score', async (t) => {
  const app = await testApp(t, { now: january });
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const cycle = await makeQuarter(app, acme);
  const quiet = Array.from({ length: 52 }, (_, index) => 50 + [0, 2, -1, 1, -2][index % 5]!);
  const values = [...quiet, ...Array.from({ length: 12 }, () => 70)];
  const kpi = await makeKpi(app, acme.member, { key: 'calls', cadence: 'weekly' });
  const still = await makeKpi(app, acme.member, { key: 'still', cadence: 'weekly' });
  const { keyResults } = await makeObjective(app, acme.member, cycle, {
    keyResults: [
      moves('a', { kpi, measure: { kind: 'move', baseline: 50, target: 70 } }),
      moves('b', { kpi: still }),
    ],
  });
  await admin('cycles.activate', { cycle });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  const weekly = { cadence: 'weekly', from: '2025-01-01' } as const;
  await makeReadings(app, acme.member, kpi, { ...weekly, values });
  await makeReadings(app, acme.member, still, { ...weekly, values: [...quiet, 50, 52, 49, 51, 48, 50] });
  await admin('cycles.startGrading', { cycle });
  const [loud, silent] = (await mia('grades.list', { cycle, mine: true })).objectives[0]!.keyResults;
  assert.equal(loud!.keyResult.id, keyResults[0]);
  assert.deepEqual([loud!.signal?.sense, loud!.suggested], ['improvement', 1]);
  assert.match(loud!.signal!.words, /not chance/);
  assert.equal(silent!.signal, null);
});

test('a grade is given in grading only, by those who answer for the key result', async (t) => {
  const app = await testApp(t, { now: january });
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const { keyResults } = await makeObjective(app, acme.member, cycle, {
    keyResults: [moves('a', { owner: acme.admin.id })],
  });
  const grade = {
    keyResult: keyResults[0]!,
    score: 0,
    reason: 'nothing',
    fate: 'drop',
    lesson: 'x',
  } as const;
  const mia = app.as(acme.member);
  await assert.rejects(mia('grades.record', grade), { code: 'conflict', message: /still being planned/ });
  await app.as(acme.admin)('cycles.activate', { cycle });
  await assert.rejects(mia('grades.record', grade), { code: 'conflict', message: /still running/ });
  await app.as(acme.admin)('cycles.startGrading', { cycle });
  await assert.rejects(app.as(acme.viewer)('grades.record', grade), { code: 'forbidden' });
  const found = await app.as(acme.viewer)('grades.list', { cycle });
  assert.equal(found.objectives[0]!.keyResults[0]!.mayGrade, false);
  assert.deepEqual((await app.as(acme.viewer)('grades.list', { cycle, mine: true })).objectives, []);
  await mia('grades.record', grade);
  assert.equal((await app.as(acme.admin)('cycles.close', { cycle })).graded, 1);
});
