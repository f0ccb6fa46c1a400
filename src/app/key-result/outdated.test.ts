import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnDay } from '#app/reading/turn-of-day.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makeTeam } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

test('a key result without a check-in is marked outdated once, and the mark goes with the next check-in', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const call = app.as(acme.admin);
  const cycle = await call('cycles.create', { kind: 'quarter' });
  const measure = { kind: 'move' as const, baseline: 40, target: 50 };
  await call('objectives.create', {
    cycle: cycle.id,
    title: 'Customers get an answer the same day',
    keyResults: [{ title: 'Answered the same day from 40 to 50 %', measure }],
  });
  await call('cycles.activate', { cycle: cycle.id });
  const [keyResult] = await call('keyResults.list', { cycle: cycle.id });
  const mark = async () =>
    (
      await app.database.owner.query<{ outdated_since: string | null }>(
        'select outdated_since from key_result',
      )
    ).rows[0]!.outdated_since;
  const told = async () =>
    (await app.database.owner.query("select from audit where kind = 'keyResult.outdated'")).rowCount;

  await turnDay(app.tandem, acme.id, 'test');
  assert.equal(await mark(), null);
  const due = (await call('keyResults.find', { keyResult: keyResult!.id })).due!;
  assert.equal(due, '2026-03-06');
  // Friday the sixth, and two days of grace.
  for (const [day, expected] of [
    ['2026-03-08', null],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-10', '2026-03-09'],
  ] as const) {
    app.clock.now = `${day}T08:00:00.000Z`;
    assert.equal(await turnDay(app.tandem, acme.id, 'test'), true);
    assert.equal(await mark(), expected, day);
  }
  assert.equal(await told(), 1);

  await call('checkIns.record', {
    keyResult: keyResult!.id,
    report: { kind: 'value', value: 42 },
    confidence: 6,
  });
  assert.equal(await mark(), null);
});

test('a team that chose its own rhythm is awaited by it, and the others by that of the organisation', async (t) => {
  const app = await testApp(t, { now: '2026-02-02T09:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const [calm, usual] = [
    await makeTeam(app, acme, { key: 'calm', leads: [acme.member] }),
    await makeTeam(app, acme, { key: 'usual' }),
  ];
  const cycle = await makeQuarter(app, acme);
  const [slow, fast] = await Promise.all(
    [calm, usual].map(
      async (team) =>
        (await makeObjective(app, acme.admin, cycle, { team, keyResults: [moves()] })).keyResults[0]!,
    ),
  );
  await app.as(acme.admin)('cycles.activate', { cycle });
  const due = async (keyResult: string) => (await app.as(acme.admin)('keyResults.find', { keyResult })).due;
  assert.deepEqual([await due(slow!), await due(fast!)], ['2026-02-06', '2026-02-06']);

  const lead = app.as(acme.member);
  const chosen = { every: 'monthly', weekday: 2 } as const;
  await assert.rejects(lead('teams.change', { team: 'usual', checkIns: chosen }), { code: 'forbidden' });
  assert.deepEqual((await lead('teams.change', { team: 'calm', checkIns: chosen })).checkIns, chosen);
  assert.deepEqual([await due(slow!), await due(fast!)], ['2026-02-03', '2026-02-06']);

  app.clock.now = '2026-02-06T08:00:00.000Z';
  await turnDay(app.tandem, acme.id, 'test');
  const marked = async () =>
    (
      await app.database.owner.query<{ id: string }>(
        'select id from key_result where organisation = $1 and outdated_since is not null',
        [acme.id],
      )
    ).rows.map(({ id }) => id);
  assert.deepEqual(await marked(), [slow]);
  const tree = await app.as(acme.viewer)('objectives.tree', { cycle });
  assert.deepEqual(
    new Map(tree.objectives.map(({ team, health }) => [team, health])),
    new Map([
      [calm, 'outdated'],
      [usual, null],
    ]),
  );

  assert.equal((await lead('teams.change', { team: 'calm', checkIns: null })).checkIns, null);
  assert.equal(await due(slow!), '2026-02-06');
});
