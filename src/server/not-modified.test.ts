import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';

test('a read that is asked for again answers "not modified" until something changes', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await app.as(acme.admin)('kpis.create', {
    key: 'csat',
    name: 'CSAT',
    direction: 'higher',
    cadence: 'weekly',
  });
  const authorization = `Bearer ${acme.admin.tokens.read}`;
  const panel = (headers = {}) =>
    app.server.request('/api/panel', { headers: { authorization, ...headers } });
  const first = await panel();
  const etag = first.headers.get('etag')!;
  assert.deepEqual([first.status, first.headers.get('cache-control')], [200, 'private, no-cache']);
  const again = await panel({ 'if-none-match': etag });
  assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag]);
  assert.equal((await panel({ 'if-none-match': `W/${etag}, "other"` })).status, 304);
  await app.as(acme.admin)('readings.record', { kpi: 'csat', period: '2026-W05', value: 4.2 });
  const changed = await panel({ 'if-none-match': etag });
  assert.equal(changed.status, 200);
  assert.notEqual(changed.headers.get('etag'), etag);
});
