import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refused } from '#contract/refused.ts';
import { shift } from '#domain/time/period.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';

const app = await testApp(undefined, { now: '2026-03-04T12:00:00.000Z' });
const acme = await makeOrganisation(app);
const call = app.as(acme.admin);
const wave = [0.4, -0.7, 0.1, 0.9, -0.5, -0.2, 0.6, -0.6, 0.3, -0.3];

type Lines = {
  floor?: number;
  ceiling?: number;
  warningFloor?: number;
  desired?: number;
  desiredBy?: string;
};

async function kpi(
  key: string,
  level: number,
  lines: Lines,
  options: { last?: number; weight?: number; counter?: string } = {},
) {
  const { id } = await call('kpis.create', {
    key,
    name: `KPI ${key}`,
    direction: lines.ceiling === undefined ? 'higher' : 'lower',
    cadence: 'weekly',
    weight: options.weight ?? 1,
    owner: acme.member.id,
    counterMetrics: options.counter ? [options.counter] : [],
  });
  await call('thresholds.record', { kpi: key, from: '2025-01-01', ...lines });
  const values = Array.from({ length: 30 }, (_, index) => level + wave[index % wave.length]!);
  if (options.last !== undefined) values[29] = options.last;
  await call('readings.recordMany', {
    readings: values.map((value, index) => ({ kpi: key, period: shift('2026-W09', index - 29), value })),
  });
  return id;
}

const guarded = await kpi('quality', 90, {});
await kpi('never', 50, { floor: 80 }, { weight: 1 });
await kpi('never-heavy', 50, { floor: 80, desired: 85 }, { weight: 3, counter: guarded });
await kpi('luck', 80.1, { floor: 80 });
await kpi('wish', 50, { desired: 60, desiredBy: '2026-12-31' });
await kpi('fine', 90, { floor: 80 });
await kpi('noisy', 90, { floor: 80, warningFloor: 89.5 }, { last: 88.9 });

describe('the gap board', () => {
  it('ranks what cannot be negotiated and is not capable first, then hit and miss, then wishes; by gap × weight within', async () => {
    const { gaps, quiet } = await call('gaps.list', {});
    assert.deepEqual(
      gaps.map(({ key, kind, rank }) => [rank, key, kind]),
      [
        [1, 'never-heavy', 'not capable'],
        [2, 'never', 'not capable'],
        [3, 'luck', 'hit and miss'],
        [4, 'wish', 'desired'],
      ],
    );
    assert.equal(quiet, 2);
  });

  it('shows level, what is wanted, the gap in units and sigma, and the sentence that says why', async () => {
    const never = (await call('gaps.list', {})).gaps.find(({ key }) => key === 'never')!;
    assert.deepEqual([never.wanted, never.wantedIs], [80, 'floor']);
    assert.equal(never.gap, 80 - never.level!);
    assert.ok(Math.abs(never.level! - 50) < 0.1 && never.sigmas! > 20);
    assert.match(never.why.sentence, /Non-negotiable and not capable.*needs an OKR/);
    const wish = (await call('gaps.list', {})).gaps.find(({ key }) => key === 'wish')!;
    assert.deepEqual([wish.wanted, wish.wantedIs, wish.wantedBy], [60, 'desired level', '2026-12-31']);
  });

  it('lists a bad point of a capable process as noise, to be left alone', async () => {
    const { noise } = await call('gaps.list', {});
    assert.deepEqual(
      noise.map(({ key, rank }) => [key, rank]),
      [['noisy', null]],
    );
    assert.match(noise[0]!.why.sentence, /leave it alone/);
  });

  it('tells the gap of one KPI by itself, and of one without any that there is none', async () => {
    const { gaps, noise } = await call('gaps.list', {});
    for (const each of [...gaps, ...noise])
      assert.deepEqual((await call('gaps.find', { kpi: each.key })).gap, { ...each, rank: null });
    const { key } = (await call('kpis.list', {})).find(
      ({ id }) => ![...gaps, ...noise].some(({ kpi }) => kpi === id),
    )!;
    assert.equal((await call('gaps.find', { kpi: key })).gap, null);
    await assert.rejects(call('gaps.find', { kpi: 'nobody' }), { code: 'not_found' });
  });

  it('keeps decisions with their reason; an acceptance needs an end, and stands until then', async () => {
    const decide = { kpi: 'luck', kind: 'accept', reason: 'the new tool comes in June' } as const;
    await assert.rejects(
      call('gaps.decide', decide),
      (fault) => fault instanceof Refused && fault.field === 'until',
    );
    await call('gaps.decide', { ...decide, until: '2026-03-05' });
    const standing = async () =>
      (await call('gaps.list', {})).gaps.find(({ key }) => key === 'luck')!.decision?.kind ?? null;
    assert.equal(await standing(), 'accept');
    app.clock.now = '2026-03-06T12:00:00.000Z';
    assert.equal(await standing(), null);
    assert.deepEqual(
      (await call('gaps.decisions', { kpi: 'luck' })).map(({ reason }) => reason),
      ['the new tool comes in June'],
    );
  });

  it('drafts the OKR that closes a gap, linked both ways', async () => {
    const cycle = await call('cycles.create', { kind: 'quarter', starts: '2026-04-01' });
    const { objective, keyResult } = await call('gaps.draft', { kpi: 'never-heavy', cycle: cycle.id });
    const drafted = await call('objectives.find', { objective });
    const [result] = drafted.keyResults;
    assert.deepEqual(
      [drafted.gapKpi?.key, drafted.owner, drafted.cycle.id, drafted.commitment],
      ['never-heavy', acme.member.id, cycle.id, 'committed'],
    );
    assert.deepEqual(
      [result?.id, result?.kpi?.key, result?.measure.kind, result?.guardrails.map(({ key }) => key)],
      [keyResult, 'never-heavy', 'move', ['quality']],
    );
    assert.ok(result?.measure.kind === 'move');
    assert.equal(result.measure.target, 85);
    assert.ok(Math.abs(result.measure.baseline - 50) < 0.1);
    const gap = (await call('gaps.list', {})).gaps.find(({ key }) => key === 'never-heavy')!;
    assert.deepEqual(
      [gap.objectives.map(({ id }) => id), gap.decision?.kind, gap.decision?.objective],
      [[objective], 'write an OKR', objective],
    );
    const judged = await call('judgements.find', { kpi: 'never-heavy' });
    assert.deepEqual(judged.objectives.map(({ link }) => link).sort(), [
      'from its gap',
      'improves',
      'measured by',
    ]);
  });

  it('drafts nothing for noise, and nothing where nothing is asked', async () => {
    const cycle = await call('cycles.create', { kind: 'quarter', starts: '2026-07-01' });
    await assert.rejects(call('gaps.draft', { kpi: 'noisy', cycle: cycle.id }), /chase chance/);
    await assert.rejects(call('gaps.draft', { kpi: 'quality', cycle: cycle.id }), /Nothing is asked/);
  });
});
