import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shift } from '#domain/time/period.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { refusedAs } from '../../../test/refused-as.ts';

const app = await testApp(undefined, { now: '2026-03-04T12:00:00.000Z' });
const acme = await makeOrganisation(app);
const call = app.as(acme.admin);
const wave = [0.4, -0.7, 0.1, 0.9, -0.5, -0.2, 0.6, -0.6, 0.3, -0.3];

async function makeKpi(
  key: string,
  given: {
    values: number[];
    cadence?: 'weekly' | 'monthly';
    direction?: 'higher' | 'lower' | 'within';
    unit?: { kind: 'percent' } | { kind: 'number' };
    lines?: { floor?: number; ceiling?: number; desired?: number; desiredBy?: string };
    last?: string;
  },
) {
  const { values, cadence = 'monthly', direction = 'higher', unit = { kind: 'number' }, lines } = given;
  const last = given.last ?? (cadence === 'monthly' ? '2026-02' : '2026-W09');
  await call('kpis.create', { key, name: `KPI ${key}`, cadence, direction, unit, decimals: 1 });
  if (lines) await call('thresholds.record', { kpi: key, from: '2020-01-01', ...lines });
  await call('readings.recordMany', {
    readings: values.map((value, index) => ({
      kpi: key,
      period: shift(last, index - values.length + 1),
      value,
    })),
  });
}

const about = (level: number, count: number, size = 1) =>
  Array.from({ length: count }, (_, index) => level + size * wave[(index * 7) % 10]!);

describe('a forecast of a KPI', () => {
  it('has a row for each period to the end of the cycle that holds today, with rising quantiles', async () => {
    await makeKpi('csat', { values: about(80, 36), lines: { floor: 80.5 } });
    const before = await call('forecasts.find', { kpi: 'csat' });
    assert.deepEqual([before.until, before.untilIs], ['2026-05-31', '3 periods on']);
    const { id } = await call('cycles.create', { kind: 'quarter', starts: '2026-01-01' });
    await call('cycles.activate', { cycle: id });
    const made = await call('forecasts.find', { kpi: 'csat' });
    assert.deepEqual([made.until, made.untilIs], ['2026-03-31', 'the end of 2026 Q1']);
    assert.deepEqual(
      made.periods.map(({ period, starts, ends }) => [period, starts, ends]),
      [['2026-03', '2026-03-01', '2026-03-31']],
    );
    const longer = await call('forecasts.find', { kpi: 'csat', until: '2026-06-29' });
    assert.deepEqual(
      longer.periods.map(({ period }) => period),
      ['2026-03', '2026-04', '2026-05'],
      'June is not over by then',
    );
    for (const { quantiles } of longer.periods) {
      const rising = ['0.025', '0.05', '0.1', '0.25', '0.5', '0.75', '0.9', '0.95', '0.975'].map(
        (level) => quantiles[level]!,
      );
      assert.deepEqual(
        rising,
        rising.toSorted((a, b) => a - b),
      );
      assert.ok(rising[4]! > 79.5 && rising[4]! < 80.5);
    }
  });

  it('says its method, its history and whether the season counted', async () => {
    const { method, points, from, newest, season, why } = await call('forecasts.find', { kpi: 'csat' });
    assert.deepEqual([method, points, from, newest], ['Theta', 36, '2023-03', '2026-02']);
    assert.match(season!, /^not counted: the months of the year do not repeat/);
    assert.match(why.sentence, /If nothing changes\. Made of 36 values from 2023-03 to 2026-02\./);
    assert.deepEqual(
      why.inputs.map(({ name }) => name),
      ['method', 'history', 'season', 'weight of the newest value', 'bounds'],
    );
  });

  it('gives the odds of the threshold, or of any value, on that day and on some day until then', async () => {
    const { odds } = await call('forecasts.find', { kpi: 'csat', until: '2026-06-30' });
    assert.deepEqual(odds!.target, { atLeast: 80.5 });
    assert.equal(odds!.period, '2026-06');
    assert.ok(
      odds!.at > 0.05 && odds!.at < 0.45 && odds!.by > odds!.at && odds!.by < 0.95,
      JSON.stringify(odds),
    );
    assert.match(odds!.atWords, /^about \d+%$/);
    assert.match(
      odds!.sentence,
      /^If nothing changes there is a chance of about \d+% that it is at least 80\.5 on 2026-06-30, and of about \d+% that it is in some period until then\.$/,
    );
    const soon = await call('forecasts.find', { kpi: 'csat', until: '2026-03-31' });
    assert.equal(soon.odds!.at, soon.odds!.by, 'there is but one period until then');
    assert.match(soon.odds!.sentence, /at least 80\.5 on 2026-03-31\.$/);
    const sure = await call('forecasts.find', { kpi: 'csat', until: '2026-06-30', target: 70 });
    assert.deepEqual([sure.odds!.atWords, sure.odds!.at > 0.99], ['over 95%', true]);
    const never = await call('forecasts.find', { kpi: 'csat', until: '2026-06-30', target: 99 });
    assert.deepEqual([never.odds!.atWords, never.odds!.byWords], ['under 5%', 'under 5%']);
  });

  it('is refused below eight complete periods, with the reason', async () => {
    await makeKpi('young', { values: [5, 6, 5, 7, 6, 5, 6, 7], last: '2026-03' });
    const made = await call('forecasts.find', { kpi: 'young' });
    assert.equal(
      made.refused,
      'A forecast needs at least 8 complete periods with a value, and there are only 7.',
      'March is not over',
    );
    assert.deepEqual([made.periods, made.odds, made.why.sentence], [[], null, made.refused]);
  });

  it('keeps a percentage between 0 and 100', async () => {
    await makeKpi('uptime', { values: about(99.2, 30, 0.8), unit: { kind: 'percent' } });
    const { periods, why } = await call('forecasts.find', { kpi: 'uptime', until: '2026-12-31' });
    for (const { quantiles } of periods) assert.ok(quantiles['0.975']! <= 100 && quantiles['0.975']! > 99.2);
    assert.ok(why.inputs.some(({ value }) => value.startsWith('never outside its bounds')));
  });

  it('starts anew with a phase that a person began, once it has eight points', async () => {
    await makeKpi('moved', { values: [...about(10, 20), ...about(50, 8)] });
    const before = await call('forecasts.find', { kpi: 'moved' });
    assert.equal(before.points, 28);
    await call('phases.create', { kpi: 'moved', from: '2025-07', reason: 'a new product' });
    const after = await call('forecasts.find', { kpi: 'moved' });
    assert.deepEqual([after.points, after.from], [8, '2025-07']);
    assert.match(after.why.sentence, /since the present phase began/);
  });

  it('can be made as it could have been at an instant', async () => {
    await call('readings.record', { kpi: 'csat', period: '2026-02', value: 20, reason: 'a correction' });
    const [now, then] = [
      await call('forecasts.find', { kpi: 'csat' }),
      await call('forecasts.find', { kpi: 'csat', asOf: app.clock.now }),
    ];
    assert.equal(now.periods[0]!.quantiles['0.5'], then.periods[0]!.quantiles['0.5']);
    app.clock.now = '2026-03-05T12:00:00.000Z';
    await call('readings.record', { kpi: 'csat', period: '2026-02', value: 80, reason: 'back again' });
    const later = await call('forecasts.find', { kpi: 'csat' });
    const earlier = await call('forecasts.find', { kpi: 'csat', asOf: '2026-03-04T12:00:00.000Z' });
    assert.equal(earlier.periods[0]!.quantiles['0.5'], then.periods[0]!.quantiles['0.5']);
    assert.ok(later.periods[0]!.quantiles['0.5']! > earlier.periods[0]!.quantiles['0.5']!);
  });

  it('is of a day to come, and not of one beyond all knowledge', async () => {
    await assert.rejects(
      call('forecasts.find', { kpi: 'csat', until: '2026-03-01' }),
      refusedAs('invalid', /2026-03-01 has passed/),
    );
    await assert.rejects(
      call('forecasts.find', { kpi: 'csat', until: '2999-12-31' }),
      refusedAs('invalid', /ask for at most 366/),
    );
    await makeKpi('old', { values: about(5, 20), cadence: 'weekly', last: '2015-W20' });
    assert.match(
      (await call('forecasts.find', { kpi: 'old' })).refused!,
      /newest value is of 2015-W20, too long ago/,
    );
  });
});

describe('the gap board', () => {
  it('gives the odds of each gap closing by itself, by the day wanted, else by the end of the cycle', async () => {
    await makeKpi('hopeless', { values: about(50, 30), lines: { floor: 60 } });
    await makeKpi('chance', { values: about(50, 30), lines: { floor: 50 } });
    await makeKpi('wish', { values: about(50, 30), lines: { desired: 50.4, desiredBy: '2026-09-30' } });
    await makeKpi('band', {
      values: about(50, 30),
      direction: 'within',
      lines: { floor: 49.9, ceiling: 50.1 },
    });
    await makeKpi('new', { values: about(5, 7), lines: { floor: 60 } });
    const { gaps } = await call('gaps.list', {});
    const of = (key: string) => gaps.find((gap) => gap.key === key)!.unaided;
    assert.deepEqual(
      [of('hopeless')!.words, of('hopeless')!.by, of('hopeless')!.byIs],
      ['under 5%', '2026-03-31', 'the end of 2026 Q1'],
    );
    assert.ok(of('chance')!.probability > 0.3 && of('chance')!.probability < 0.7);
    assert.equal(of('wish')!.by, '2026-09-30');
    assert.ok(of('band')!.probability < 0.4);
    assert.equal(of('new'), null);
    assert.match(
      of('chance')!.why.sentence,
      /^If nothing changes there is a chance of about \d+% that it gets there by itself by 2026-03-31\.$/,
    );
    assert.deepEqual(of('chance')!.why.inputs.slice(0, 3), [
      { name: 'asked', value: 'at least 50.0' },
      { name: 'day', value: '2026-03-31, the end of 2026 Q1' },
      { name: 'period', value: '2026-03' },
    ]);
    const wish = await call('forecasts.find', { kpi: 'wish', until: '2026-09-30' });
    assert.equal(wish.odds!.at, of('wish')!.probability, 'the page of the KPI says the same');
  });
});
