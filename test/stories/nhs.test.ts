import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PanelRow } from '#contract/judgements.ts';
import { kpiSeries } from '#web/pages/kpi/kpi-series.ts';
import { testApp } from '../app.ts';
import { makeOrganisation } from '../make.ts';
import { keyOf, performance, readNhs, withoutNhs } from './nhs-data.ts';
import { nhsPage } from './nhs-page.ts';
import { assertPage } from './page.ts';
import { runChartSvg } from './run-chart-svg.ts';

const near = (actual: number | null | undefined, expected: number, by = 1e-9) =>
  assert.ok(Math.abs(actual! - expected) <= by, `${actual} is not ${expected}`);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the emergency departments of England', { skip: withoutNhs }, async () => {
  if (withoutNhs) return;
  const nhs = readNhs();
  const app = await testApp(undefined, { now: '2019-04-10T09:00:00.000Z' });
  const england = await makeOrganisation(app, 'NHS England', { timeZone: 'Europe/London', yearStartsIn: 4 });
  const call = app.as(england.admin);
  const definition = {
    direction: 'higher',
    cadence: 'monthly',
    unit: { kind: 'percent' },
    addsUp: 'ratio',
    decimals: 1,
    graceDays: 14,
  } as const;
  const codes = [...nhs.trusts.keys()];

  it('go in as a fanned-out KPI with a floor of 95 %, a numerator and a denominator for each trust', async () => {
    const admitted = await call('kpis.create', {
      ...definition,
      ...{ key: 'admitted', name: 'Attendances that end in an admission', direction: 'lower' },
    });
    await call('kpis.create', {
      ...definition,
      ...{ key: 'england', name: 'Four-hour performance in England', counterMetrics: [admitted.id] },
    });
    const children = codes.map((code) => ({ key: keyOf(code), name: `Four-hour performance of ${code}` }));
    await call('kpis.fanOut', { kpi: 'england', children });
    const floors = ['england', ...codes.map(keyOf)].map((key) => `${key},%,higher,95`);
    const dated = await call('imports.apply', {
      content: ['key,unit,direction,floor', ...floors].join('\n'),
    });
    assert.equal(dated.kpis.changed, codes.length + 1);
    const lines = [...nhs.trusts].flatMap(([code, months]) =>
      months.map(
        ({ period, attendances, breaches }) =>
          `${keyOf(code)},${period},${attendances - breaches},${attendances}`,
      ),
    );
    const admissions = nhs.england.map(
      (month) => `admitted,${month.period},${month.admissions},${month.attendances}`,
    );
    const content = ['kpi,period,numerator,denominator', ...lines, ...admissions].join('\n');
    const done = await call('imports.apply', { content });
    assert.deepEqual(done.readings, { created: lines.length + admissions.length, changed: 0, same: 0 });
    assert.equal(done.unreadable, 0);
  });

  it('add up to England by sums, month by month, and name the trusts that are missing', async () => {
    const readings = await call('readings.list', { kpi: 'england' });
    assert.deepEqual(
      readings.map(({ period, numerator, denominator }) => [period, numerator, denominator]),
      nhs.england.map((month) => [month.period, month.attendances - month.breaches, month.attendances]),
    );
    for (const [index, month] of nhs.england.entries()) near(readings[index]?.value, performance(month));
    const reporting = [...nhs.trusts.values()].filter((months) => months.at(-1)?.period === '2019-03').length;
    assert.equal(readings.at(-1)?.missing.length, codes.length - reporting);
  });

  it('are not capable of the floor, by the limits and by every month', async () => {
    const judgement = await call('judgements.find', { kpi: 'england' });
    assert.equal(judgement.capability, 'not capable');
    assert.equal(judgement.status, 'breach');
    assert.match(judgement.whys.capability.sentence, /what this process normally does.*needs an OKR/);
    const values = nhs.england.map(performance);
    assert.ok(values.every((value) => value < 95));
    // The season's factors add up to nothing over whole years, so the level is that of the values as they are.
    const baseline = values.slice(0, 24);
    near(judgement.level, mean(baseline), 0.1);
    const ranges = baseline.slice(1).map((value, index) => Math.abs(value - baseline[index]!));
    assert.ok(mean(baseline) + 2.66 * mean(ranges) < 95, 'not even the unadjusted limits reach the floor');
    assert.ok(judgement.limits!.upper < 95 && judgement.limits!.upper > judgement.level!);
  });

  it('have the first place on the gap board, and an OKR is drafted from it and told on the page', async () => {
    const { gaps } = await call('gaps.list', {});
    const [gap] = gaps;
    assert.deepEqual([gap?.key, gap?.kind, gap?.rank], ['england', 'not capable', 1]);
    const cycle = await call('cycles.create', { kind: 'year', starts: '2019-04-10' });
    const draft = await call('gaps.draft', { kpi: 'england', cycle: cycle.id });
    const objective = await call('objectives.find', { objective: draft.objective });
    const judgement = await call('judgements.find', { kpi: 'england' });
    const [keyResult] = objective.keyResults;
    const baseline = Number(judgement.level!.toFixed(1));
    assert.deepEqual(keyResult?.measure, { kind: 'move', baseline, target: 95 });
    assert.deepEqual(
      [keyResult?.kpi?.key, keyResult?.guardrails.map(({ key }) => key), objective.gapKpi?.key],
      ['england', ['admitted'], 'england'],
    );
    const [decision] = await call('gaps.decisions', { kpi: 'england' });
    assert.deepEqual([decision?.kind, decision?.objective], ['write an OKR', objective.id]);

    const panel = await call('panel.list', { parent: 'england', children: true });
    const trusts = panel.filter(({ key }) => key.startsWith('trust-'));
    const newest = [...nhs.trusts.values()].flatMap((months) =>
      months.filter(({ period }) => period === '2019-03'),
    );
    const met = newest.filter((month) => performance(month) >= 95).length;
    assert.equal(trusts.filter(({ status }) => status === 'healthy').length, met);
    assert.equal(trusts.filter(({ status }) => status === 'breach').length, newest.length - met);
    const those = (capability: PanelRow['capability']) =>
      trusts.filter((row) => row.capability === capability).length;
    const majors = trusts.filter(({ key }) => nhs.major.has(key));
    const facts = {
      majors: { all: majors.length, capable: majors.filter((row) => row.capability === 'capable').length },
      ...{ nhs, judgement, gap: gap!, objective, met, reporting: newest.length },
      trusts: {
        ...{ capable: those('capable'), 'hit and miss': those('hit and miss') },
        ...{ 'not capable': those('not capable'), 'too few': those(null) },
      },
    };
    assertPage('nhs.md', nhsPage(facts));
    const series = kpiSeries(judgement, { yearStartsIn: 4 });
    const title =
      'Four-hour performance in England, April 2016 to March 2019, with limits and the floor of 95 %';
    assertPage('nhs.svg', runChartSvg(series, { width: 900, height: 340 }, title));
  });
});
