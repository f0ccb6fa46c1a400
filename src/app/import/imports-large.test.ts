import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shift } from '#domain/time/period.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';

it('100,000 readings are imported in one transaction and tell how far they are', async (t) => {
  const app = await testApp(t, { now: '2026-03-04T12:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const call = app.as(acme.admin);
  const keys = Array.from({ length: 640 }, (_, index) => `kpi-${index}`);
  const definitions = keys.map((key) => `${key},The ${key},count,higher,weekly,mean,10`);
  await call('imports.apply', {
    content: ['key,name,unit,direction,cadence,adds up,floor', ...definitions].join('\n'),
  });
  const periods = Array.from({ length: 157 }, (_, index) => shift('2023-W01', index));
  const lines = keys.flatMap((key, k) =>
    periods.map((period, p) => `${key},${period},${(50 + 10 * Math.sin(k + p * p)).toFixed(2)}`),
  );
  const content = ['kpi,period,value', ...lines].join('\n');
  const told: number[] = [];
  const started = performance.now();
  const done = await call('imports.apply', { content }, { onProgress: (count) => told.push(count) });
  t.diagnostic(`${lines.length} readings in ${Math.round(performance.now() - started)} ms`);
  assert.deepEqual(done.readings, { created: lines.length, changed: 0, same: 0 });
  assert.ok(told.length > 10, `progress was told ${told.length} times`);
  assert.deepEqual(
    told,
    [...told].sort((a, b) => a - b),
  );
  assert.equal(told.at(-1), lines.length);
  const again = performance.now();
  const seen = await call('imports.preview', { content });
  t.diagnostic(`previewed again in ${Math.round(performance.now() - again)} ms`);
  assert.deepEqual([seen.counts.create, seen.counts.change, seen.counts.same], [0, 0, lines.length]);
  assert.equal((await call('panel.list', {})).filter(({ status }) => status === 'healthy').length, 0);
  assert.equal((await call('readings.list', { kpi: 'kpi-639' })).length, 157);
});

it('50 MB are refused with a sentence, and the process goes on', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const call = app.as(acme.admin);
  const line = 'calls,2026-W01,1234\n';
  const content = line.repeat(50_000_000 / line.length);
  for (const name of ['imports.preview', 'imports.apply'] as const)
    await assert.rejects(call(name, { content }), {
      code: 'too_large',
      message: /48 MB: import at most 12 MB/,
    });
  const base64 = Buffer.from(content).toString('base64');
  await assert.rejects(call('imports.apply', { content: base64, encoding: 'base64' }), {
    code: 'too_large',
    message: /64 MB|12 MB/,
  });
  assert.equal((await call('people.me', {})).name, acme.admin.name);
});
