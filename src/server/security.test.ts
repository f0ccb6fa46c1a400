import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation, makePerson } from '../../test/make.ts';
import { securityOf } from './security.ts';
import { buckets } from './security-rates.ts';

const password = 'correct horse battery';

async function withSession(t: Parameters<typeof testApp>[0], env: Record<string, string> = {}) {
  const app = await testApp(t, { env });
  const acme = await makeOrganisation(app);
  await makePerson(app, acme, { role: 'admin', name: 'Nina', email: 'nina@example.org', password });
  const signIn = await app.server.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'nina@example.org', password }),
  });
  const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const change = (headers: Record<string, string>, url = 'http://tandem.local/api/organisation') =>
    app.server.request(url, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', host: 'tandem.local', ...headers },
      body: '{"name":"Changed"}',
    });
  return { app, acme, cookie, change };
}

const origins: [what: string, headers: Record<string, string>, allowed: boolean][] = [
  ['its own page', { 'sec-fetch-site': 'same-origin', origin: 'http://tandem.local' }, true],
  ['its own page in a browser that sends the origin only', { origin: 'http://tandem.local' }, true],
  ['a script that is no browser', {}, true],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
  ['another site in a browser that sends the origin only', { origin: 'https://evil.example' }, false],
  [
    'a neighbour below the same domain',
    { 'sec-fetch-site': 'same-site', origin: 'http://evil.local' },
    false,
  ],
  ['a page without origin', { origin: 'null' }, false],
  ['another port of the same host', { origin: 'http://tandem.local:8080' }, false],
];

for (const [what, headers, allowed] of origins)
  test(`a write by the session of ${what} is ${allowed ? 'carried out' : 'refused'}`, async (t) => {
    const { cookie, change } = await withSession(t);
    assert.equal((await change({ cookie, ...headers })).status, allowed ? 200 : 403);
  });

test('behind a proxy that changes the host, the address of BASE_URL is our own', async (t) => {
  const { cookie, change } = await withSession(t, { BASE_URL: 'https://kpi.example.org' });
  const from = { cookie, host: 'backend:3000', origin: 'https://kpi.example.org' };
  assert.equal((await change(from)).status, 200);
  assert.equal((await change({ ...from, origin: 'https://evil.example.org' })).status, 403);
});

test('another site cannot sign a visitor in, nor make the first organisation', async (t) => {
  const { app } = await withSession(t);
  for (const path of ['/api/auth/sign-in/email', '/api/organisations']) {
    const answer = await app.server.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'text/plain',
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
      },
      body: '{}',
    });
    assert.equal(answer.status, 403);
  }
});

test('bodies above a megabyte are refused, told or not told how long they are', async (t) => {
  const { app, acme } = await withSession(t);
  const headers = {
    authorization: `Bearer ${acme.admin.tokens.write}`,
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ name: 'x'.repeat(2 ** 20) });
  const told = await app.server.request('/api/organisation', {
    method: 'PATCH',
    headers: { ...headers, 'content-length': String(body.length) },
    body,
  });
  assert.equal(told.status, 413);
  const streamed = new Request('http://localhost/api/organisation', {
    method: 'PATCH',
    headers,
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit);
  const answer = await app.server.request(streamed);
  assert.deepEqual(await answer.json(), {
    error: { code: 'too_large', message: 'The request is larger than 1 MB: send it in parts.' },
  });
});

test('a caller who sends more than the rate is told when to come back, and others are not held up', async (t) => {
  const { app, acme } = await withSession(t, { RATE_LIMIT: '1' });
  const ask = (token: string) =>
    app.server.request('/api/openapi.json', { headers: { authorization: `Bearer ${token}` } });
  const statuses: number[] = [];
  // While they are asked one a second comes back, so on a busy machine the limit is met a little later.
  while (statuses.at(-1) !== 429 && statuses.length < 100)
    statuses.push((await ask(acme.member.tokens.read)).status);
  assert.equal(statuses.at(-1), 429);
  assert.ok(statuses.length > 20, `${statuses.length} is no burst of 20`);
  const late = await ask(acme.member.tokens.read);
  assert.equal(late.headers.get('retry-after'), '1');
  assert.match(await late.text(), /Try again in a second/);
  assert.equal((await ask(acme.viewer.tokens.read)).status, 200);
});

test('an address that guesses tokens is stopped, whichever it tries', async (t) => {
  const { app, acme } = await withSession(t, { RATE_LIMIT: '50' });
  const guess = (i: number) =>
    app.server.request('/api/me', { headers: { authorization: `Bearer tnd_guess_${i}` } });
  for (let i = 0; i < 100; i++) assert.equal((await guess(i)).status, 401);
  assert.equal((await guess(100)).status, 429);
  const right = await app.server.request('/api/me', {
    headers: { authorization: `Bearer ${acme.viewer.tokens.read}` },
  });
  assert.equal(right.status, 429);
});

test('a bucket fills up again with time, and not beyond its size', () => {
  let now = 0;
  const { take } = buckets(2, 10, () => now);
  for (let i = 0; i < 10; i++) assert.equal(take('a'), 0);
  assert.equal(take('a'), 1);
  now = 500;
  assert.equal(take('a'), 0);
  assert.equal(take('a'), 1);
  now = 3_600_000;
  for (let i = 0; i < 10; i++) assert.equal(take('a'), 0);
  assert.equal(take('a'), 1);
  assert.equal(take('b', 10), 0);
});

test('every answer carries the headers that bind the browser', async (t) => {
  const { app } = await withSession(t);
  for (const path of ['/', '/api/me', '/api/nothing', '/healthz', '/assets/none.js', '/api/reference']) {
    const { headers } = await app.server.request(path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('x-frame-options'), 'DENY', path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/, path);
    assert.match(headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/, path);
  }
});

test('what cannot be meant in the environment is refused', () => {
  for (const env of [{ BASE_URL: 'tandem.example.org' }, { RATE_LIMIT: '-1' }, { TRUST_PROXY: 'yes' }])
    assert.throws(() => securityOf(env), { name: 'Fault' });
  assert.deepEqual(securityOf({}), { baseUrl: undefined, proxies: 0, rate: 50, metricsToken: undefined });
});
