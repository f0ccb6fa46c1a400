import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { emptyDatabase, testServer } from '../../test/database.ts';

type Started = { child: ChildProcess; said: () => string; address: string; ended: Promise<number> };

/** Starts `serve` as people do, and gives what it says; waits for the address or the end. */
async function started(t: TestContext, env: Record<string, string>): Promise<Started> {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const { NODE_TEST_CONTEXT: _, TANDEM_SECRET: __, DATABASE_URL: ___, ...ours } = process.env;
  const child = spawn(process.execPath, [main, 'serve'], { env: { ...ours, PORT: '0', ...env } });
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  const grown = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (/^Tandem is at \S+$/m.test(text)) grown.resolve();
    });
  const ended = once(child, 'exit').then(([code]) => code as number);
  await Promise.race([grown.promise, ended]);
  const address = /^Tandem is at (\S+)$/m.exec(text)?.[1] ?? '';
  return { child, said: () => text, address, ended };
}

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-serve-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function databaseUrl(t: TestContext): Promise<string> {
  const { host, port, user, database } = await emptyDatabase(t);
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(String(host))}&port=${port}`;
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

test('serves until SIGTERM, ends the request in flight with its answer, and exits with 0', async (t) => {
  const DATABASE_URL = await databaseUrl(t);
  const { child, address, ended } = await started(t, { DATABASE_URL, TANDEM_DATA: folderFor(t) });
  const owner = { name: 'Ann', email: 'ann@example.org', password: 'correct horse battery' };
  // Hashing a password takes long enough to be cut off by whoever does not wait.
  const answer = fetch(`${address}/api/organisations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Acme', owner }),
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill('SIGTERM');
  assert.equal((await answer).status, 200);
  assert.equal(await ended, 0);
  const again = await started(t, { DATABASE_URL, TANDEM_DATA: folderFor(t), TANDEM_SECRET: 'x'.repeat(40) });
  assert.equal(await again.ended, 1);
});

test('says what to do next: begin an organisation, or sign in to the one that is there', async (t) => {
  const env = { DATABASE_URL: await databaseUrl(t), TANDEM_DATA: folderFor(t) };
  const first = await started(t, env);
  assert.match(first.said(), /whoever comes first names the organisation and becomes its owner\.\nTo end it/);
  const owner = { name: 'Ann', email: 'ann@example.org', password: 'correct horse battery' };
  const body = JSON.stringify({ name: 'Acme', owner });
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${first.address}/api/organisations`, { method: 'POST', headers, body });
  assert.equal(made.status, 200);
  const second = await started(t, env);
  assert.match(second.said(), /^Open it in a browser and sign in\.$/m);
});

test('a lost password is replaced on the machine of the server, by whoever can reach its data', async (t) => {
  const env = { DATABASE_URL: await databaseUrl(t), TANDEM_DATA: folderFor(t) };
  const { address } = await started(t, env);
  const post = (path: string, body: object) =>
    fetch(`${address}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const owner = { name: 'Ann', email: 'ann@example.org', password: 'correct horse battery' };
  await post('organisations', { name: 'Acme', owner });
  const replace = (email: string, typed: string) => {
    const main = join(import.meta.dirname, '..', 'main.ts');
    const { status, stderr } = spawnSync(process.execPath, [main, 'password', email], {
      env: { ...process.env, ...env },
      input: `${typed}\n`,
      encoding: 'utf8',
    });
    return [status, stderr.split(': ').at(-1)];
  };
  const fresh = 'another horse battery';
  assert.deepEqual(replace('ann@example.org', 'short'), [1, 'The password is shorter than 12 characters.\n']);
  assert.deepEqual(replace('bob@example.org', fresh), [1, 'There is no account for bob@example.org.\n']);
  assert.deepEqual(replace('Ann@example.org', fresh), [0, '']);
  const signIn = (password: string) => post('auth/sign-in/email', { email: owner.email, password });
  assert.equal((await signIn(owner.password)).status, 401);
  const signedIn = await signIn(fresh);
  assert.equal(signedIn.status, 200);
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const audit = await fetch(`${address}/api/audit`, { headers: { cookie } });
  const { entries } = (await audit.json()) as { entries: { kind: string; detail: unknown }[] };
  assert.deepEqual(
    entries.filter(({ kind }) => kind === 'person.passwordChanged').map(({ detail }) => detail),
    [{ by: 'the server' }],
  );
});

test('a taken port is one clear line and exit code 1', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  const env = { DATABASE_URL: await databaseUrl(t), TANDEM_DATA: folderFor(t), PORT: String(port) };
  const { ended, said } = await started(t, env);
  assert.equal(await ended, 1);
  assert.equal(
    lastLine(said()),
    `Port ${port} on 127.0.0.1 is taken: stop what listens there, or set PORT to another one.`,
  );
});

test('a port that is none, a short secret and a silent database are one clear line each', async (t) => {
  const folder = folderFor(t);
  const url = await databaseUrl(t);
  for (const [env, line] of [
    [{ PORT: '70000' }, /^PORT is 70000, which is not a port/],
    [{ TANDEM_SECRET: 'short' }, /^TANDEM_SECRET is shorter than 32 characters/],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^DATABASE_URL does not answer/],
    [{ RATE_LIMIT: 'many' }, /^RATE_LIMIT is many/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is loud, which is none of trace, /],
  ] as [Record<string, string>, RegExp][]) {
    const { ended, said } = await started(t, { DATABASE_URL: url, TANDEM_DATA: folder, ...env });
    assert.equal(await ended, 1);
    assert.match(lastLine(said()), line);
    assert.doesNotMatch(said(), /\n {4}at /);
  }
});

test('the secret is made once, for its owner only, and a process with another one is refused', async (t) => {
  await testServer();
  const DATABASE_URL = await databaseUrl(t);
  const [one, two] = [folderFor(t), folderFor(t)];
  const both = await Promise.all([
    started(t, { DATABASE_URL, TANDEM_DATA: one }),
    started(t, { DATABASE_URL, TANDEM_DATA: one }),
  ]);
  for (const { address, said } of both) assert.ok(address, said());
  assert.equal(statSync(join(one, 'secret')).mode & 0o777, 0o600);
  const stranger = await started(t, { DATABASE_URL, TANDEM_DATA: two });
  assert.equal(await stranger.ended, 1);
  assert.match(
    lastLine(stranger.said()),
    /does not hold the secret that this database was first opened with/,
  );
  assert.throws(() => statSync(join(two, 'secret')), { code: 'ENOENT' });
  const secret = readFileSync(join(one, 'secret'), 'utf8').trim();
  const friend = await started(t, { DATABASE_URL, TANDEM_DATA: two, TANDEM_SECRET: secret });
  assert.ok(friend.address, friend.said());
  const wrong = await started(t, { DATABASE_URL, TANDEM_DATA: two, TANDEM_SECRET: `${secret}x` });
  assert.equal(await wrong.ended, 1);
  assert.match(lastLine(wrong.said()), /^TANDEM_SECRET is not the secret/);
});
