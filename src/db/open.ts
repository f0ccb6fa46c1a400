import type pg from 'pg';
import type { Connection } from './embedded.ts';
import { PatientPool } from './open-pool.ts';
import { PreparingClient } from './open-prepared.ts';
import { ourTypes } from './open-types.ts';
import type { Log } from './place-fault.ts';

/** The roles that an open database works as: those of Tandem, or the login itself where it may not make roles. */
export type Roles = { app: string; auth: string };

/**
 * An open database. `owner` migrates, listens and keeps the jobs' own tables; `app` is held by row-level
 * security; `auth` reads and writes only better-auth's schema, and gives JavaScript Dates, which better-auth compares.
 */
export type OpenDatabase = {
  connection: Connection;
  roles: Roles;
  owner: pg.Pool;
  app: pg.Pool;
  auth: pg.Pool;
  close(): Promise<void>;
};

// The first six writes of one reading over a new connection take 90 ms of PostgreSQL's time for its catalogue and its plans, later ones 4 ms
// each: so it outlives the pause of somebody who reads a page. Each holds 8 MB there meanwhile.
const idleMinutes = 5;

/** Opens the pools of a migrated database; connections are made when they are first wanted. `size` is the application's share. */
export function openDatabase(connection: Connection, roles: Roles, log: Log, size = 20): OpenDatabase {
  const owner = new PatientPool({ ...settled(connection), types: ourTypes, max: 5 }, log);
  const app = new PatientPool(
    {
      ...settled(connection, { role: roles.app }),
      types: ourTypes,
      max: size,
      idleTimeoutMillis: idleMinutes * 60_000,
      Client: PreparingClient,
      pipeline: true,
    },
    log,
  );
  const auth = new PatientPool(
    { ...settled(connection, { role: roles.auth, search_path: 'auth' }), max: 5 },
    log,
  );
  return {
    connection,
    roles,
    owner,
    app,
    auth,
    close: async () => void (await Promise.all([owner.end(), app.end(), auth.end()])),
  };
}

/** The settings of one pg connection (a client or a pool) as this login, with what every session of ours relies on. */
export function settled(connection: Connection, session: Record<string, string> = {}): pg.ClientConfig {
  const ours = Object.entries({ timezone: 'UTC', datestyle: 'ISO', ...session })
    .map(([name, value]) => `-c ${name}=${value.replaceAll(/([\\ ])/g, '\\$1')}`)
    .join(' ');
  const plain = { ...connection, application_name: 'tandem', connectionTimeoutMillis: 10_000 };
  if (!connection.connectionString) return { ...plain, options: ours };
  // What the address says wins in pg over what is given beside it, so our options have to join those in the address.
  const url = new URL(connection.connectionString);
  const options = [url.searchParams.get('options'), ours].filter(Boolean).join(' ');
  url.searchParams.delete('options');
  return { ...plain, connectionString: url.href, options };
}
