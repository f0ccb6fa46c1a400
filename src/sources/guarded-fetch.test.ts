import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { SourceFault } from '#app/connector/source.ts';
import { freePort } from '../../test/daemon.ts';
import { webServer } from '../../test/web-server.ts';
import { openFetch, type WebRequest } from './guarded-fetch.ts';
import { type Limits, usualLimits } from './limits.ts';
import { type Resolve, systemResolve } from './resolve.ts';

type Given = { allowed?: string[]; resolve?: Resolve; limits?: Partial<Limits>; signal?: AbortSignal };

async function got(request: WebRequest, given: Given = {}) {
  const { allowed = ['127.0.0.1'], resolve = systemResolve, limits = {}, signal } = given;
  const { get, close } = openFetch({ allowed, resolve }, { ...usualLimits, ...limits });
  try {
    const answer = await get(request, signal ?? new AbortController().signal);
    return { ...answer, text: new TextDecoder().decode(answer.bytes) };
  } finally {
    await close();
  }
}

function refusal(request: WebRequest, sentence: RegExp, given?: Given) {
  return assert.rejects(got(request, given), (error: unknown) => {
    assert.ok(error instanceof SourceFault, String(error));
    assert.match(error.message, sentence);
    return true;
  });
}

test('Loopback is refused in every spelling, before anything is sent', async (t) => {
  const { port, seen } = await webServer(t, (_, response) => response.end('secret'));
  const spellings = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    'LOCALHOST.',
  ];
  for (const host of spellings)
    await refusal({ url: `http://${host}:${port}/` }, /this machine itself|no address of a host/, {
      allowed: [],
    });
  assert.equal(seen.length, 0);
  assert.equal((await got({ url: `http://127.1:${port}/` })).text, 'secret');
});

test('A name that leads to a public address and then to a private one does not get there', async (t) => {
  const { port, seen } = await webServer(t, (_, response) => response.end('secret'));
  let asked = 0;
  const resolve: Resolve = async () => (asked++ === 0 ? ['192.0.2.1', '127.0.0.1'] : ['127.0.0.1']);
  for (let tries = 0; tries < 3; tries++)
    await refusal({ url: `http://rebind.example:${port}/` }, /rebind\.example leads to/, {
      allowed: [],
      resolve,
    });
  assert.equal(seen.length, 0);
});

test('The connection goes to the address that was checked, and the name is asked for once', async (t) => {
  const { port, seen } = await webServer(t, (_, response) => response.end('good'));
  const asked: string[] = [];
  const resolve: Resolve = async (name) => {
    asked.push(name);
    return ['127.0.0.1'];
  };
  const answer = await got(
    { url: `http://nowhere.invalid:${port}/a` },
    { allowed: ['nowhere.invalid'], resolve },
  );
  assert.equal(answer.text, 'good');
  assert.deepEqual(asked, ['nowhere.invalid']);
  assert.equal(seen[0]?.headers.host, `nowhere.invalid:${port}`);
});

test('A redirect to a private address is refused as if it had been asked for', async (t) => {
  const inner = await webServer(t, (_, response) => response.end('secret'));
  const outer = await webServer(t, (_, response) =>
    response.writeHead(302, { location: `http://localhost:${inner.port}/` }).end(),
  );
  await refusal({ url: outer.url }, /localhost leads to .* this machine itself/, {
    allowed: [`127.0.0.1:${outer.port}`],
  });
  assert.equal(inner.seen.length, 0);
  for (const location of ['file:///etc/passwd', 'gopher://127.0.0.1/', 'ftp://127.0.0.1/']) {
    const odd = await webServer(t, (_, response) => response.writeHead(302, { location }).end());
    await refusal({ url: odd.url }, /cannot be pulled from/);
  }
});

test('Headers go along with a redirect to the same origin, and not to another', async (t) => {
  const other = await webServer(t, (_, response) => response.end('end'));
  const first = await webServer(t, ({ path }, response) => {
    if (path === '/a') response.writeHead(307, { location: '/b' }).end();
    else response.writeHead(307, { location: `${other.url}/c` }).end();
  });
  const headers = { authorization: 'Bearer s3cret', 'x-api-key': 'k3y', accept: 'application/json' };
  const answer = await got({ url: `${first.url}/a`, method: 'POST', headers, body: '{}' });
  assert.equal(answer.url.href, `${other.url}/c`);
  assert.equal(first.seen[1]?.headers.authorization, 'Bearer s3cret');
  assert.equal(other.seen[0]?.headers.authorization, undefined);
  assert.equal(other.seen[0]?.headers['x-api-key'], undefined);
  assert.equal(other.seen[0]?.headers.accept, 'application/json');
});

test('A post becomes a get after 301, 302 and 303, and stays one after 307 and 308', async (t) => {
  for (const status of [301, 302, 303, 307, 308]) {
    const { url, seen } = await webServer(t, ({ path }, response) =>
      path === '/' ? response.writeHead(status, { location: '/next' }).end() : response.end(),
    );
    await got({ url, method: 'POST', body: 'x' });
    assert.deepEqual([seen[1]?.method, seen[1]?.body], status < 307 ? ['GET', ''] : ['POST', 'x']);
  }
});

test('A sixth redirect is not followed', async (t) => {
  const { url, seen } = await webServer(t, (_, response) =>
    response.writeHead(302, { location: '/again' }).end(),
  );
  await refusal({ url }, /redirects more than 5 times/);
  assert.equal(seen.length, 6);
});

test('An answer that is too large is broken off, also when it only becomes so by unpacking', async (t) => {
  const large = await webServer(t, (_, response) => response.end(Buffer.alloc(300_000)));
  const packed = await webServer(t, (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  );
  for (const { url } of [large, packed])
    await refusal({ url }, /answered more than 100 KB/, { limits: { answerBytes: 102_400 } });
  assert.equal((await got({ url: large.url })).bytes.length, 300_000);
});

test('Headers that are too large are refused', async (t) => {
  const { url } = await webServer(t, (_, response) =>
    response.writeHead(200, { 'x-long': 'a'.repeat(50_000) }).end(),
  );
  await refusal({ url }, /headers of its answer are too large/);
});

test('A server that never answers ends with its time, and one that is called off at once; nothing stays open', async (t) => {
  const server = await webServer(t, ({ path }, response) => void (path === '/begin' && response.write('a')));
  await refusal({ url: server.url }, /did not answer in time/, { limits: { requestSeconds: 0.1 } });
  await refusal({ url: `${server.url}/begin` }, /did not answer in time/, {
    limits: { requestSeconds: 0.1 },
  });
  const stop = new AbortController();
  const stopped = refusal({ url: server.url }, /The pull was stopped/, { signal: stop.signal });
  while (server.seen.length < 3) await turn();
  stop.abort();
  await stopped;
  while (server.open() > 0) await turn();
});

test('An address with a password, of another kind, or that is none is refused without showing the password', async () => {
  await refusal({ url: 'https://ada:s3cret@example.org/' }, /^((?!s3cret).)*take them out.*$/);
  await refusal({ url: 'file:///etc/passwd' }, /file: addresses cannot be pulled from/);
  await refusal({ url: 'https://' }, /is not an address/);
  await refusal({ url: 'http://ada:s3cret@[::1' }, /^((?!s3cret).)*is not an address.*$/);
  await refusal({ url: 'http://[fe80::1%25eth0]/' }, /is not an address/);
});

test('A host that is not there, or does not speak TLS, is named with the reason', async (t) => {
  const { port } = await webServer(t, (_, response) => response.end());
  await refusal({ url: `https://127.0.0.1:${port}` }, /it does not speak TLS/);
  await refusal({ url: 'http://no-such-host.invalid' }, /no-such-host\.invalid cannot be reached/);
  await refusal({ url: `http://127.0.0.1:${await freePort()}` }, /cannot be reached: nothing answers there/);
  await refusal({ url: 'http://127.0.0.1:25' }, /its port is not one for the web/);
});
