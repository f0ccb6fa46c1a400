// What every source does, whatever it asks: the cases of the port.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { SourceConfig } from '#domain/connector/config.ts';
import { asked, refusedWith } from '../../test/ask-source.ts';
import { freePort } from '../../test/daemon.ts';
import { rawServer } from '../../test/raw-server.ts';
import { webServer } from '../../test/web-server.ts';

const secret = 'tr0ub4dor&3 "x"';
const secrets = { token: secret, password: secret, 'header x-key': secret };
const headers = [{ name: 'X-Key', secret: true as const }];

const sql = {
  kind: 'sql',
  host: '127.0.0.1',
  database: 'shop',
  user: 'ada',
  tls: 'off',
  result: 'rows',
  query: 'select 1',
} as const;

/** Every kind of source, asking at a port of the loopback. */
const kinds: Record<string, (port: number) => SourceConfig> = {
  'http-json': (port) => ({
    kind: 'http-json',
    url: at(port),
    method: 'GET',
    headers,
    period: 'p',
    value: 'v',
  }),
  prometheus: (port) => ({
    kind: 'prometheus',
    url: at(port),
    mode: 'range',
    query: 'up',
    signIn: { by: 'bearer' },
    headers,
  }),
  csv: (port) => ({ kind: 'csv', url: at(port), headers, period: 'p', value: 'v' }),
  github: (port) => ({ kind: 'github', url: at(port), count: 'open-issues', scope: 'acme/shop' }),
  gitlab: (port) => ({
    kind: 'gitlab',
    url: at(port),
    count: 'open-issues',
    within: 'project',
    path: 'acme/shop',
  }),
  jira: (port) => ({
    kind: 'jira',
    url: at(port),
    flavour: 'cloud',
    user: 'ada@acme.example',
    jql: 'project = SHOP',
  }),
  postgresql: (port) => ({ ...sql, engine: 'postgresql', port }),
  mysql: (port) => ({ ...sql, engine: 'mysql', port }),
};

function at(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function each(
  name: string,
  check: (t: TestContext, make: (port: number) => SourceConfig) => Promise<void>,
): void {
  for (const [kind, make] of Object.entries(kinds)) test(`${kind} ${name}`, (t) => check(t, make));
}

each('goes to no private address that nobody has allowed', async (t, make) => {
  const server = await rawServer(t, () => {});
  for (const allowed of [[], ['10.0.0.0/8', '127.0.0.1:1', 'localhost']])
    await refusedWith(
      /127\.0\.0\.1 is this machine itself: an administrator has to allow it/,
      make(server.port),
      { secrets, allowed },
    );
  assert.equal(server.had(), 0);
});

each('is called off at once, and leaves no connection open', async (t, make) => {
  const server = await rawServer(t, () => {});
  const stop = new AbortController();
  const stopped = refusedWith(/pull was stopped/, make(server.port), { secrets, signal: stop.signal });
  while (server.had() === 0) await turn();
  stop.abort();
  assert.equal((await stopped).retry, true);
  while (server.open() > 0) await turn();
});

each('asks nothing when it was called off before', async (t, make) => {
  const server = await rawServer(t, () => {});
  await refusedWith(/pull was stopped/, make(server.port), { secrets, signal: AbortSignal.abort() });
  assert.equal(server.had(), 0);
});

each('waits no longer than it may for a server that says nothing', async (t, make) => {
  const server = await rawServer(t, () => {});
  const fault = await refusedWith(/did not answer in time/, make(server.port), {
    secrets,
    limits: { pullSeconds: 0.2 },
  });
  assert.equal(fault.retry, true);
  while (server.open() > 0) await turn();
});

each('will try again where nothing answers, or the connection breaks', async (t, make) => {
  const nothing = await refusedWith(/cannot be reached: nothing answers there/, make(await freePort()), {
    secrets,
  });
  assert.equal(nothing.retry, true);
  const server = await rawServer(t, (socket) =>
    socket.once('data', () => socket.destroy()).setTimeout(50, () => socket.destroy()),
  );
  assert.equal((await refusedWith(/broke the connection off/, make(server.port), { secrets })).retry, true);
});

each('makes one sentence of an answer that is rubbish', async (t, make) => {
  for (const rubbish of [
    '\0\x01\x02\xff rubbish\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nrubbish!!',
    'E\0\0\0\x05\0',
    `J\0\0\0\x0a${'5.7.1\0'.repeat(20)}`,
  ]) {
    const server = await rawServer(t, (socket) => {
      socket.end(Buffer.from(rubbish, 'latin1'));
    });
    const fault = await refusedWith(/./, make(server.port), { secrets });
    assert.doesNotMatch(fault.message, /\n/);
    while (server.open() > 0) await turn();
  }
});

for (const [kind, make] of Object.entries(kinds).filter(([, make]) => 'url' in make(1))) {
  test(`${kind} tells no secret, however the server repeats it`, async (t) => {
    const { port, seen } = await webServer(t, (asked, response) => {
      const echo = { message: JSON.stringify(asked.headers), error: Object.values(asked.headers).join(' ') };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(echo));
    });
    const { message } = await refusedWith(/answered 400/, make(port), { secrets });
    assert.ok(
      JSON.stringify(seen[0]?.headers).includes('tr0ub4dor') ||
        seen[0]?.headers.authorization?.startsWith('Basic'),
    );
    for (const spelling of [
      'tr0ub4dor',
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64').slice(0, 12),
    ])
      assert.ok(!message.includes(spelling), message);
    assert.doesNotMatch(message, /Basic [A-Za-z0-9+/=]{8}/);
  });

  test(`${kind} breaks off an answer that is too large`, async (t) => {
    const { port } = await webServer(t, (_, response) => response.end(Buffer.alloc(300_000, ' ')));
    await refusedWith(/answered more than 100 KB/, make(port), { secrets, limits: { answerBytes: 102_400 } });
  });

  test(`${kind} comes again when a server says so`, async (t) => {
    const { port } = await webServer(t, (_, response) =>
      response.writeHead(429, { 'retry-after': '90' }).end(),
    );
    const { retry, after } = await refusedWith(/takes no more requests/, make(port), { secrets });
    assert.deepEqual([retry, after], [true, '2026-04-02T08:01:30.000Z']);
    const down = await webServer(t, (_, response) => response.writeHead(503).end('<h1>Down</h1>'));
    assert.equal((await refusedWith(/answered 503/, make(down.port), { secrets })).retry, true);
    const gone = await webServer(t, (_, response) => response.writeHead(404).end());
    assert.equal((await refusedWith(/answered 404/, make(gone.port), { secrets })).retry, false);
  });
}

test('PostgreSQL tells no password, however the server repeats it', async (t) => {
  const server = await rawServer(t, (socket) => {
    // Asks for the password as it is, and gives it back in an error.
    socket.once('data', () => {
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
      socket.once('data', (data: Buffer) => {
        const said = data.subarray(5, -1).toString('utf8');
        const fields = Buffer.from(`SFATAL\0C28000\0Mwhat is ${said}?\0\0`);
        const size = Buffer.alloc(4);
        size.writeInt32BE(fields.length + 4);
        socket.end(Buffer.concat([Buffer.from('E'), size, fields]));
      });
    });
  });
  const { message } = await refusedWith(/PostgreSQL says: what is •••\?/, kinds.postgresql!(server.port), {
    secrets,
  });
  assert.doesNotMatch(message, /tr0ub4dor/);
});

test('A secret that a source gives as a note is not kept', async (t) => {
  const { url } = await webServer(t, ({ headers }, response) =>
    response.end(JSON.stringify([{ p: '2026-01', v: 1, n: headers['x-key'] }])),
  );
  const config = {
    kind: 'http-json',
    url,
    method: 'GET',
    headers,
    period: 'p',
    value: 'v',
    note: 'n',
  } as const;
  assert.deepEqual(await asked({ ...config, headers }, { secrets }), [
    { at: 'row 1', period: '2026-01', value: 1, note: '•••' },
  ]);
});
