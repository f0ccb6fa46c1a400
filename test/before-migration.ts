import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { migrate } from '#db/migrate.ts';
import { settled } from '#db/open.ts';
import { emptyDatabase } from './database.ts';

const migrations = join(import.meta.dirname, '..', 'src', 'db', 'migrations');

/** A database as it was before a migration, by the name of its file; `go` then makes that one step. */
export async function beforeMigration(
  t: TestContext,
  own: string,
): Promise<{ client: pg.Client; go: () => Promise<void> }> {
  const connection = await emptyDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'tandem-migrations-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of readdirSync(migrations).filter((each) => each < own))
    cpSync(join(migrations, name), join(folder, name));
  await migrate(connection, folder);
  const client = new pg.Client(settled(connection));
  await client.connect();
  // The database is dropped with whoever is still on it.
  client.on('error', () => {});
  const go = async (): Promise<void> => {
    cpSync(join(migrations, own), join(folder, own));
    await migrate(connection, folder);
  };
  return { client, go };
}
