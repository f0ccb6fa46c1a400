import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type CallToolResult, Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { operations } from '#contract/index.ts';
import { type TestApp, testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';

type Person = 'accepts' | 'declines' | 'is not there';

/** An assistant over HTTP with a token; `asked` gathers what its person was asked to confirm. */
async function assistant(
  t: TestContext,
  app: TestApp,
  token: string,
  person: Person,
  era: 'auto' | 'legacy' = 'auto',
) {
  const asked: string[] = [];
  const capabilities = person === 'is not there' ? {} : { elicitation: { form: {} } };
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities, versionNegotiation: { mode: era } },
  );
  if (person !== 'is not there')
    client.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params.message);
      return person === 'accepts' ? { action: 'accept', content: {} } : { action: 'decline' };
    });
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/api/mcp'), {
    fetch: async (url, init) => app.server.fetch(new Request(url, init)),
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  await client.connect(transport);
  t.after(() => client.close());
  const call = async (name: string, input: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: input })) as CallToolResult;
  return { client, call, asked };
}

const team = { key: 'sales', name: 'Sales' };
const textOf = ({ content }: CallToolResult) => (content[0] as { text: string }).text;

test('every operation is a tool with its schema, and says whether it reads or writes', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { client } = await assistant(t, app, acme.viewer.tokens.read, 'is not there');
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map(({ name }) => name).sort(),
    [...operations.keys()].map((name) => name.replace('.', '_')).sort(),
  );
  const of = (name: string) => tools.find((tool) => tool.name === name)!;
  assert.equal(of('panel_list').annotations?.readOnlyHint, true);
  assert.equal(of('kpis_archive').annotations?.readOnlyHint, false);
  assert.equal(of('kpis_archive').annotations?.destructiveHint, true);
  assert.ok('period' in (of('readings_record').inputSchema.properties ?? {}));
});

test('a write is put to the person, and done when they accept', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { call, asked } = await assistant(t, app, acme.admin.tokens.write, 'accepts');
  const made = await call('teams_create', team);
  assert.ok(!made.isError, textOf(made));
  assert.deepEqual(asked, ['Create a team, at the top or below another one?\nkey: sales\nname: Sales']);
  assert.equal((await app.as(acme.viewer)('teams.list', {})).length, 1);
});

test('a write that the person declines changes nothing', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { call, asked } = await assistant(t, app, acme.admin.tokens.write, 'declines');
  const refused = await call('teams_create', team);
  assert.equal(refused.isError, true);
  assert.match(textOf(refused), /^forbidden: The person did not confirm/);
  assert.equal(asked.length, 1);
  assert.deepEqual(await app.as(acme.viewer)('teams.list', {}), []);
});

for (const era of ['auto', 'legacy'] as const)
  test(`a client that cannot ask a person may read and is told what to do instead of writing (${era})`, async (t) => {
    const app = await testApp(t);
    const acme = await makeOrganisation(app);
    const { call } = await assistant(t, app, acme.admin.tokens.write, 'is not there', era);
    assert.equal(textOf(await call('teams_list', {})), '[]');
    const refused = await call('teams_create', team);
    assert.equal(refused.isError, true);
    assert.match(textOf(refused), /confirmation of a person.*"tandem teams create"/);
    assert.deepEqual(await app.as(acme.viewer)('teams.list', {}), []);
  });

test('nobody is asked to confirm what cannot be read', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { call, asked } = await assistant(t, app, acme.admin.tokens.write, 'accepts');
  const refused = await call('teams_create', { key: 'Not A Key', name: 'x' });
  assert.match(textOf(refused), /^invalid: key: /);
  assert.deepEqual(asked, []);
});

test('what was confirmed for one input does not count for another one', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { client, call } = await assistant(t, app, acme.admin.tokens.write, 'accepts');
  const proposed = (await client.callTool(
    { name: 'teams_create', arguments: team },
    { allowInputRequired: true },
  )) as { requestState?: string };
  assert.ok(proposed.requestState, JSON.stringify(proposed));
  const other = { name: 'teams_create', arguments: { ...team, key: 'other' } };
  const answer = { inputResponses: { confirm: { action: 'accept', content: {} } } };
  const forged = await client.callTool({ ...other, ...answer, requestState: proposed.requestState } as never);
  assert.match(textOf(forged as CallToolResult), /^conflict: The person confirmed something else/);
  await assert.rejects(client.callTool({ ...other, ...answer, requestState: 'v1.e30.AAAA' } as never));
  const unasked = await client.callTool({ ...other, ...answer } as never);
  assert.match(textOf(unasked as CallToolResult), /^conflict/);
  assert.deepEqual(await app.as(acme.viewer)('teams.list', {}), []);
  assert.ok(!(await call('teams_create', team)).isError);
});

test('nobody gets in without a token, or with one that is none', async (t) => {
  const app = await testApp(t);
  const answer = await app.server.request('/api/mcp', { method: 'POST', body: '{}' });
  assert.equal(answer.status, 401);
  await assert.rejects(assistant(t, app, 'nonsense', 'accepts'));
});
