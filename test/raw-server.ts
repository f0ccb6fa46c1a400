import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A server of plain TCP on the loopback: its port, and how many connections it has had and has open. */
export type RawServer = { port: number; had: () => number; open: () => number };

/** A server of plain TCP for the length of a test, which gives each connection to `greet`. */
export async function rawServer(
  t: Pick<TestContext, 'after'>,
  greet: (socket: Socket) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let had = 0;
  const server = createServer((socket) => {
    had += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    // Unread, a connection would never hear that the other side has gone.
    socket.resume();
    socket.once('close', () => sockets.delete(socket));
    greet(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return { port: address.port, had: () => had, open: () => sockets.size };
}
