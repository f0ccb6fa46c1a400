import type { Hono } from 'hono';
import type { Tandem } from '#app/perform.ts';
import type { OpenDatabase } from '#db/open.ts';
import { serverApp } from './app.ts';
import { signIn } from './auth.ts';
import { callerOf } from './auth-caller.ts';
import type { Carried } from './rest.ts';
import type { Secrets } from './secrets.ts';

/** What Tandem is put together from; tests bring a database and a clock of their own, and nothing else differs. */
export type Material = {
  database: OpenDatabase;
  secrets: Secrets;
  clock: () => string;
  log(entry: Record<string, unknown>): void;
};

/** The product behind its door, and the HTTP application in front of it. */
export type Assembled = { tandem: Tandem; app: Hono<Carried> };

/** Puts Tandem together over an open database; nothing listens or runs by itself yet. */
export function assemble({ database, secrets, clock, log }: Material): Assembled {
  const entry = signIn({
    pool: database.auth,
    secret: secrets.session,
    log: (text) => log({ level: 'error', bug: text }),
  });
  const tandem: Tandem = {
    database: database.kysely,
    ports: { clock, accounts: entry.accounts, auditKey: secrets.audit },
    changed: () => {},
  };
  const app = serverApp({
    tandem,
    signIn: entry,
    callerOf: (request) => callerOf(request, entry.userOf),
    log,
  });
  return { tandem, app };
}
