import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Input } from '#contract/index.ts';
import { testApp } from '../app.ts';
import { makeOrganisation } from '../make.ts';

const app = await testApp();
const acme = await makeOrganisation(app, 'acme', { yearStartsIn: 1 });
const call = app.as(acme.owner);

type Facts = Partial<Input<'kpis.create'>>;

async function define(key: string, facts: Facts = {}) {
  return call('kpis.create', { key, name: key, direction: 'higher', cadence: 'monthly', ...facts });
}

async function record(kpi: string, values: Record<string, number>, reason?: string) {
  const readings = Object.entries(values).map(([period, value]) => ({ kpi, period, value }));
  await call('readings.recordMany', { readings, ...(reason && { reason }) });
}

async function values(kpi: string): Promise<Record<string, number | null>> {
  const rows = await call('readings.list', { kpi });
  return Object.fromEntries(rows.map(({ period, value }) => [period, value]));
}

describe('formulas, from what is recorded to what is shown', () => {
  it('gives lost / customers for months that are there already and for those that come', async () => {
    await define('lost');
    await define('customers');
    await record('lost', { '2026-01': 3, '2026-02': 5 });
    await record('customers', { '2026-01': 200 });
    await define('churn', { formula: '100*lost / customers', unit: { kind: 'percent' }, addsUp: 'ratio' });
    assert.deepEqual(await values('churn'), { '2026-01': 1.5, '2026-02': null });
    const [january, february] = await call('readings.list', { kpi: 'churn' });
    assert.deepEqual([january!.source, january!.numerator, january!.denominator], ['formula', 3, 200]);
    assert.equal(february!.note, 'customers has no value for 2026-02');
    await record('customers', { '2026-02': 250 });
    assert.deepEqual(await values('churn'), { '2026-01': 1.5, '2026-02': 2 });
    await record('customers', { '2026-01': 0 }, 'a slip');
    const [corrected] = await call('readings.list', { kpi: 'churn' });
    assert.deepEqual(
      [corrected!.value, corrected!.note, corrected!.revision],
      [null, 'division by zero: customers is 0 for 2026-01', 2],
    );
  });

  it('gives a rolling mean, the year to date and the value of a month earlier', async () => {
    await define('csat');
    await define('csat-3', { formula: 'avg(csat, 3)' });
    await define('sales', { addsUp: 'sum' });
    await define('sales-ytd', { formula: 'ytd(sales)' });
    await define('growth', { formula: 'sales / lag(sales, 1) - 1' });
    await record('csat', { '2025-11': 4, '2025-12': 4.5, '2026-01': 5, '2026-02': 4 });
    await record('sales', { '2025-12': 100, '2026-01': 110, '2026-02': 55 });
    assert.deepEqual(await values('csat-3'), {
      '2025-11': null,
      '2025-12': null,
      '2026-01': 4.5,
      '2026-02': 4.5,
    });
    assert.equal((await values('sales-ytd'))['2026-02'], 165);
    assert.deepEqual((await values('growth'))['2026-02'], -0.5);
    await record('csat', { '2025-11': 1 }, 'a slip');
    assert.equal((await values('csat-3'))['2026-01'], 3.5);
  });

  it('rolls a daily KPI up to the month of its formula, marked while days are missing', async () => {
    await define('calls', { cadence: 'daily', addsUp: 'sum' });
    await define('staff');
    await define('calls-a-head', { formula: 'monthly(calls) / staff' });
    await record('staff', { '2026-02': 10 });
    const days = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`);
    await record('calls', Object.fromEntries(days.slice(0, 26).map((day) => [day, 100])));
    const [short] = await call('readings.list', { kpi: 'calls-a-head' });
    assert.equal(short!.value, 260);
    assert.equal(short!.note, 'incomplete: calls has no value for 2026-02-27 and 1 more period');
    assert.deepEqual(short!.missing, [(await call('kpis.find', { kpi: 'calls' })).id]);
    await record('calls', { '2026-02-27': 100, '2026-02-28': 100 });
    const [whole] = await call('readings.list', { kpi: 'calls-a-head' });
    assert.deepEqual([whole!.value, whole!.note, whole!.missing], [280, null, []]);
    const slow = await call('readings.rolledUp', { kpi: 'calls', cadence: 'monthly' });
    assert.deepEqual(slow, [
      {
        ...{ period: '2026-02', starts: '2026-02-01', value: 2800, numerator: null, denominator: null },
        ...{ missing: [], incomplete: [], partial: false },
      },
    ]);
  });
});
