import type { Input } from '#contract/index.ts';
import type { TestApp } from './app.ts';
import { makeOrganisation } from './make.ts';

/** An organisation of its own in which monthly KPIs are defined, recorded and read by their keys, as its owner. */
export async function monthlyKpis(app: TestApp, name: string) {
  const acme = await makeOrganisation(app, name);
  const call = app.as(acme.owner);
  const define = (key: string, facts: Partial<Input<'kpis.create'>> = {}) =>
    call('kpis.create', { key, name: key.toUpperCase(), direction: 'higher', cadence: 'monthly', ...facts });
  const record = (kpi: string, values: Record<string, number>) =>
    call('readings.recordMany', {
      readings: Object.entries(values).map(([period, value]) => ({ kpi, period, value })),
      reason: 'as the test says',
    });
  const values = async (kpi: string) =>
    Object.fromEntries((await call('readings.list', { kpi })).map(({ period, value }) => [period, value]));
  return { acme, call, define, record, values };
}
