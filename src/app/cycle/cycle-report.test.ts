import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const app = await testApp();

/** A quarter with a team's objective that reads and guards KPIs, one of the organisation, a private one and dropped ones. */
async function quarter() {
  app.clock.now = '2026-01-02T09:00:00.000Z';
  const acme = await makeOrganisation(app);
  const [admin, mia] = [app.as(acme.admin), app.as(acme.member)];
  const cycle = await makeQuarter(app, acme);
  const team = await makeTeam(app, acme, { members: [acme.member] });
  const weekly = { cadence: 'weekly', from: '2025-01-01' } as const;
  const quiet = Array.from({ length: 52 }, (_, index) => 50 + [0, 2, -1, 1, -2][index % 5]!);
  const calls = await makeKpi(app, acme.member, { key: 'calls', name: 'Calls', ...weekly, values: quiet });
  const quality = await makeKpi(app, acme.member, { key: 'quality', name: 'Quality' });
  const secretKpi = await makeKpi(app, acme.member, { key: 'secret', name: 'Secret' });
  await mia('thresholds.record', { kpi: quality, from: '2025-01-01', floor: 95 });
  const ours = await makeObjective(app, acme.member, cycle, {
    ...{ title: 'Callers are heard', team, weight: 3, improves: [calls] },
    keyResults: [
      {
        ...{ title: 'Calls answered from 50 to 70', kpi: calls, guardrails: [quality] },
        measure: { kind: 'move', baseline: 50, target: 70 },
      },
      moves('Dropped number'),
    ],
  });
  const whole = await makeObjective(app, acme.member, cycle, { title: 'A', keyResults: [moves('b')] });
  const hidden = await makeObjective(app, acme.member, cycle, {
    ...{ title: 'Hidden', privateTo: { people: [], teams: [] } },
    keyResults: [moves('hidden number', { kpi: secretKpi })],
  });
  const given = await makeObjective(app, acme.member, cycle, { title: 'Given up' });
  await admin('cycles.activate', { cycle });
  app.clock.now = '2026-03-30T09:00:00.000Z';
  for (const keyResult of [ours.keyResults[0]!, whole.keyResults[0]!, hidden.keyResults[0]!])
    await mia('checkIns.record', { keyResult, confidence: 8 });
  await mia('objectives.drop', { objective: given.id, reason: 'nobody had time' });
  await mia('keyResults.drop', { keyResult: ours.keyResults[1]!, reason: 'it was the same' });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  await makeReadings(app, acme.member, calls, {
    ...{ cadence: 'weekly', from: '2025-12-31', values: Array(13).fill(70) },
  });
  await makeReadings(app, acme.member, quality, { from: '2025-12-01', values: [98, 97, 93, 94] });
  const report = (call = mia) => call('cycles.report', { cycle });
  const grade = async () => {
    await admin('cycles.startGrading', { cycle });
    const words = { fate: 'drop', lesson: 'Ask earlier.', reason: 'seen' } as const;
    await mia('grades.record', { keyResult: ours.keyResults[0]!, score: 1, ...words });
    await mia('grades.record', { keyResult: whole.keyResults[0]!, score: 0.2, ...words });
    await mia('grades.record', { keyResult: hidden.keyResults[0]!, score: 0, ...words });
  };
  return { acme, admin, mia, cycle, team, ours, whole, quality, report, grade };
}

test('an interim report tells progress, signals and breaches, and has no scores yet', async () => {
  const { report, team } = await quarter();
  const { isInterim, standing, teams, objectives, dropped, kpis, kpisKept, sustainWatches } = await report();
  assert.deepEqual([isInterim, kpisKept, sustainWatches], [true, false, []]);
  assert.deepEqual([standing.score, standing.scored, standing.keyResults, standing.graded], [null, 0, 3, 0]);
  assert.deepEqual(
    teams.map((each) => [each.team, each.objectives, each.progress]),
    [[team, 1, 1]],
  );
  assert.deepEqual(
    objectives.map(({ title, keyResults }) => [title, keyResults.length]),
    [
      ['A', 1],
      ['Callers are heard', 1],
      ['Hidden', 1],
    ],
  );
  assert.deepEqual(
    dropped.map(({ kind, title, reason }) => [kind, title, reason]),
    [
      ['objective', 'Given up', 'nobody had time'],
      ['key result', 'Dropped number', 'it was the same'],
    ],
  );
  const named = new Map(kpis.map((each) => [each.key, each]));
  assert.deepEqual(named.get('calls')!.links, ['read', 'improved']);
  assert.equal(named.get('calls')!.signals[0]!.sense, 'improvement');
  assert.equal(named.get('calls')!.values.length, 13);
  const { before, newest, breaches, links } = named.get('quality')!;
  assert.deepEqual(
    [before?.period, before?.status, newest?.period, newest?.status],
    [...['2025-12', 'healthy', '2026-03', 'breach']],
  );
  assert.deepEqual(
    [links, breaches.map(({ period, value, threshold }) => [period, value, threshold])],
    [
      ['guards'],
      [
        ['2026-02', 93, 95],
        ['2026-03', 94, 95],
      ],
    ],
  );
});

test('scores are means by weight, of the organisation and of each team, and success is counted', async () => {
  const { report, grade, admin, cycle } = await quarter();
  await grade();
  await admin('cycles.close', { cycle });
  const { isInterim, standing, teams, objectives, calibration } = await report();
  assert.equal(isInterim, false);
  assert.equal(standing.score?.toFixed(2), ((3 * 1 + 0.2 + 0) / 5).toFixed(2));
  assert.deepEqual([standing.graded, standing.judged, standing.succeeded], [3, 3, 1]);
  assert.equal(teams[0]!.score, 1);
  const [sheet] = objectives[1]!.keyResults;
  assert.deepEqual(
    [sheet!.keyResult.grade!.lesson, sheet!.keyResult.grade!.fate, sheet!.guardrails[0]!.breaches.length],
    ['Ask earlier.', 'drop', 2],
  );
  assert.match(sheet!.counterfactual!.sentence, /^Without action 0\.\d\d; reached 1\.00\.$/);
  assert.deepEqual(
    calibration.map(({ keyResults }) => keyResults),
    [3, 1],
  );
});

test('the report of a closed cycle stands although readings are corrected and thresholds are rewritten later', async () => {
  const { report, grade, admin, cycle, mia, quality } = await quarter();
  await grade();
  await admin('cycles.close', { cycle });
  const before = await report();
  assert.equal(before.kpisKept, true);
  app.clock.now = '2026-05-20T09:00:00.000Z';
  await mia('readings.record', { kpi: quality, period: '2026-02', value: 99, reason: 'counted wrongly' });
  await mia('thresholds.record', { kpi: quality, from: '2025-01-01', floor: 50, reason: 'too strict' });
  const { madeAt: _, today: __, objectives, ...after } = await report();
  const { madeAt: ___, today: ____, objectives: old, ...then } = before;
  assert.deepEqual(after, then);
  const sheets = (all: typeof old) => all.flatMap(({ keyResults }) => keyResults);
  assert.deepEqual(
    sheets(objectives).map(({ changedSince: _, ...each }) => each),
    sheets(old).map(({ changedSince: _, ...each }) => each),
  );
  assert.deepEqual(
    sheets(objectives).flatMap(({ changedSince }) => changedSince),
    ['Quality counted as breached in 2026-02, 2026-03 then, and does not now.'],
  );
});

test('what is private to others is in no list and no number of a report', async () => {
  const { report, grade, admin, cycle, acme } = await quarter();
  await grade();
  await admin('cycles.close', { cycle });
  const stranger = await makePerson(app, acme, { name: 'Sam Stranger' });
  for (const person of [stranger, acme.admin, acme.owner, acme.viewer]) {
    const found = await report(app.as(person));
    assert.doesNotMatch(JSON.stringify(found), /Hidden|hidden number|Secret/);
    assert.deepEqual(
      [found.standing.objectives, found.standing.keyResults, found.cycle.keyResults],
      [2, 2, 2],
    );
    assert.equal(found.standing.score?.toFixed(2), '0.80');
    assert.deepEqual(
      found.calibration.map(({ keyResults }) => keyResults),
      [2, 1],
    );
  }
  await assert.rejects(app.as((await makeOrganisation(app)).admin)('cycles.report', { cycle }), {
    code: 'not_found',
  });
});

test('a cycle without a goal has a report without numbers', async () => {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme, '2027-01-01');
  const { standing, objectives, teams, kpis, calibration } = await app.as(acme.viewer)('cycles.report', {
    cycle,
  });
  assert.deepEqual(
    [objectives, teams, kpis, calibration, standing.score, standing.objectives],
    [[], [], [], [], null, 0],
  );
});
