import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A port of this machine that leads to a server's socket until it is cut. */
export type Line = { port: number; cut(): Promise<void>; mend(): Promise<void> };

/** A line to a Unix socket; it ends with the test. */
export async function lineTo(t: TestContext, socket: string): Promise<Line> {
  const ends = new Set<Socket>();
  const join = (from: Socket, to: Socket) => {
    ends.add(from);
    from.pipe(to);
    from.on('error', () => {});
    from.on('close', () => {
      ends.delete(from);
      to.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(socket);
    join(near, far);
    join(far, near);
  });
  const open = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await open(0);
  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const end of ends) end.destroy();
    await closed;
  };
  t.after(() => (server.listening ? cut() : undefined));
  return { port, cut, mend: async () => void (await open(port)) };
}
