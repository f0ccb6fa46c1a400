import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addDays } from '#domain/time/day.ts';
import { periodOf, periodsBetween } from '#domain/time/period.ts';
import { testApp } from '../app.ts';
import { makeOrganisation } from '../make.ts';

const folder = new URL('../../../shared/data/company/', import.meta.url);
const skip = existsSync(folder) ? false : 'needs the company files of ../shared, which are not here';
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');

type Truth = { kind: string; at?: number };

describe('a support software company', { skip }, async () => {
  if (skip) return;
  const truths = JSON.parse(text('company-truth.json')) as Record<string, Truth>;
  const app = await testApp(undefined, { now: '2026-11-22T12:00:00.000Z' });
  const company = await makeOrganisation(app, 'Company', { timeZone: 'Europe/Berlin' });
  const call = app.as(company.admin);
  const of = (...kinds: string[]) => {
    const found = Object.keys(truths).filter((key) => kinds.includes(truths[key]!.kind));
    assert.notEqual(found.length, 0, `no series is ${kinds}`);
    return found;
  };
  const panel = async () => new Map((await call('panel.list', {})).map((row) => [row.key, row]));

  it('imports its definitions, its readings and its scorecard', async () => {
    for (const name of ['company-kpis.csv', 'company-readings.csv', 'company-sheet.csv']) {
      const content = readFileSync(new URL(name, folder)).toString('base64');
      await call('imports.apply', { name, content, encoding: 'base64' });
    }
    assert.equal((await panel()).size, 24);
  });

  it('hears the series that shifted, in the right sense', async () => {
    const rows = await panel();
    for (const key of of('shift-up', 'shift-down')) {
      const row = rows.get(key)!;
      const isBetter = (truths[key]!.kind === 'shift-up') === (row.direction === 'higher');
      assert.equal(row.sense, isBetter ? 'improvement' : 'deterioration', key);
    }
    for (const key of of('trend', 'improving')) assert.equal(rows.get(key)?.sense, 'improvement', key);
    for (const key of of('declining')) assert.equal(rows.get(key)?.sense, 'deterioration', key);
    for (const key of of('outlier')) assert.equal(rows.get(key)?.signal, 'beyond-limits', key);
  });

  it('hears nothing in noise, in gaps, at a crossing of zero and in a season', async () => {
    const rows = await panel();
    for (const key of of('noise', 'gaps', 'crosses-zero', 'seasonal'))
      assert.equal(rows.get(key)?.signal, null, key);
    const [seasonal] = of('seasonal');
    const { season, notices } = await call('judgements.find', { kpi: seasonal! });
    assert.equal(season?.period, 52);
    assert.ok(notices.some(({ kind }) => kind === 'seasonal'));
  });

  it('calls the stale series overdue, and no other', async () => {
    for (const [key, { status }] of await panel())
      assert.equal(status === 'overdue', truths[key]?.kind === 'stale', key);
  });

  it('tells what is not capable that scolding will not help', async () => {
    const rows = await panel();
    for (const key of of('capable')) assert.equal(rows.get(key)?.capability, 'capable', key);
    for (const key of of('hit-and-miss')) assert.equal(rows.get(key)?.capability, 'hit and miss', key);
    for (const key of of('not-capable')) {
      const { whys } = await call('judgements.find', { kpi: key });
      assert.match(whys.capability.sentence, /is what this process normally does/, key);
    }
    assert.equal(rows.get('resolved-first')?.capability, 'not capable');
  });

  it('ranks what is not capable first on the gap board, and leaves noise alone', async () => {
    const { gaps, noise } = await call('gaps.list', {});
    assert.deepEqual([gaps[0]?.key, gaps[0]?.kind, gaps[0]?.rank], ['resolved-first', 'not capable', 1]);
    assert.match(gaps[0]!.why.sentence, /needs an OKR/);
    const kinds = gaps.map(({ kind }) => kind);
    assert.ok(kinds.indexOf('desired') > kinds.lastIndexOf('hit and miss'), kinds.join(', '));
    for (const gap of noise) {
      assert.equal(gap.capability, 'capable', gap.key);
      await assert.rejects(call('gaps.draft', { kpi: gap.key, cycle: gap.kpi }), { code: 'invalid' });
    }
  });

  it('closes the gap by an OKR: drafted, activated, checked in, graded, its gain kept and watched', async () => {
    const cycle = (await call('cycles.create', { kind: 'quarter', starts: '2027-01-01' })).id;
    const { objective, keyResult } = await call('gaps.draft', { kpi: 'resolved-first', cycle });
    const { level } = await call('judgements.find', { kpi: 'resolved-first' });
    const drafted = await call('keyResults.find', { keyResult });
    const baseline = Number(level!.toFixed(1));
    assert.deepEqual(drafted.measure, { kind: 'move', baseline, target: 90 });

    // Answers come to stand in the product in the second week of January: the share jumps to 92 % and stays there.
    const tickets = 500;
    const weeks = periodsBetween('2026-W47', '2027-W12');
    const share = (period: string, index: number) =>
      (period < '2027-W02' ? baseline : 92) + [0.6, -0.5, 0.2, -0.4][index % 4]!;
    let solved = 0;
    for (const [index, period] of weeks.entries()) {
      const monday = addDays('2026-11-16', index * 7);
      app.clock.now = `${addDays(monday, 7)}T08:00:00.000Z`;
      if (period === '2027-W01') await call('cycles.activate', { cycle });
      solved = Math.round((tickets * share(period, index)) / 100);
      await call('readings.record', {
        kpi: 'resolved-first',
        period,
        numerator: solved,
        denominator: tickets,
      });
      if (period > '2027-W01')
        await call('checkIns.record', { keyResult, confidence: Math.min(9, 4 + Math.floor(index / 4)) });
    }
    const running = await call('keyResults.find', { keyResult });
    assert.equal(running.current, (100 * solved) / tickets);
    assert.ok(Math.abs(running.progress! - (running.current! - baseline) / (90 - baseline)) < 1e-9);
    assert.ok(running.progress! > 1, 'beyond the target, and shown so');
    assert.equal(running.checkIns.length, 11);
    assert.equal((await call('objectives.find', { objective })).progress, 1, 'but counted as 1');

    app.clock.now = '2027-04-02T08:00:00.000Z';
    await call('cycles.startGrading', { cycle });
    const [graded] = (await call('grades.list', { cycle })).objectives;
    const [sheet] = graded!.keyResults;
    assert.deepEqual([sheet?.suggested, sheet?.signal?.sense, sheet?.asks], [1, 'improvement', []]);
    await call('grades.record', {
      keyResult,
      score: 1,
      fate: 'keep the gain',
      lesson: 'Answers in the product solve more than answers by mail.',
      keep: { raise: 'phase', level: 92 },
    });
    assert.equal((await call('cycles.close', { cycle })).state, 'closed');
    await assert.rejects(call('objectives.change', { objective, title: 'Better' }), { code: 'closed' });
    const [watch] = await call('sustainWatches.list', { objective });
    assert.deepEqual([watch?.state, watch?.periods, watch?.level], ['watching', 6, 92]);
  });

  it('tells that the gain has held after six more weeks, and where the level is now', async () => {
    const [watch] = await call('sustainWatches.list', { kpi: 'resolved-first' });
    const weeks = periodsBetween(watch!.fromPeriod, periodOf('weekly', '2027-05-20'));
    for (const [index, period] of weeks.slice(0, 6).entries()) {
      app.clock.now = `${addDays('2027-04-12', 7 * index)}T08:00:00.000Z`;
      const numerator = Math.round(5 * (92 + [0.4, -0.3, 0.5, -0.2, 0.1, 0.3][index]!));
      await call('readings.record', { kpi: 'resolved-first', period, numerator, denominator: 500 });
    }
    const [held] = await call('sustainWatches.list', { kpi: 'resolved-first' });
    assert.deepEqual([held?.state, held?.seen], ['held', 6]);
    assert.match(held!.sentence, /held for 6 periods/);
    const judgement = await call('judgements.find', { kpi: 'resolved-first' });
    assert.equal(judgement.capability, 'capable');
    assert.ok(judgement.level! > 90, 'the new phase has the new level');
    assert.ok(judgement.phases.length > 1, 'and the old one stays visible');
    const { gaps } = await call('gaps.list', {});
    assert.ok(!gaps.some(({ key, kind }) => key === 'resolved-first' && kind === 'not capable'));
  });
});
