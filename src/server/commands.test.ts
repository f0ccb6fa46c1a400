import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { type CallToolResult, Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type TestApp, testApp } from '../../test/app.ts';
import { type MadePerson, makeOrganisation } from '../../test/make.ts';

const main = join(import.meta.dirname, '..', 'main.ts');

async function listening(t: TestContext, app: TestApp): Promise<string> {
  const http = createAdaptorServer({ fetch: app.server.fetch }) as Server;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(() => {
    http.closeAllConnections();
    return new Promise((closed) => http.close(closed));
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function tandem(words: string[], env: Record<string, string>, typed = '') {
  const child = spawn(process.execPath, [main, ...words], { env: { PATH: process.env.PATH, ...env } });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    out.stdout += text;
  });
  child.stderr.on('data', (text) => {
    out.stderr += text;
  });
  child.stdin.end(typed);
  const [code] = await once(child, 'close');
  return { code, ...out };
}

function home(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cli-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a terminal signs in with a pasted token, and later commands need nothing more', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const address = await listening(t, app);
  const env = { XDG_CONFIG_HOME: home(t) };
  const signedIn = await tandem(['login', '--server', address], env, `${acme.admin.tokens.write}\n`);
  assert.equal(signedIn.code, 0, signedIn.stderr);
  assert.match(signedIn.stdout, /Signed in to acme at .* as Adam Admin/);
  assert.doesNotMatch(signedIn.stdout + signedIn.stderr, new RegExp(acme.admin.tokens.write));

  const made = await tandem(['teams', 'create', '--key', 'sales', '--name', 'Sales', '--json'], env);
  assert.equal(made.code, 0, made.stderr);
  assert.equal(JSON.parse(made.stdout).name, 'Sales');
  const listed = await tandem(['teams', 'list'], env);
  assert.match(listed.stdout, /^id +key +name.*\n\S+ +sales +Sales/);
  const again = await tandem(['teams', 'create', '--key', 'sales', '--name', 'Sales'], env);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /^conflict: [^\n]+\n$/);
  assert.equal((await tandem(['teams', 'fly'], env)).code, 2);
});

test('a token that is none is not kept, and a server that is not there is said so', async (t) => {
  const app = await testApp(t);
  const address = await listening(t, app);
  const env = { XDG_CONFIG_HOME: home(t) };
  const refused = await tandem(['login', '--server', address, '--token', 'nonsense'], env);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^not_signed_in: [^\n]+\n$/);
  const nobody = await tandem(['teams', 'list', '--server', 'http://127.0.0.1:9'], env);
  assert.equal(nobody.code, 1);
  assert.match(nobody.stderr, /^unavailable: No answer from http:\/\/127\.0\.0\.1:9/);
});

test('the audit log is verified from the terminal', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await app.as(acme.admin)('teams.create', { key: 'sales', name: 'Sales' });
  const env = {
    TANDEM_SERVER: await listening(t, app),
    TANDEM_TOKEN: acme.admin.tokens.write,
    HOME: home(t),
  };
  const sound = await tandem(['audit', 'verify'], env);
  assert.equal(sound.code, 0, sound.stdout + sound.stderr);
  await app.database.owner.query(`update audit set detail = '{"name":"forged"}' where kind = 'team.created'`);
  const forged = await tandem(['audit', 'verify', '--json'], env);
  assert.equal(forged.code, 1);
  assert.equal(JSON.parse(forged.stdout).faults[0].kind, 'changed');
});

async function overStdio(t: TestContext, server: string, person: MadePerson, mode: 'auto' | 'legacy') {
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode } },
  );
  client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: {} }));
  const env = {
    PATH: process.env.PATH!,
    TANDEM_SERVER: server,
    TANDEM_TOKEN: person.tokens.write,
    HOME: home(t),
  };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], env }));
  t.after(() => client.close());
  return async (name: string, input: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: input })) as CallToolResult;
}

for (const mode of ['auto', 'legacy'] as const)
  test(`an assistant works over standard input and output, with confirmed writes (${mode})`, async (t) => {
    const app = await testApp(t);
    const acme = await makeOrganisation(app);
    const call = await overStdio(t, await listening(t, app), acme.admin, mode);
    const made = await call('teams_create', { key: 'sales', name: 'Sales' });
    assert.ok(!made.isError, JSON.stringify(made));
    const listed = await call('teams_list', {});
    assert.match((listed.content[0] as { text: string }).text, /"Sales"/);
    const refused = await call('teams_find', { team: 'nowhere' });
    assert.equal((refused.structuredContent as { error: { code: string } }).error.code, 'not_found');
  });
