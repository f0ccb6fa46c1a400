import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { pages } from './page.ts';
import type { Carried } from './rest.ts';

const script = `console.log(${JSON.stringify('tandem '.repeat(500))})`;

function built(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-web-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>Tandem');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), script);
  writeFileSync(join(folder, 'mark.svg'), '<svg/>');
  const app = new Hono<Carried>();
  pages(app, folder);
  return app;
}

test('the page carries a nonce of its own, which its policy allows', async (t) => {
  const app = built(t);
  const nonces = new Set<string>();
  for (const path of ['/', '/kpis/first-response', '/index.html']) {
    const answer = await app.request(path);
    const nonce = /content="([\w+/=]{24})"/.exec(await answer.text())?.[1];
    assert.ok(nonce, path);
    nonces.add(nonce);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`));
    assert.ok(policy.includes("script-src 'self';"));
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
  }
  assert.equal(nonces.size, 3);
});

test('a file with a hash in its name is kept for good, and sent packed to who can unpack it', async (t) => {
  const app = built(t);
  const ask = (encoding: string) =>
    app.request('/assets/main-1a2b.js', { headers: { 'accept-encoding': encoding } });
  const plain = await ask('');
  assert.equal(await plain.text(), script);
  assert.match(plain.headers.get('cache-control') ?? '', /immutable/);
  assert.equal(plain.headers.get('content-type'), 'text/javascript; charset=utf-8');
  const brotli = await ask('gzip, deflate, br');
  assert.equal(brotli.headers.get('content-encoding'), 'br');
  assert.equal(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString(), script);
  const gzip = await ask('gzip, br;q=0');
  assert.equal(gzip.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString(), script);
  const etag = plain.headers.get('etag')!;
  const again = await app.request('/assets/main-1a2b.js', { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
});

test('no path leads out of the folder, and a missing file is not answered with the page', async (t) => {
  const app = built(t);
  for (const path of [
    '/assets/%2e%2e%2findex.html',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/none.js',
  ])
    assert.equal((await app.request(path)).status, 404, path);
  const outside = await app.request('/..%2f..%2fetc%2fpasswd');
  assert.match(await outside.text(), /<p>Tandem/);
  assert.equal((await app.request('/api/none')).status, 404);
});

test('a web that is not built is said to be so', async () => {
  const app = new Hono<Carried>();
  pages(app, join(tmpdir(), 'tandem-there-is-no-such-folder'));
  const answer = await app.request('/');
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /npm start/);
});
