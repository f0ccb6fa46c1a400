import { type CallToolResult, Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { kebab } from '#cli/names.ts';
import { run } from '#cli/run.ts';
import { client } from '#client/client.ts';
import { type Name, operations } from '#contract/index.ts';
import { carriesBody, pathFields } from '#contract/operation.ts';
import { Refused } from '#contract/refused.ts';
import { mcpServer } from '#server/mcp-tools.ts';
import type { TestApp } from './app.ts';

/** How an operation ended at an edge. */
export type Outcome = { answer: unknown } | { refused: { code: string; message: string; field?: string } };

/** A way to do an operation from outside, by a token or as nobody. */
export type Edge = (
  app: TestApp,
  token: string | undefined,
  name: Name,
  input: Record<string, unknown>,
) => Promise<Outcome>;

const rest: Edge = async (app, token, name, input) => {
  const operation = operations.get(name)!;
  const fields = Object.entries(input).filter(([field]) => !pathFields(operation.path).includes(field));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, field) =>
    encodeURIComponent(String(input[field])),
  );
  const query = new URLSearchParams();
  if (!carriesBody(operation))
    for (const [field, value] of fields) for (const each of [value].flat()) query.append(field, String(each));
  const answer = await app.server.request(`/api${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: operation.method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(carriesBody(operation) && { body: JSON.stringify(Object.fromEntries(fields)) }),
  });
  const body = (await answer.json()) as { error: { code: string; message: string; field?: string } };
  return answer.ok ? { answer: body } : { refused: body.error };
};

const typed: Edge = async (app, token, name, input) => {
  const call = client({ fetch: (request) => app.server.fetch(request), ...(token && { token }) });
  try {
    return { answer: await call(name, input as never) };
  } catch (fault) {
    return refusedAs(fault);
  }
};

const terminal: Edge = async (app, token, name, input) => {
  let out = '';
  let err = '';
  const code = await run([...wordsOf(name, input), '--json'], {
    env: { TANDEM_CONFIG: '/nowhere/at/all', ...(token && { TANDEM_TOKEN: token }) },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    line: async () => '',
    fetch: (request) => app.server.fetch(request),
  });
  if (code === 0) return { answer: JSON.parse(out) };
  if (code !== 1) throw new Error(`tandem ${wordsOf(name, input).join(' ')} gave ${code}: ${err}`);
  const [, refusal = '', message = ''] = /^(\w+): (.*)\n$/.exec(err) ?? [];
  return { refused: { code: refusal, message } };
};

/** A command line for an input: path fields by their place, nested values as JSON. */
function wordsOf(name: Name, input: Record<string, unknown>): string[] {
  const places = pathFields(operations.get(name)!.path);
  const [noun, verb] = name.split('.') as [string, string];
  const flags = Object.entries(input)
    .filter(([field]) => !places.includes(field))
    .flatMap(([field, value]) => {
      if (value === null) return [`--no-${kebab(field)}`];
      return [`--${kebab(field)}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
    });
  return [kebab(noun), kebab(verb), ...flags, ...places.map((place) => String(input[place]))];
}

const assistant: Edge = async (app, token, name, input) => {
  const call = client({ fetch: (request) => app.server.fetch(request), ...(token && { token }) });
  const server = mcpServer((wanted, given) => call(wanted, given as never), {
    key: 'k'.repeat(32),
    caller: 'test',
  });
  const assistant = new Client(
    { name: 'test', version: '1' },
    { capabilities: { elicitation: { form: {} } } },
  );
  assistant.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: {} }));
  const [near, far] = InMemoryTransport.createLinkedPair();
  await server.connect(far as never);
  await assistant.connect(near);
  try {
    const result = (await assistant.callTool({
      name: name.replace('.', '_'),
      arguments: input,
    })) as CallToolResult;
    if (result.isError)
      return { refused: (result.structuredContent as { error: { code: string; message: string } }).error };
    return { answer: JSON.parse((result.content[0] as { text: string }).text) };
  } finally {
    await assistant.close();
  }
};

function refusedAs(fault: unknown): Outcome {
  if (!(fault instanceof Refused)) throw fault;
  const { code, message, field } = fault;
  return { refused: { code, message, ...(field !== undefined && { field }) } };
}

/** The four ways to do an operation from outside. */
export const edges: ReadonlyMap<string, Edge> = new Map([
  ['REST', rest],
  ['the client', typed],
  ['the command line', terminal],
  ['an assistant', assistant],
]);
