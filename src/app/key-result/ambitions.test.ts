import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings } from '../../../test/make-okr.ts';

const january = '2026-01-05T09:00:00.000Z';
// A process in control about 50, so that 50 comes every other time by itself.
const noise = (index: number) =>
  Math.round(500 + 60 * Math.sin(index * 12.9898) * Math.cos(index * 78.233)) / 10;
const history = Array.from({ length: 60 }, (_, index) => noise(index));

async function planned(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t, { now: january });
  const acme = await makeOrganisation(app);
  const mia = app.as(acme.member);
  const cycle = await makeQuarter(app, acme);
  const kpi = await makeKpi(app, acme.member, {
    ...{ key: 'wait', name: 'Wait', cadence: 'weekly', direction: 'lower' },
    ...{ unit: { kind: 'duration', unit: 'minutes' }, decimals: 1, from: '2024-11-04', values: history },
  });
  return { app, acme, mia, cycle, kpi };
}

test('a target is told how likely it comes by itself, and the calibrated values have the odds of their names', async (t) => {
  const { mia, cycle } = await planned(t);
  const ask = (target: number) =>
    mia('ambitions.find', { kpi: 'wait', cycle, measure: { kind: 'move', baseline: 60, target } });
  const first = await ask(50);
  assert.equal(first.word, 'likely');
  assert.equal(first.until, '2026-03-31');
  const { commit, target, stretch } = first.calibrated!;
  assert.ok(commit > target && target > stretch, 'lower is better, so a stretch is lower');
  const odds = await Promise.all(
    [commit, target, stretch].map(async (value) => (await ask(value)).odds!.toFixed(2)),
  );
  assert.deepEqual(odds, ['0.90', '0.50', '0.10']);
  assert.match((await ask(58)).advice!, /business as usual/);
  assert.deepEqual([(await ask(20)).word, (await ask(20)).odds! < 0.01], ['not credible', true]);
});

test('the odds are the same in another unit, and calibrated values come in the unit that is asked in', async (t) => {
  const { mia, cycle } = await planned(t);
  const minutes = await mia('ambitions.find', {
    kpi: 'wait',
    cycle,
    measure: { kind: 'move', baseline: 60, target: 48 },
  });
  const hours = await mia('ambitions.find', {
    ...{ kpi: 'wait', cycle, measure: { kind: 'move', baseline: 1, target: 0.8 } },
    unit: { kind: 'duration', unit: 'hours' },
  });
  assert.equal(hours.odds?.toFixed(9), minutes.odds?.toFixed(9));
  assert.equal((hours.calibrated!.stretch * 60).toFixed(6), minutes.calibrated!.stretch.toFixed(6));
});

test('holds and hit rates have odds too; what no forecast can tell is refused with the reason', async (t) => {
  const { app, acme, mia, cycle } = await planned(t);
  const level = { bound: 'at most', level: 50, cadence: 'weekly' } as const;
  const hold = await mia('ambitions.find', {
    kpi: 'wait',
    cycle,
    measure: { kind: 'hold', run: 8, ...level },
  });
  const hits = await mia('ambitions.find', {
    kpi: 'wait',
    cycle,
    measure: { kind: 'hit rate', planned: 8, ...level },
  });
  assert.ok(hold.odds! < hits.odds! && hits.odds! < 0.5);
  assert.equal(hold.calibrated, null);
  const done = await mia('ambitions.find', { kpi: 'wait', cycle, measure: { kind: 'done' } });
  assert.match(done.refused!, /a value to reach or to hold/);
  await makeKpi(app, acme.member, {
    key: 'young',
    name: 'Young',
    cadence: 'weekly',
    values: [1, 2],
    from: '2025-12-15',
  });
  const young = await mia('ambitions.find', {
    kpi: 'young',
    cycle,
    measure: { kind: 'move', baseline: 1, target: 3 },
  });
  assert.match(young.refused!, /it takes eight/);
});

test('what is foreseen is frozen at the start and stands as the counterfactual, and odds that came due are published', async (t) => {
  const { app, acme, mia, cycle, kpi } = await planned(t);
  const admin = app.as(acme.admin);
  const promise = (target: number, reading: string | null = kpi) => ({
    ...{ title: `To ${target}`, measure: { kind: 'move', baseline: 60, target } as const, kpi: reading },
    unit: { kind: 'duration', unit: 'minutes' } as const,
  });
  const { keyResults } = await makeObjective(app, acme.member, cycle, {
    keyResults: [promise(40), promise(55), promise(40, null)],
  });
  const foreseen = async () =>
    Promise.all(keyResults.map(async (keyResult) => (await mia('keyResults.find', { keyResult })).foreseen));
  assert.deepEqual(await foreseen(), [null, null, null], 'nothing is frozen while it is planned');
  await admin('cycles.activate', { cycle });
  const [bold, tame, typed] = await foreseen();
  assert.equal(typed, null);
  assert.ok(bold!.odds < 0.05 && tame!.odds > 0.85);
  assert.equal(
    bold!.progress?.toFixed(1),
    '0.5',
    'by itself it stays at about 50, half the way from 60 to 40',
  );
  assert.match(
    bold!.sentence,
    /^On 2026-01-05 it would have been reached unaided with under 10%, and the KPI by itself would have made 0\.5/,
  );

  app.clock.now = '2026-04-02T09:00:00.000Z';
  await makeReadings(app, acme.member, kpi, {
    cadence: 'weekly',
    from: '2025-12-29',
    values: Array(13).fill(39),
  });
  assert.deepEqual(
    await foreseen(),
    [bold, tame, null],
    'what came since changes nothing of what was foreseen',
  );
  const { due, tenths } = await mia('ambitions.calibration', {});
  assert.equal(due, 2);
  assert.deepEqual(tenths[0], { from: 0, to: 0.1, count: 1, cameTrue: 1 });
  assert.equal(
    tenths.reduce((sum, { cameTrue }) => sum + cameTrue, 0),
    2,
  );
  const late = await app.as(acme.member)('keyResults.find', { keyResult: keyResults[0]! });
  assert.ok(late.progress! > 1);
});
