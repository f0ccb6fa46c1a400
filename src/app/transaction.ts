import { sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { pipelineOn } from '#db/pipeline.ts';
import type { Database } from '#db/schema.ts';
import { isAftermath, refusedBy, worthAnotherTry } from './storage-fault.ts';

/** Whose rows a transaction sees: row-level security reads these two settings. */
export type Scope = { organisation?: string | undefined; user?: string | undefined };

/**
 * Runs work in one transaction with row-level security set from its first statement on. A deadlock or a
 * serialisation fault is tried again, at most three times; a broken constraint becomes a Refused.
 */
export async function transact<T>(
  pool: Pool,
  scope: Scope,
  writes: boolean,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, scope, writes, work);
    } catch (fault) {
      if (!worthAnotherTry(fault) || attempt === 3) throw refusedBy(fault);
    }
  }
}

async function once<T>(
  pool: Pool,
  scope: Scope,
  writes: boolean,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const { tx, ...pipeline } = pipelineOn(client);
  // Nobody waits for the opening: the first statement follows it down the same wire. Should it fail, row-level security shows nothing.
  const opened = pipeline.send(`begin ${writes ? '' : 'read only'}; ${settings(scope)}`);
  try {
    const result = await work(tx);
    pipeline.close();
    const committed = pipeline.send('commit');
    const ended = Promise.all([opened, pipeline.settled(), committed]).then(([, , { command }]) => {
      // What failed and was caught has undone everything all the same.
      if (command === 'ROLLBACK') throw pipeline.fault();
      client.release();
    });
    // A read has all its answers, and there is nothing in it that a commit could lose.
    if (writes) await ended;
    else ended.catch(() => client.release(true));
    return result;
  } catch (fault) {
    pipeline.close();
    await pipeline.send('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw isAftermath(fault) ? pipeline.fault() : fault;
  }
}

/** Makes an organisation current in a running transaction. */
export async function enter(tx: Transaction<Database>, organisation: string): Promise<void> {
  await sql.raw(settings({ organisation })).execute(tx);
}

function settings(scope: Scope): string {
  const pairs: [string, string | undefined][] = [
    ['tandem.organisation', scope.organisation],
    ['tandem.user', scope.user],
  ];
  const set = pairs.filter(([, value]) => value !== undefined);
  if (set.length === 0) return 'select 1';
  return `select ${set.map(([name, value]) => `set_config('${name}', '${quoted(value!)}', true)`).join(', ')}`;
}

function quoted(text: string): string {
  if (!/^[\w-]{1,80}$/.test(text)) throw new Error('an id has characters that no id has');
  return text;
}
