import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../../../test/make-okr.ts';

const minutes = { kind: 'duration', unit: 'minutes' } as const;
const hours = { kind: 'duration', unit: 'hours' } as const;
const euros = { kind: 'currency', code: 'EUR' } as const;
const plain = { kind: 'number' } as const;

const now = '2026-08-10T09:00:00.000Z';
const half = { from: '2026-01-01', values: [240, 255, 236, 248, 240, 251] };

async function started(t: Parameters<typeof testApp>[0], at = now) {
  const app: TestApp = await testApp(t, { now: at });
  const acme = await makeOrganisation(app);
  return { app, acme, mia: app.as(acme.member) };
}

test('minutes become hours: what was typed stays, all is judged and drawn in hours, thresholds too', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: minutes, direction: 'lower', ...half });
  await mia('thresholds.record', { kpi, from: '2026-01-01', ceiling: 300, desired: 180 });
  const before = await mia('judgements.find', { kpi });
  app.clock.now = '2026-08-11T09:00:00.000Z';
  const changed = await mia('kpis.change', { kpi, unit: hours, decimals: 2, validFrom: '2026-07-01' });
  assert.deepEqual([changed.version, changed.unit], [2, hours]);
  await mia('readings.record', { kpi, period: '2026-07', value: 3.5 });
  const after = await mia('judgements.find', { kpi });
  assert.deepEqual(
    after.points.map(({ value }) => value),
    [4, 4.25, 236 / 60, 248 / 60, 4, 251 / 60, 3.5],
  );
  assert.deepEqual([after.threshold?.ceiling, after.threshold?.desired, after.past], [5, 3, []]);
  assert.equal(after.status, 'healthy');
  assert.ok(Math.abs(after.level! - (before.level! * 6) / 60 / 7 - 3.5 / 7) < 1e-9);
  const listed = await mia('readings.list', { kpi });
  assert.deepEqual(listed[0]?.asTyped, { value: 240, unit: minutes });
  assert.deepEqual([listed[6]?.value, listed[6]?.asTyped, listed[6]?.unit], [3.5, null, hours]);
  const [line] = await mia('thresholds.list', { kpi });
  assert.deepEqual([line?.ceiling, line?.unit, line?.holds], [5, hours, true]);
  assert.deepEqual(
    (await mia('panel.list', {})).map(({ value, ceiling }) => [value, ceiling]),
    [[3.5, 5]],
  );
});

test('a correction after the change is typed in the present unit, and the same value again corrects nothing', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: minutes, ...half });
  await mia('kpis.change', { kpi, unit: hours });
  const same = await mia('readings.record', { kpi, period: '2026-01', value: 4 });
  assert.deepEqual([same.revision, same.asTyped], [1, { value: 240, unit: minutes }]);
  const other = await mia('readings.record', { kpi, period: '2026-01', value: 4.5, reason: 'a slip' });
  assert.deepEqual([other.revision, other.value, other.asTyped], [2, 4.5, null]);
  const revisions = await mia('readings.revisions', { kpi, period: '2026-01' });
  assert.deepEqual(
    revisions.map(({ value }) => value),
    [4.5, 4],
  );
});

test('as of a day before the change everything is in the unit of that day', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: minutes, ...half });
  await mia('thresholds.record', { kpi, from: '2026-01-01', floor: 230 });
  const asOf = '2026-08-10T20:00:00.000Z';
  const seen = await mia('judgements.find', { kpi, asOf });
  app.clock.now = '2026-08-11T09:00:00.000Z';
  await mia('kpis.change', { kpi, unit: hours, direction: 'lower', validFrom: '2026-02-01' });
  await mia('thresholds.record', { kpi, from: '2026-01-01', ceiling: 9 });
  assert.deepEqual(await mia('judgements.find', { kpi, asOf }), seen);
  const readings = await mia('readings.list', { kpi, asOf });
  assert.deepEqual([readings[0]?.value, readings[0]?.unit], [240, minutes]);
});

test('a unit that does not convert begins the series anew: what was before is kept in its own unit and judged no more', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: euros, ...half });
  await mia('thresholds.record', { kpi, from: '2026-01-01', floor: 200 });
  await mia('phases.create', { kpi, from: '2026-03', reason: 'a new team' });
  await mia('kpis.change', { kpi, unit: plain, validFrom: '2026-07-01' });
  const empty = await mia('judgements.find', { kpi });
  assert.deepEqual([empty.status, empty.points, empty.threshold], ['no data', [], null]);
  await mia('readings.record', { kpi, period: '2026-07', value: 12 });
  const judged = await mia('judgements.find', { kpi });
  assert.deepEqual(
    judged.points.map(({ period, value }) => [period, value]),
    [['2026-07', 12]],
  );
  assert.deepEqual(
    judged.past.map(({ from, to, unit, points }) => [from, to, unit, points.length]),
    [['2026-01', '2026-06', euros, 6]],
  );
  assert.deepEqual(judged.versions, [
    { version: 2, from: '2026-07-01', words: 'in a plain number, no longer in EUR', breaks: true },
  ]);
  assert.deepEqual(
    judged.phases.map(({ from, reason }) => [from, reason]),
    [['2026-07', null]],
  );
  assert.equal(judged.status, 'no threshold');
  const [floor] = await mia('thresholds.list', { kpi });
  assert.deepEqual([floor?.floor, floor?.unit, floor?.holds], [200, euros, false]);
  await assert.rejects(mia('thresholds.record', { kpi, from: '2026-06-01', floor: 5 }), {
    code: 'invalid',
    field: 'from',
    message: /counted in a plain number from 2026-07-01 on/,
  });
});

test('a reading of the time before is corrected in the unit of that time', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: euros, ...half });
  await mia('kpis.change', {
    kpi,
    unit: { kind: 'scale', from: 1, to: 5 },
    addsUp: 'mean',
    validFrom: '2026-07-01',
  });
  const corrected = await mia('readings.record', { kpi, period: '2026-02', value: 260, reason: 'late' });
  assert.deepEqual([corrected.value, corrected.unit, corrected.revision], [260, euros, 2]);
  await assert.rejects(mia('readings.record', { kpi, period: '2026-07', value: 260 }), /outside the scale/);
  const { past, points } = await mia('judgements.find', { kpi });
  assert.deepEqual([past[0]?.points[1]?.value, points], [260, []]);
});

test('a day from which readings in the old unit stand is refused, and so is a day to come', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: euros, ...half });
  const change = (validFrom: string) => mia('kpis.change', { kpi, unit: plain, validFrom });
  await assert.rejects(change('2026-05-01'), {
    code: 'conflict',
    field: 'validFrom',
    message: /has a reading of 2026-06 in EUR, which cannot be read as a plain number/,
  });
  await assert.rejects(change('2026-08-11'), { code: 'invalid', field: 'validFrom' });
  await mia('readings.withdraw', { kpi, period: '2026-06', reason: 'counted anew' });
  await change('2026-06-01');
  await mia('readings.record', { kpi, period: '2026-06', value: 7, reason: 'counted anew' });
  assert.equal((await mia('judgements.find', { kpi })).newest?.value, 7);
});

test('without a reading yet a unit is only a unit: the history may still come', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: euros });
  await mia('thresholds.record', { kpi, from: '2026-01-01', floor: 200 });
  await mia('kpis.change', { kpi, unit: hours });
  await makeReadings(app, acme.member, kpi, half);
  const { points, past, threshold } = await mia('judgements.find', { kpi });
  assert.deepEqual([points.length, past, threshold], [6, [], null]);
});

test('a plain number that is named otherwise goes on', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: plain, ...half });
  await mia('kpis.change', { kpi, unit: { kind: 'number', symbol: 'tikets' } });
  await mia('kpis.change', { kpi, unit: { kind: 'number', symbol: 'tickets' } });
  assert.equal((await mia('judgements.find', { kpi })).points.length, 6);
});

test('a fanned-out KPI changes together with all below it, and none below changes alone', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: minutes, addsUp: 'sum' });
  const children = ['one', 'two'].map((key) => ({ key, name: key, owner: acme.member.id }));
  await mia('kpis.fanOut', { kpi, children });
  await makeReadings(app, acme.member, 'one', { from: '2026-01-01', values: [60, 120, 90] });
  await makeReadings(app, acme.member, 'two', { from: '2026-01-01', values: [30, 60, 30] });
  await assert.rejects(mia('kpis.change', { kpi: 'one', unit: hours }), {
    code: 'conflict',
    message: /change the KPI above it/,
  });
  await mia('kpis.change', { kpi, unit: hours, addsUp: 'mean', direction: 'lower', validFrom: '2026-02-01' });
  const one = await mia('kpis.find', { kpi: 'one' });
  assert.deepEqual([one.unit, one.addsUp, one.direction, one.version], [hours, 'mean', 'lower', 2]);
  const values = async (of: string) =>
    (await mia('judgements.find', { kpi: of })).points.map(({ value }) => value);
  assert.deepEqual(await values('two'), [0.5, 1, 0.5]);
  // January was a sum, and stays one; from February on it is a mean.
  assert.deepEqual(await values(kpi), [1.5, 1.5, 1]);
  await mia('readings.record', { kpi: 'one', period: '2026-04', value: 2 });
  await mia('readings.record', { kpi: 'two', period: '2026-04', value: 1 });
  assert.deepEqual(await values(kpi), [1.5, 1.5, 1, 1.5]);
});

test('a family that is counted in another unit keeps the past of parent and children, which nobody corrects', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: euros, addsUp: 'sum' });
  const children = ['one', 'two'].map((key) => ({ key, name: key, owner: acme.member.id }));
  await mia('kpis.fanOut', { kpi, children });
  await makeReadings(app, acme.member, 'one', { from: '2026-01-01', values: [60, 120] });
  await makeReadings(app, acme.member, 'two', { from: '2026-01-01', values: [30, 60] });
  await mia('kpis.change', { kpi, unit: plain, validFrom: '2026-07-01' });
  await mia('readings.record', { kpi: 'one', period: '2026-07', value: 3 });
  await mia('readings.record', { kpi: 'two', period: '2026-07', value: 4 });
  const judged = await mia('judgements.find', { kpi });
  assert.deepEqual(
    [judged.points.map(({ value }) => value), judged.past[0]?.points.map(({ value }) => value)],
    [[7], [90, 180]],
  );
  await assert.rejects(mia('readings.record', { kpi: 'one', period: '2026-01', value: 1, reason: 'x' }), {
    code: 'conflict',
    message: /counted in EUR, and the KPI above is no longer added up in it/,
  });
  await mia('kpis.archive', { kpi: 'two' });
  assert.deepEqual((await mia('judgements.find', { kpi })).past, judged.past);
});

test('a KPI joins another one only in its unit', async (t) => {
  const { app, acme, mia } = await started(t);
  const parent = await makeKpi(app, acme.member, { unit: minutes });
  const child = { key: 'below', name: 'Below', direction: 'higher', cadence: 'monthly', parent } as const;
  await assert.rejects(mia('kpis.create', { ...child, owner: acme.member.id, unit: hours }), {
    code: 'invalid',
    field: 'unit',
  });
});

test('a key result goes on reading in its own unit, and one that could not keeps the unit of its KPI', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: minutes, direction: 'lower', ...half });
  const cycle = await makeQuarter(app, acme);
  const reads = moves('Cut it', { kpi, unit: minutes, measure: { kind: 'move', baseline: 240, target: 60 } });
  const { id } = await makeObjective(app, acme.member, cycle, { keyResults: [reads] });
  await mia('readings.record', { kpi, period: '2026-07', value: 150 });
  const progress = async () => (await mia('objectives.find', { objective: id })).keyResults[0];
  assert.equal((await progress())?.progress, 0.5);
  await mia('kpis.change', { kpi, unit: hours, validFrom: '2026-08-01' });
  await mia('readings.record', { kpi, period: '2026-07', value: 2, reason: 'counted again' });
  assert.deepEqual([(await progress())?.current, (await progress())?.progress], [120, 2 / 3]);
  await assert.rejects(mia('kpis.change', { kpi, unit: plain }), {
    code: 'conflict',
    field: 'unit',
    message: /read by the key result "Cut it" in minutes, which a plain number does not convert to/,
  });
});

test('readings that are recorded while the unit changes are each read in the unit that they were typed in', async (t) => {
  const { app, acme, mia } = await started(t);
  const kpi = await makeKpi(app, acme.member, { unit: minutes, addsUp: 'sum' });
  const keys = ['one', 'two', 'three', 'four'];
  await mia('kpis.fanOut', {
    kpi,
    children: keys.map((key) => ({ key, name: key, owner: acme.member.id })),
  });
  const months = ['01', '02', '03', '04', '05', '06', '07'];
  const record = (key: string, month: string) =>
    mia('readings.record', { kpi: key, period: `2026-${month}`, value: 60 });
  for (const key of keys) await record(key, '01');
  await Promise.all([
    ...keys.flatMap((key) => months.slice(1, 4).map((month) => record(key, month))),
    mia('kpis.change', { kpi, unit: hours }),
    ...keys.flatMap((key) => months.slice(4).map((month) => record(key, month))),
  ]);
  for (const key of keys)
    for (const { value, asTyped, unit } of await mia('readings.list', { kpi: key })) {
      assert.deepEqual(unit, hours);
      // Sixty minutes when it came before the change, sixty hours after.
      assert.equal(value, asTyped ? 1 : 60);
    }
  const parent = await mia('readings.list', { kpi });
  const children = await Promise.all(keys.map((key) => mia('readings.list', { kpi: key })));
  for (const { period, value } of parent) {
    const sum = children.flat().filter((each) => each.period === period);
    assert.equal(
      Math.round(value! * 1e6) / 1e6,
      sum.reduce((total, each) => total + each.value!, 0),
    );
  }
});

test('a gain goes on being watched in its own unit, and one that could not keeps the unit of its KPI', async (t) => {
  const { app, acme, mia } = await started(t, '2026-01-02T09:00:00.000Z');
  const admin = app.as(acme.admin);
  const before = Array.from({ length: 12 }, (_, at) => 240 + [0, 6, -6, 12, -12, 0][at % 6]!);
  const kpi = await makeKpi(app, acme.member, {
    ...{ unit: minutes, direction: 'lower', from: '2025-01-01', values: before },
  });
  const cycle = await makeQuarter(app, acme);
  const measure = { kind: 'move', baseline: 240, target: 120 } as const;
  const reads = moves('Cut it', { kpi, unit: minutes, measure });
  const { keyResults } = await makeObjective(app, acme.member, cycle, { keyResults: [reads] });
  await admin('cycles.activate', { cycle });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  await makeReadings(app, acme.member, kpi, { from: '2026-01-01', values: [180, 150, 120] });
  await admin('cycles.startGrading', { cycle });
  const graded = { fate: 'keep the gain', lesson: 'Answer sooner.', keep: { periods: 2 } } as const;
  await mia('grades.record', { keyResult: keyResults[0]!, score: 1, ...graded });
  await admin('cycles.close', { cycle });
  app.clock.now = '2026-05-02T09:00:00.000Z';
  await assert.rejects(mia('kpis.change', { kpi, unit: plain }), {
    code: 'conflict',
    field: 'unit',
    message: /The gain of the key result "Cut it" is being watched in minutes/,
  });
  await mia('readings.record', { kpi, period: '2026-04', value: 118 });
  await mia('kpis.change', { kpi, unit: hours });
  app.clock.now = '2026-06-02T09:00:00.000Z';
  await mia('readings.record', { kpi, period: '2026-05', value: 2 });
  const [watch] = await mia('sustainWatches.list', { kpi });
  assert.deepEqual([watch?.state, watch?.unit, watch?.level], ['held', minutes, 120]);
  assert.deepEqual(
    watch?.values.map(({ value }) => Math.round(value)),
    [118, 120],
  );
  // Once it is decided nothing waits for the unit any more.
  assert.equal((await mia('kpis.change', { kpi, unit: plain })).version, 3);
});
