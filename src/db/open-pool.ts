import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, type Log } from './place-fault.ts';

// The server is not there yet: no socket, nobody listening, starting up or shutting down (57P0x).
const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03']);
const patience = 10_000;

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (failed?: boolean) => void,
) => void;

/**
 * A pool that waits up to ten seconds for a server which is just being started again. Only taking a connection is tried anew:
 * nothing has been sent then, whereas a statement that was broken off may have been done.
 */
export class PatientPool extends pg.Pool {
  constructor(config: pg.PoolConfig, log: Log) {
    super(config);
    // Without a listener, an idle connection that the server closes ends the process.
    this.on('error', (error) => this.ending || log.warn(`A database connection was lost: ${error.message}`));
    // So does one that is lost between two statements of a transaction: the pool listens to idle ones only. The next statement tells.
    this.on('connect', (client) => void client.on('error', () => {}));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | undefined {
    const client = this.patiently();
    if (!taken) return client;
    client.then(
      (found) => taken(undefined, found, (failed) => found.release(failed)),
      (error) => taken(error, undefined, () => {}),
    );
  }

  private async patiently(): Promise<pg.PoolClient> {
    const deadline = performance.now() + patience;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        const lost = passing.has(codeOf(error)) || /Connection terminated/.test(String(error));
        if (this.ending || !lost || performance.now() > deadline) throw error;
        await sleep(50);
      }
    }
  }
}
