import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type WebServer, webServer } from '../web-server.ts';

/** One exchange with an API: what is asked (headers as far as they matter, a body as JSON), and what came back. */
type Exchange = {
  ask: { method: string; path: string; headers?: Record<string, string>; body?: unknown };
  answer: { status: number; headers?: Record<string, string>; body: unknown };
};

/** A server that answers as an API did, by the recording of this name; `HERE` in it is the server's own address. What was not recorded is a 404. */
export async function recorded(t: TestContext, name: string): Promise<WebServer> {
  const text = readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8');
  const exchanges = JSON.parse(text) as Exchange[];
  const server = await webServer(t, (seen, response) => {
    const found = exchanges.find(
      ({ ask }) =>
        ask.method === seen.method &&
        decodeURIComponent(seen.path.replaceAll('+', ' ')) === ask.path &&
        Object.entries(ask.headers ?? {}).every(([header, value]) => seen.headers[header] === value) &&
        (ask.body === undefined || seen.body === JSON.stringify(ask.body)),
    );
    const { status, headers, body } = found?.answer ?? {
      status: 404,
      headers: {},
      body: { message: 'Not Found' },
    };
    const sent = { 'content-type': 'application/json; charset=utf-8', ...headers };
    const here = (value: string) => value.replaceAll('HERE', server.url);
    response.writeHead(
      status,
      Object.fromEntries(Object.entries(sent).map(([header, value]) => [header, here(value)])),
    );
    response.end(here(JSON.stringify(body)));
  });
  return server;
}
