import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { makeFormulas } from '../../test/make-formulas.ts';
import { jobs } from './jobs.ts';
import { recomputing } from './recomputing.ts';

const quick = { everySeconds: 0.5, retrySeconds: 1 };

test('what more than 1,000 KPIs depend on is computed by the job at its next round, and at once when it runs already', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const call = app.as(acme.admin);
  const headcount = await call('kpis.create', {
    ...{ key: 'headcount', name: 'Headcount', direction: 'higher', cadence: 'monthly' },
  });
  const formulas = Array.from({ length: 1_001 }, (_, index) => ({
    ...{ key: `per-head-${index}`, formula: `headcount * ${index}`, inputs: [headcount.id] },
  }));
  await makeFormulas(app, acme.id, formulas);
  const newest = async () => (await call('readings.list', { kpi: 'per-head-1000' })).at(-1)?.value;
  const until = async (value: number) => {
    const deadline = performance.now() + 30_000;
    while ((await newest()) !== value) {
      assert.ok(performance.now() < deadline, 'it is still not computed after half a minute');
      await sleep(100);
    }
  };
  await call('readings.record', { kpi: 'headcount', period: '2026-01', value: 2 });
  assert.equal(await newest(), undefined);
  const faults: unknown[] = [];
  const running = jobs([recomputing(app.tandem)], app.database, (fault) => faults.push(fault), quick);
  await running.start();
  t.after(() => running.stop());
  await until(2_000);
  await call('readings.record', { kpi: 'headcount', period: '2026-02', value: 3 });
  running.changed(acme.id, [{ kind: 'kpi.queued', subject: headcount.id }]);
  await until(3_000);
  const { entries } = await call('audit.list', {});
  assert.ok(entries.some(({ kind }) => kind === 'kpi.queued'));
  assert.deepEqual(faults, []);
});
