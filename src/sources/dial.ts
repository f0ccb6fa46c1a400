import { connect, type Socket } from 'node:net';

/** A connection to an address that was checked; rejects with the system's error, or the signal's reason. */
export function dial(
  { address, port }: { address: string; port: number },
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const socket = connect({ host: address, port, signal });
    socket.setTimeout(10_000, () => socket.destroy(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })));
    socket.once('error', (error) => fail(signal.aborted ? signal.reason : error));
    socket.once('connect', () => {
      socket.setTimeout(0).removeAllListeners('timeout').setNoDelay(true);
      done(socket);
    });
  });
}
