import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { turnDay } from './turn-of-day.ts';

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
