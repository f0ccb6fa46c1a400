import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings } from '../../../test/make-okr.ts';

const app = await testApp();

/** A graded quarter: answers within a day from 50 to 70, read from a weekly KPI and guarded by a monthly one. */
async function graded() {
  app.clock.now = '2026-01-02T09:00:00.000Z';
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const cycle = await makeQuarter(app, acme);
  const weekly = { cadence: 'weekly', from: '2025-01-01' } as const;
  const quiet = Array.from({ length: 52 }, (_, index) => 50 + [0, 2, -1, 1, -2][index % 5]!);
  const kpi = await makeKpi(app, acme.member, { key: 'calls', name: 'Calls', ...weekly, values: quiet });
  const guard = await makeKpi(app, acme.member, { key: 'quality', name: 'Quality' });
  await mia('thresholds.record', { kpi: guard, from: '2025-01-01', floor: 95 });
  const { id, keyResults } = await makeObjective(app, acme.member, cycle, {
    commitment: 'aspirational',
    keyResults: [
      {
        ...{ title: 'Answered within a day from 50 to 70', kpi, guardrails: [guard] },
        measure: { kind: 'move', baseline: 50, target: 70 },
      },
    ],
  });
  await admin('cycles.activate', { cycle });
  app.clock.now = '2026-02-10T09:00:00.000Z';
  const keyResult = keyResults[0]!;
  await mia('keyResults.change', {
    ...{
      keyResult,
      measure: { kind: 'move', baseline: 50, target: 65 },
      reason: 'the line was closed for a month',
    },
  });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  await makeReadings(app, acme.member, kpi, {
    cadence: 'weekly',
    from: '2025-12-31',
    values: Array(13).fill(62),
  });
  await makeReadings(app, acme.member, guard, { from: '2026-01-01', values: [97, 96, 96] });
  await admin('cycles.startGrading', { cycle });
  const sheet = async () => (await mia('grades.list', { cycle })).objectives[0]!.keyResults[0]!;
  const grade = () =>
    mia('grades.record', { ...{ keyResult, score: 0.8, fate: 'drop', lesson: 'Ask earlier.' } });
  return { acme, admin, mia, cycle, id, keyResult, kpi, guard, sheet, grade };
}

test('beside the score stand the moved goalpost with its reason, the promise as it was frozen, and what came without action', async () => {
  const { sheet } = await graded();
  const { suggested, asFrozen, movedGoalposts, counterfactual, keyResult } = await sheet();
  assert.deepEqual([suggested, asFrozen], [0.8, 0.6]);
  assert.deepEqual(
    movedGoalposts.map(({ field, before, after, reason }) => [field, before, after, reason]),
    [['target', 70, 65, 'the line was closed for a month']],
  );
  assert.ok(counterfactual!.score! < 0.2, 'a quiet process stays where it is');
  assert.equal(
    counterfactual!.sentence,
    `Without action ${counterfactual!.score!.toFixed(2)}; reached 0.80.`,
  );
  assert.equal(keyResult.foreseen!.on, '2026-01-02');
});

test('a closed cycle shows what was graded although readings are corrected later, and says what changed since', async () => {
  const { admin, mia, cycle, id, keyResult, kpi, guard, sheet, grade } = await graded();
  await grade();
  await admin('cycles.close', { cycle });
  const before = await sheet();
  const objective = await mia('objectives.find', { objective: id });
  assert.deepEqual(before.changedSince, []);
  app.clock.now = '2026-04-20T09:00:00.000Z';
  for (let week = 1; week <= 13; week += 1) {
    const period = `2026-W${String(week).padStart(2, '0')}`;
    await mia('readings.record', { kpi, period, value: 55, reason: 'counted twice' });
  }
  await mia('readings.record', {
    kpi: guard,
    period: '2026-02',
    value: 90,
    reason: 'two shops were missing',
  });
  await admin('organisations.change', { guardrailCapsScore: true });
  const after = await sheet();
  const { changedSince, ...evidence } = after;
  const { changedSince: _, ...kept } = before;
  assert.deepEqual(evidence, kept);
  assert.deepEqual(changedSince, [
    'It was graded on 0.80 measured; by now 0.33 is measured.',
    'Quality counts as breached in 2026-02 by now, and did not then.',
    'Its KPI showed a signal up to 2026-W13 then, and shows none now.',
  ]);
  const found = await mia('keyResults.find', { keyResult });
  assert.deepEqual([found.current, found.progress, found.changedSince], [62, 0.8, changedSince]);
  assert.ok(found.values.every(({ value }) => value === 62));
  assert.equal(found.lateValues.length, 13);
  assert.match(found.why, /current 62.00 − baseline 50.00.*= 0\.80/);
  const again = await mia('objectives.find', { objective: id });
  assert.deepEqual(
    [again.progress, again.score, again.keyResults[0]!.progress, again.keyResults[0]!.guardrails],
    [objective.progress, 0.8, 0.8, objective.keyResults[0]!.guardrails],
  );
});

test('between the grade and the close the sheet shows what is known, and that it is not what was graded', async () => {
  const { mia, kpi, sheet, grade } = await graded();
  await grade();
  assert.deepEqual((await sheet()).changedSince, []);
  await mia('readings.record', { kpi, period: '2026-W13', value: 65, reason: 'a late shop' });
  const { suggested, changedSince, keyResult } = await sheet();
  assert.deepEqual([suggested, keyResult.progress], [1, 1]);
  assert.deepEqual(changedSince, ['It was graded on 0.80 measured; by now 1.00 is measured.']);
  await mia('grades.record', { keyResult: keyResult.id, score: 1, fate: 'drop', lesson: 'Wait a day.' });
  assert.deepEqual((await sheet()).changedSince, []);
});

test('a value after the close is late: it is shown as such, and neither score nor progress move', async () => {
  const { admin, mia, cycle, id, keyResult, sheet, grade } = await graded();
  await grade();
  await admin('cycles.close', { cycle });
  app.clock.now = '2026-04-20T09:00:00.000Z';
  const late = await mia('checkIns.record', {
    keyResult,
    day: '2026-03-31',
    changed: 'the last letters came in',
  });
  assert.equal(late.late, true);
  const { late: listed, keyResult: shown } = await sheet();
  assert.deepEqual(
    [listed.map(({ changed }) => changed), shown.grade!.score],
    [['the last letters came in'], 0.8],
  );
  for (const [name, input] of [
    ['keyResults.change', { keyResult, title: 'Another' }],
    ['grades.record', { keyResult, score: 1, reason: 'x', fate: 'drop', lesson: 'x' }],
    ['objectives.change', { objective: id, title: 'Another' }],
    ['keyResults.drop', { keyResult, reason: 'x' }],
  ] as const)
    await assert.rejects(mia(name, input as never), { code: 'closed' }, name);
});

test('a gain that is kept as a new phase changes nothing of what its own cycle has signalled', async () => {
  const { admin, mia, cycle, keyResult, sheet } = await graded();
  const before = await sheet();
  assert.equal(before.signal?.sense, 'improvement');
  await mia('grades.record', {
    ...{ keyResult, score: 0.8, fate: 'keep the gain', lesson: 'Ask earlier.', keep: { raise: 'phase' } },
  });
  await admin('cycles.close', { cycle });
  const after = await sheet();
  assert.deepEqual([after.signal, after.changedSince], [before.signal, []]);
});
