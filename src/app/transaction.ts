import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { refusedBy, worthAnotherTry } from './storage-fault.ts';

/** Whose rows a transaction sees: row-level security reads these two settings. */
export type Scope = { organisation?: string | undefined; user?: string | undefined };

/**
 * Runs work in one transaction with row-level security set from its first statement on. A deadlock or a
 * serialisation fault is tried again, at most three times; a broken constraint becomes a Refused.
 */
export async function transact<T>(
  database: Kysely<Database>,
  scope: Scope,
  writes: boolean,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(database, scope, writes, work);
    } catch (fault) {
      if (!worthAnotherTry(fault) || attempt === 3) throw refusedBy(fault);
    }
  }
}

function once<T>(
  database: Kysely<Database>,
  scope: Scope,
  writes: boolean,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return database.connection().execute(async (connection) => {
    // One statement without parameters, so that opening costs one round trip: it is most of a small write's time.
    const begin = `begin ${writes ? '' : 'read only'}; ${settings(scope)}`;
    await sql.raw(begin).execute(connection);
    try {
      const result = await work(connection as Transaction<Database>);
      await sql.raw('commit').execute(connection);
      return result;
    } catch (fault) {
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw fault;
    }
  });
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
