import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** What came in: method, path with query, headers and body. */
export type Seen = { method: string; path: string; headers: IncomingMessage['headers']; body: string };

/** A web server on the loopback: its address, what it was asked, and how many connections to it are open. */
export type WebServer = { url: string; port: number; seen: Seen[]; open: () => number };

/** Answers one request; an answer that is never ended is one that never comes. */
export type Answer = (seen: Seen, response: ServerResponse) => void;

/** A web server for the length of a test, which ends it with all its connections. */
export async function webServer(t: Pick<TestContext, 'after'>, answer: Answer): Promise<WebServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const each = { method, path, headers, body: Buffer.concat(parts).toString('utf8') };
      seen.push(each);
      answer(each, response);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, seen, open: () => sockets.size };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  json: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
}
