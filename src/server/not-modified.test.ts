import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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

test('an answer is packed for those who accept it, and known by its content however it was packed', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f'])
    await app.as(acme.admin)('kpis.create', { key, name: key, direction: 'higher', cadence: 'weekly' });
  const authorization = `Bearer ${acme.admin.tokens.read}`;
  const panel = (headers = {}) =>
    app.server.request('/api/panel', { headers: { authorization, ...headers } });
  const plain = await panel();
  const text = await plain.text();
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.match(plain.headers.get('vary')!, /accept-encoding/);
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ] as const) {
    const answer = await panel({ 'accept-encoding': accepted });
    assert.equal(answer.headers.get('content-encoding'), encoding);
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.ok(bytes.length < text.length / 2);
    assert.equal(unpack[encoding](bytes).toString(), text);
    const tag = answer.headers.get('etag')!;
    const known = await panel({ 'accept-encoding': accepted, 'if-none-match': tag });
    assert.deepEqual([known.status, known.headers.get('content-encoding')], [304, null]);
  }
});

test('a short answer is left as it is', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const headers = { authorization: `Bearer ${acme.admin.tokens.read}`, 'accept-encoding': 'gzip' };
  const answer = await app.server.request('/api/me', { headers });
  assert.deepEqual([answer.status, answer.headers.get('content-encoding')], [200, null]);
  assert.equal(((await answer.json()) as { name: string }).name, 'Adam Admin');
});
