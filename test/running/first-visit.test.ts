import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { emptyDatabase } from '../database.ts';
import { lineTo } from './line.ts';
import { clone, type Running, startTandem, temporaryFolder, until } from './tandem.ts';
import { firstVisit, owner, signIn, visitor } from './visitor.ts';

/** A Tandem over an empty database of the tests' server, and the line between the two. */
async function startOnServer(t: TestContext, env: Record<string, string> = {}) {
  const { host, port, user, database } = await emptyDatabase(t);
  const line = await lineTo(t, join(String(host), `.s.PGSQL.${port}`));
  const DATABASE_URL = `postgres://${user}@127.0.0.1:${line.port}/${database}`;
  const running = await startTandem(t, { DATABASE_URL, TANDEM_DATA: temporaryFolder(), ...env });
  assert.ok(running.address, running.said());
  return { running, address: running.address, line };
}

const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
const create = { name: 'Acme', timeZone: 'Europe/Berlin', owner };

const begun = async (address: string) =>
  ((await (await fetch(`${address}/api/organisations`)).json()) as { begun: boolean }).begun;

test('the first visitor makes the organisation, works in it and leaves; other sites and later visitors cannot', async (t) => {
  const { running, address } = await startOnServer(t);
  const page = visitor(address);
  assert.equal(await begun(address), false);
  assert.equal((await page.ask('/api/organisations', create, foreign)).status, 403);
  assert.equal(await begun(address), false);
  await page.call('organisations.create', create);
  assert.equal(await begun(address), true);
  assert.equal((await visitor(address).ask('/api/organisations', create)).status, 409);

  const answer = await page.ask('/api/auth/sign-in/email', {
    email: owner.email.toUpperCase(),
    password: owner.password,
  });
  const [cookie = '', ...others] = answer.headers.getSetCookie();
  assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.deepEqual(others, []);
  const me = await page.call('people.me', {});
  assert.deepEqual([me.email, me.role, me.organisation.name], [owner.email, 'owner', 'Acme']);

  const team = { key: 'sales', name: 'Sales' };
  assert.equal((await page.ask('/api/teams', team, foreign)).status, 403);
  const form = { ...foreign, headers: { ...foreign.headers, 'content-type': 'text/plain' } };
  assert.equal((await page.ask('/api/teams', team, form)).status, 403);
  assert.deepEqual(await page.call('teams.list', {}), []);
  assert.equal((await page.ask('/api/teams', team)).status, 200);

  const kept = new Map(page.cookies);
  assert.equal((await page.ask('/api/auth/sign-out', {}, foreign)).status, 403);
  assert.equal((await page.ask('/api/auth/sign-out', {})).status, 200);
  assert.equal(page.cookies.size, 0);
  assert.equal((await visitor(address, kept).ask('/api/me')).status, 401);
  assert.doesNotMatch(running.said(), new RegExp(owner.password));
});

test('every page comes with a policy that allows no script but files of its own, and all files that it names are there', {
  skip: !existsSync(join(clone, 'dist', 'web', 'index.html')) && 'the web is not built: npm test builds it',
}, async (t) => {
  const { address } = await startOnServer(t);
  const answer = await fetch(`${address}/cycles`);
  assert.equal(answer.status, 200);
  const policy = new Map(
    (answer.headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
  );
  assert.deepEqual(policy.get('default-src'), ["'none'"]);
  assert.deepEqual(policy.get('script-src'), ["'self'"]);
  assert.ok([...policy.values()].flat().every((word) => !/\*|unsafe|https?:$/.test(word)));
  assert.equal(answer.headers.get('access-control-allow-origin'), null);

  const html = await answer.text();
  const inline = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|\sstyle=|javascript:/g);
  assert.deepEqual([...inline].map(String), []);
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
  assert.ok(files.some((path) => path.endsWith('.js')) && files.some((path) => path.endsWith('.css')));
  for (const path of files) {
    const file = await fetch(address + path);
    assert.equal(file.status, 200, path);
    assert.doesNotMatch(file.headers.get('content-type') ?? '', /html|octet/, path);
    await file.body?.cancel();
  }
});

test('who asks too often hears when to come back, and others go on', async (t) => {
  const { address } = await startOnServer(t, { RATE_LIMIT: '2' });
  const page = await firstVisit(address);
  const other = visitor(address);
  await signIn(other);
  const answers = await Promise.all(Array.from({ length: 100 }, () => page.ask('/api/me')));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(refused.length >= 20 && refused.length < 70, `${refused.length} of 100 were refused`);
  assert.match(refused[0]!.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
  assert.equal((await other.ask('/api/me')).status, 200);
  await until('the patient are let in again', async () => (await page.ask('/api/me')).status === 200, 10);
});

test('a body of two megabytes is refused, and the same connection serves on', async (t) => {
  const { running, address } = await startOnServer(t);
  const page = await firstVisit(address);
  const answer = await page.ask('/api/teams', { key: 'sales', name: 'x'.repeat(2 * 2 ** 20) });
  assert.equal(answer.status, 413);
  assert.equal(((await answer.json()) as { error: { code: string } }).error.code, 'too_large');
  assert.deepEqual(await page.call('teams.list', {}), []);
  assert.equal(running.child.exitCode, null);
});

test('probes tell whether the process lives and works; a database that went away is unavailable, never a bug', async (t) => {
  const { running, address, line } = await startOnServer(t);
  const page = await firstVisit(address);
  const statuses = async () =>
    Promise.all(['/healthz', '/readyz'].map(async (path) => (await fetch(address + path)).status));
  assert.deepEqual(await statuses(), [200, 200]);
  const metrics = await (await fetch(`${address}/metrics`)).text();
  assert.match(metrics, /tandem_request_seconds_count\{operation="organisations.create",status="200"\} 1/);
  assert.match(metrics, /process_resident_memory_bytes \d+/);

  await line.cut();
  assert.deepEqual(await statuses(), [200, 503]);
  const { email, password } = owner;
  const codes = await Promise.all(
    [
      page.ask('/api/teams', { key: 'sales', name: 'Sales' }),
      page.ask('/api/panel'),
      page.ask('/api/live'),
      visitor(address).ask('/api/auth/sign-in/email', { email, password }),
      visitor(address, new Map(page.cookies)).ask('/api/auth/get-session'),
      visitor(address, new Map(page.cookies)).ask('/api/auth/revoke-other-sessions', {}),
    ].map(async (asked) => {
      const answer = await asked;
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    }),
  );
  assert.deepEqual(codes, Array(6).fill([503, 'unavailable']), bugs(running));

  await line.mend();
  await until('it is ready again by itself', async () => (await statuses())[1] === 200);
  await page.call('teams.create', { key: 'sales', name: 'Sales' });
});

const bugs = ({ said }: Running) =>
  said()
    .split('\n')
    .filter((line) => line.includes('"request"') && line.includes('"bug"'))
    .join('\n');
