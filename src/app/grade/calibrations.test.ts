import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const app = await testApp();

type Told = { day: string; confidence: number; on?: string }[];

/** A closed quarter in which Mia owns key results, each with what she told and what was reached. */
async function played(own: TestApp, all: readonly { told: Told; score: number; secret?: boolean }[]) {
  own.clock.now = '2026-01-02T09:00:00.000Z';
  const acme = await makeOrganisation(own);
  const [admin, mia] = [own.as(acme.admin), own.as(acme.member)];
  const cycle = await makeQuarter(own, acme);
  const team = await makeTeam(own, acme, { members: [acme.member] });
  const goals: { id: string; keyResults: string[] }[] = [];
  for (const { secret } of all)
    goals.push(
      await makeObjective(own, acme.member, cycle, {
        team,
        owner: acme.member.id,
        keyResults: [moves()],
        ...(secret && { privateTo: { people: [], teams: [] } }),
      }),
    );
  await admin('cycles.activate', { cycle });
  const tellings = all
    .flatMap(({ told }, index) => told.map((each) => ({ ...each, keyResult: goals[index]!.keyResults[0]! })))
    .sort((one, other) => ((one.on ?? one.day) < (other.on ?? other.day) ? -1 : 1));
  for (const { on, day, confidence, keyResult } of tellings) {
    own.clock.now = `${on ?? day}T20:00:00.000Z`;
    await mia('checkIns.record', { keyResult, day, confidence });
  }
  own.clock.now = '2026-04-02T09:00:00.000Z';
  await admin('cycles.startGrading', { cycle });
  for (const [index, { score }] of all.entries())
    await mia('grades.record', {
      ...{ keyResult: goals[index]!.keyResults[0]!, score, fate: 'drop', lesson: 'x', reason: 'seen' },
    });
  return { acme, cycle, mia, admin, team, close: () => admin('cycles.close', { cycle }) };
}

test('confidence meets its outcome over closed cycles: of the organisation, each team and each person', async () => {
  const { mia, close, acme, team } = await played(app, [
    { told: [{ day: '2026-03-20', confidence: 8 }], score: 1 },
    { told: [{ day: '2026-03-20', confidence: 8 }], score: 0.6 },
    { told: [{ day: '2026-03-20', confidence: 2 }], score: 0 },
    { told: [], score: 1 },
  ]);
  assert.deepEqual(await mia('calibrations.list', {}), { cycles: 0, untold: 0, calibrations: [], more: 0 });
  await close();
  const found = await mia('calibrations.list', {});
  assert.deepEqual([found.cycles, found.untold, found.more], [1, 1, 0]);
  assert.deepEqual(
    found.calibrations.map(({ of, id, keyResults, reached }) => [of, id, keyResults, reached]),
    [
      ['organisation', null, 3, 1],
      ['team', team, 3, 1],
      ['person', acme.member.id, 3, 1],
    ],
  );
  const [all] = found.calibrations;
  assert.equal(all!.brier.toFixed(4), ((0.04 + 0.64 + 0.04) / 3).toFixed(4));
  assert.ok(Math.abs(all!.brier - (all!.reliability - all!.resolution + all!.uncertainty)) < 1e-12);
  assert.deepEqual(
    all!.levels.map(({ confidence, count, reached }) => [confidence, count, reached]),
    [
      [2, 1, 0],
      [8, 2, 1],
    ],
  );
  assert.equal(all!.verdict, 'too few to tell');
  assert.deepEqual((await mia('calibrations.list', { people: 0 })).more, 1);
});

test('the first, the half-time and the last confidence are told apart, and one told after the end counts for none', async () => {
  const told = [
    { day: '2026-01-10', confidence: 3 },
    { day: '2026-02-10', confidence: 5 },
    { day: '2026-03-10', confidence: 7 },
    { day: '2026-03-31', confidence: 10, on: '2026-04-01' },
  ];
  const { mia, cycle, close } = await played(app, [{ told, score: 1 }]);
  const [sheet] = (await mia('grades.list', { cycle })).objectives[0]!.keyResults;
  assert.deepEqual(
    sheet!.confidence.map(({ confidence }) => confidence),
    [3, 5, 7],
  );
  assert.equal(sheet!.keyResult.confidence, 7);
  assert.equal((await mia('grades.list', { cycle })).calibration[0]!.brier.toFixed(2), '0.09');
  await close();
  for (const [which, confidence] of [
    ['first', 3],
    ['halfway', 5],
    ['last', 7],
  ] as const) {
    const { calibrations } = await mia('calibrations.list', { told: which });
    assert.deepEqual(
      calibrations.map(({ levels }) => levels.map((level) => level.confidence)),
      [[confidence], [confidence], [confidence]],
      which,
    );
  }
});

test('a private objective counts in no number of those who may not see it', async () => {
  const { mia, acme, admin, close } = await played(app, [
    { told: [{ day: '2026-03-20', confidence: 8 }], score: 1 },
    { told: [{ day: '2026-03-20', confidence: 9 }], score: 0, secret: true },
    { told: [], score: 0, secret: true },
  ]);
  await close();
  const other = app.as(await makePerson(app, acme, { name: 'Sam Stranger' }));
  for (const told of ['first', 'halfway', 'last'] as const) {
    for (const call of [admin, other, app.as(acme.owner)]) {
      const { calibrations, untold } = await call('calibrations.list', { told });
      assert.deepEqual(
        [untold, ...calibrations.map(({ keyResults }) => keyResults)],
        told === 'halfway' ? [1] : [0, 1, 1, 1],
      );
    }
  }
  const own = await mia('calibrations.list', {});
  assert.deepEqual([own.untold, ...own.calibrations.map(({ keyResults }) => keyResults)], [1, 2, 2, 2]);
});
