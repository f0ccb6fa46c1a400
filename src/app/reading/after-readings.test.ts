import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';

const app = await testApp();
const call = app.as((await makeOrganisation(app)).admin);

describe('a KPI that is fanned out', () => {
  const fanned = async (
    key: string,
    addsUp: 'sum' | 'mean' | 'last' | 'min' | 'max' | 'ratio',
    depth = 2,
  ) => {
    const unit = addsUp === 'ratio' ? { kind: 'percent' as const } : { kind: 'number' as const };
    await call('kpis.create', { key, name: key, direction: 'higher', cadence: 'monthly', addsUp, unit });
    const children = Array.from({ length: depth }, (_, index) => ({
      key: `${key}-${index}`,
      name: `${key} ${index}`,
    }));
    await call('kpis.fanOut', { kpi: key, children });
  };
  const newest = async (kpi: string) => (await call('readings.list', { kpi })).at(-1);

  const ways = [
    ['sum', 7],
    ['mean', 3.5],
    ['last', 7],
    ['min', 3],
    ['max', 4],
  ] as const;
  for (const [way, expected] of ways) {
    it(`is the ${way} of its children`, async () => {
      await fanned(`by-${way}`, way);
      await call('readings.record', { kpi: `by-${way}-0`, period: '2026-01', value: 3 });
      await call('readings.record', { kpi: `by-${way}-1`, period: '2026-01', value: 4 });
      assert.equal((await newest(`by-${way}`))?.value, expected);
    });
  }

  it('is a ratio of sums, not a mean of percentages', async () => {
    await fanned('ratio', 'ratio');
    await call('readings.recordMany', {
      readings: [
        { kpi: 'ratio-0', period: '2026-01', numerator: 1, denominator: 1 },
        { kpi: 'ratio-1', period: '2026-01', numerator: 0, denominator: 99 },
      ],
    });
    const reading = await newest('ratio');
    assert.deepEqual([reading?.value, reading?.numerator, reading?.denominator], [1, 1, 100]);
  });

  it('is incomplete, with the list of who is missing, until the last child has reported', async () => {
    await fanned('calls', 'sum');
    await call('readings.record', { kpi: 'calls-0', period: '2026-01', value: 1 });
    await call('readings.record', { kpi: 'calls-1', period: '2026-01', value: 2 });
    await call('readings.record', { kpi: 'calls-0', period: '2026-02', value: 10 });
    const judged = await call('judgements.find', { kpi: 'calls' });
    assert.deepEqual([judged.newest?.period, judged.newest?.value], ['2026-01', 3]);
    assert.deepEqual(
      [judged.incomplete?.value, judged.missingChildren.map(({ key }) => key)],
      [10, ['calls-1']],
    );
    const row = (await call('panel.list', {})).find(({ key }) => key === 'calls');
    assert.equal(row?.missingChildren, 1);
    await call('readings.record', { kpi: 'calls-1', period: '2026-02', value: 5 });
    assert.deepEqual((await call('judgements.find', { kpi: 'calls' })).missingChildren, []);
    assert.equal((await newest('calls'))?.value, 15);
  });

  it('waits for a child that has never reported, and no longer for the time before its first reading', async () => {
    await fanned('shops', 'sum', 2);
    const missing = async () =>
      (await call('readings.list', { kpi: 'shops' })).map(({ period, value, missing }) => [
        period,
        value,
        missing.length,
      ]);
    for (const [period, value] of [
      ['2025-10', 1],
      ['2025-11', 2],
      ['2025-12', 3],
    ] as const)
      await call('readings.record', { kpi: 'shops-0', period, value });
    assert.deepEqual(await missing(), [
      ['2025-10', 1, 1],
      ['2025-11', 2, 1],
      ['2025-12', 3, 1],
    ]);
    assert.equal((await call('judgements.find', { kpi: 'shops' })).newest, null);

    await call('readings.record', { kpi: 'shops-1', period: '2025-12', value: 10 });
    assert.deepEqual(await missing(), [
      ['2025-10', 1, 0],
      ['2025-11', 2, 0],
      ['2025-12', 13, 0],
    ]);
    await call('readings.record', { kpi: 'shops-1', period: '2025-10', value: 10 });
    assert.deepEqual(await missing(), [
      ['2025-10', 11, 0],
      ['2025-11', 2, 1],
      ['2025-12', 13, 0],
    ]);
    const kept = await call('readings.revisions', { kpi: 'shops', period: '2025-12' });
    assert.equal(kept.length, 2, 'what stays the same makes no revision');
  });

  it('waits no longer for a child that was archived before it reported', async () => {
    await fanned('depots', 'mean', 2);
    await call('readings.record', { kpi: 'depots-0', period: '2026-01', value: 4 });
    assert.equal((await newest('depots'))?.missing.length, 1);
    await call('kpis.archive', { kpi: 'depots-1' });
    assert.equal((await newest('depots'))?.missing.length, 0);
    const row = (await call('panel.list', {})).find(({ key }) => key === 'depots');
    assert.equal(row?.missingChildren, 0);
  });

  it('climbs to the root through every level', async () => {
    await fanned('top', 'sum', 1);
    await call('kpis.fanOut', {
      kpi: 'top-0',
      children: [
        { key: 'leaf-a', name: 'a' },
        { key: 'leaf-b', name: 'b' },
      ],
    });
    await call('readings.record', { kpi: 'leaf-a', period: '2026-01', value: 2 });
    await call('readings.record', { kpi: 'leaf-b', period: '2026-01', value: 3 });
    assert.equal((await newest('top'))?.value, 5);
  });

  it('is right under fifty writers at once', async () => {
    const count = 50;
    await fanned('crowd', 'sum', count);
    const writes = Array.from({ length: count }, (_, index) =>
      call('readings.record', { kpi: `crowd-${index}`, period: '2026-01', value: index }),
    );
    await Promise.all(writes);
    const reading = await newest('crowd');
    assert.deepEqual([reading?.value, reading?.missing], [(count * (count - 1)) / 2, []]);
  });

  it('takes no readings of its own', async () => {
    await fanned('computed', 'sum');
    await assert.rejects(
      call('readings.record', { kpi: 'computed', period: '2026-01', value: 1 }),
      /computed from the KPIs below/,
    );
  });
});
