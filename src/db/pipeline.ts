import type { Writable } from 'node:stream';
import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely';
import type pg from 'pg';
import type { Database } from './schema.ts';

/** A transaction whose statements travel without waiting for the answers of those before. */
export type Pipeline = {
  tx: Transaction<Database>;
  /** Sends a statement at once, in the order of the calls. */
  send(text: string): Promise<pg.QueryResult>;
  /** Lets no more statements in: what comes later would run in the transaction of somebody else. */
  close(): void;
  /** The first statement that failed: those after it only tell that the transaction was aborted. */
  fault(): unknown;
  /** Resolves when every statement that `soon` sent is done; rejects with the fault of the first that failed. */
  settled(): Promise<unknown>;
};

// For its grammar only: connections come from the pool that the transaction was begun on.
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('this dialect has no pool')) });
const driver = dialect.createDriver();
const pipelines = new WeakMap<object, { ask: Ask; waiting: Promise<unknown>[] }>();

type Ask = (query: Pick<CompiledQuery, 'sql' | 'parameters'>) => Promise<QueryResult<unknown>>;

/** A pipeline over a connection that was just taken from the pool; the connection stays the caller's to release. */
export function pipelineOn(client: pg.ClientBase): Pipeline {
  let isOpen = true;
  let fault: unknown;
  const waiting: Promise<unknown>[] = [];
  const noting = <T>(answer: Promise<T>): Promise<T> => {
    answer.catch((thrown) => {
      fault ??= thrown;
    });
    return answer;
  };
  const together = oneWriteATurn(client);
  const ask: Ask = async ({ sql, parameters }) => {
    if (!isOpen) throw new Error('a statement came after its transaction had ended');
    together();
    return resultOf(await noting(client.query(sql, [...parameters])));
  };
  const connection: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) => ask(query) as Promise<QueryResult<R>>,
    streamQuery() {
      throw new Error('a cursor cannot share a connection with statements that do not wait for it');
    },
  };
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) };
  const tx = new Transaction<Database>({
    config: { dialect },
    dialect,
    driver,
    executor: new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), provider),
  });
  pipelines.set(tx, { ask, waiting });
  return {
    tx,
    send(text) {
      together();
      return noting(client.query(text));
    },
    close() {
      isOpen = false;
    },
    fault: () => fault,
    settled: () => Promise.all(waiting),
  };
}

// Each write is a system call here and wakes the server there; statements of one turn of the event loop can share it.
function oneWriteATurn(client: pg.ClientBase): () => void {
  const { stream } = (client as pg.ClientBase & { connection: { stream: Writable } }).connection;
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}

/** Sends a statement at this very moment, in the order of the calls, and gives its rows. */
export async function sent<R>(tx: Transaction<Database>, query: CompiledQuery<R>): Promise<R[]> {
  return (await pipelines.get(tx)!.ask(query)).rows as R[];
}

/** Sends a statement whose answer nobody needs before the commit, which fails if it does. */
export function soon(tx: Transaction<Database>, query: CompiledQuery): void {
  const { ask, waiting } = pipelines.get(tx)!;
  const answer = ask(query);
  // Heard when the transaction ends; until then Node would call it unhandled.
  answer.catch(() => {});
  waiting.push(answer);
}

function resultOf({ command, rowCount, rows }: pg.QueryResult): QueryResult<unknown> {
  const writes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
  return { rows: rows ?? [], ...(writes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
}
